// In a narrow window one of the three is seen at a time.

/**
 * @typedef {'found' | 'moment' | 'story'} View
 */

export function views() {
  const buttons = [...document.querySelectorAll('#views [data-view]')].filter(
    (one) => one instanceof HTMLButtonElement,
  )
  /** @param {string} name */
  const open = (name) => {
    document.documentElement.dataset.view = name
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.view === name))
  }
  for (const button of buttons) button.addEventListener('click', () => open(button.dataset.view ?? 'found'))
  return {
    /** @param {View} name */
    open,
  }
}

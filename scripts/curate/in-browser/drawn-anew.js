// A panel that is drawn anew while somebody works in it: the focus, what is being typed and what was unfolded stay, and
// nothing goes away under a mouse button that is pressed.

let isPressed = false
/** Of each panel the newest. @type {Map<HTMLElement, () => void>} */
const waiting = new Map()

document.addEventListener('pointerdown', () => {
  isPressed = true
})
for (const name of /** @type {const} */ (['pointerup', 'pointercancel']))
  document.addEventListener(name, () => {
    isPressed = false
    // Behind the click that comes of it.
    setTimeout(() => {
      const draws = [...waiting.values()]
      waiting.clear()
      for (const draw of draws) draw()
    })
  })
document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLElement) target.dataset.typing = 'yes'
})
document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLElement) delete target.dataset.typing
})

/** @param {HTMLElement} panel @param {() => void} draw */
export function drawAnew(panel, draw) {
  if (isPressed) waiting.set(panel, () => keeping(panel, draw))
  else {
    waiting.delete(panel)
    keeping(panel, draw)
  }
}

/** @param {HTMLElement} panel @param {() => void} draw */
function keeping(panel, draw) {
  const focus = focusIn(panel)
  const unfolded = [...panel.querySelectorAll('details[open]')].map(keyOf)
  const top = panel.scrollTop
  draw()
  for (const details of panel.querySelectorAll('details')) details.open = unfolded.includes(keyOf(details))
  panel.scrollTop = top
  const again = focus && [...panel.querySelectorAll('[data-focus]')].find((one) => keyOf(one) === focus.key)
  if (!(again instanceof HTMLElement)) return
  if (focus?.typed !== undefined && isText(again)) {
    again.value = focus.typed
    again.dataset.typing = 'yes'
  }
  again.focus({ preventScroll: true })
}

/** What has the focus, and what is being typed into it. @param {HTMLElement} panel */
function focusIn(panel) {
  const had = document.activeElement
  if (!(had instanceof HTMLElement) || !panel.contains(had) || !keyOf(had)) return undefined
  return { key: keyOf(had), typed: isText(had) && had.dataset.typing === 'yes' ? had.value : undefined }
}

/** @param {Element} one */
const keyOf = (one) => (one instanceof HTMLElement ? (one.dataset.focus ?? '') : '')

/** @param {Element} one @returns {one is HTMLInputElement | HTMLTextAreaElement} */
const isText = (one) => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement

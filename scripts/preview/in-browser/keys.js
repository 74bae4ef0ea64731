// The keys of those who use no mouse. Letters count only while the pages have the focus: elsewhere they may mean
// something else.

/**
 * @param {HTMLElement} scroller
 * @param {object} does
 * @param {(rows: number) => void} does.turn
 * @param {(end: 'first' | 'last') => void} does.end
 * @param {(direction: 1 | -1) => void} does.zoom
 * @param {() => void} does.fitWidth
 * @param {() => void} does.where
 * @param {(step: 1 | -1) => void} does.passage
 * @param {() => void} does.open
 * @param {() => void} does.search
 */
export function keys(scroller, does) {
  /** @type {Record<string, () => void>} */
  const plain = {
    PageUp: () => does.turn(-1),
    PageDown: () => does.turn(1),
    Home: () => does.end('first'),
    End: () => does.end('last'),
    '+': () => does.zoom(1),
    '=': () => does.zoom(1),
    '-': () => does.zoom(-1),
    0: does.fitWidth,
    l: does.where,
    o: does.open,
  }
  /** Where the page is wider than the window, they scroll. @type {Record<string, () => void>} */
  const sideways = { ArrowLeft: () => does.turn(-1), ArrowRight: () => does.turn(1) }
  /** @type {Record<string, () => void>} */
  const withAlt = { ArrowUp: () => does.passage(-1), ArrowDown: () => does.passage(1) }

  scroller.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey) return
    const fits = scroller.scrollWidth <= scroller.clientWidth
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const act = event.altKey ? withAlt[key] : (plain[key] ?? (fits ? sideways[key] : undefined))
    if (!act) return
    event.preventDefault()
    act()
  })
  document.addEventListener('keydown', (event) => {
    const isFind =
      (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'f'
    // A second time, in the field itself, it is the browser's own.
    if (!isFind || document.activeElement?.id === 'search-words') return
    event.preventDefault()
    does.search()
  })
}

// A panel that is drawn anew while somebody works in it: what is the same stays the very same element; the focus,
// what is being typed and what was unfolded stay where it is another.

/**
 * @typedef {object} Piece
 * @property {string} key all that it is made of: with the same key it is the same
 * @property {() => HTMLElement} make
 * @property {(made: HTMLElement) => void} [fill] what is set each time, on one that stayed as well
 */

/** @type {WeakMap<Element, string>} */
const keys = new WeakMap()
/** @type {WeakMap<HTMLElement, string>} */
const subjects = new WeakMap()
let isDrawing = false

document.addEventListener('input', ({ target }) => mark(target, 'yes'))
// Until it is seen to be written.
document.addEventListener('change', ({ target }) => mark(target, 'told'))
// The browser tells nothing of words that it did not see being typed into the element in which they stand.
document.addEventListener('focusout', ({ target }) => {
  if (!isDrawing && target instanceof HTMLElement) tellTyped(target)
})
document.addEventListener('visibilitychange', () => {
  const { activeElement, visibilityState } = document
  if (visibilityState === 'hidden' && activeElement instanceof HTMLElement) tellTyped(activeElement)
})

/** @param {EventTarget | null} target @param {'yes' | 'told'} typing */
function mark(target, typing) {
  if (target instanceof Element && isText(target)) target.dataset.typing = typing
}

/** @param {HTMLElement} field */
function tellTyped(field) {
  if (field.dataset.typing === 'yes' && field.dataset.focus)
    field.dispatchEvent(new Event('change', { bubbles: true }))
}

/**
 * @param {HTMLElement} panel
 * @param {string} subject what is typed is kept as long as it is about the same
 * @param {() => void} draw
 */
export function drawAnew(panel, subject, draw) {
  const isSame = subjects.get(panel) === subject
  subjects.set(panel, subject)
  const focus = focusIn(panel)
  const typed = isSame ? typedIn(panel) : []
  const unfolded = [...panel.querySelectorAll('details[open]')].map(keyOf)
  const top = panel.scrollTop
  isDrawing = true
  draw()
  isDrawing = false
  for (const details of panel.querySelectorAll('details')) details.open = unfolded.includes(keyOf(details))
  for (const field of typed) putBack(panel, field)
  panel.scrollTop = top
  if (focus && document.activeElement !== focus.had) focusAgain(panel, focus)
}

/**
 * When every answer has come. Where something was refused all is made anew at the next drawing, for what the fields
 * show is not so, and words are still to be told; else the fields whose words were told are, to show what was made of
 * them.
 * @param {HTMLElement} panel
 * @param {boolean} isRefused
 */
export function settle(panel, isRefused) {
  if (isRefused) for (const one of panel.querySelectorAll('*')) keys.delete(one)
  for (const field of panel.querySelectorAll('[data-typing="told"]')) {
    if (isRefused) mark(field, 'yes')
    else field.removeAttribute('data-typing')
    for (let one = field.parentElement; one && one !== panel; one = one.parentElement) keys.delete(one)
  }
}

/** @param {Element} parent @param {readonly Piece[]} pieces */
export function draw(parent, pieces) {
  const old = [...parent.children]
  const wanted = pieces.map(({ key, make, fill }) => {
    const at = old.findIndex((child) => keys.get(child) === key)
    const [kept] = at < 0 ? [] : old.splice(at, 1)
    const piece = kept instanceof HTMLElement ? kept : make()
    keys.set(piece, key)
    fill?.(piece)
    return piece
  })
  for (const gone of old) gone.remove()
  let next = parent.firstElementChild
  for (const piece of wanted)
    if (piece === next) next = next.nextElementSibling
    else parent.insertBefore(piece, next)
}

/**
 * @typedef {{ key: string, value: string, typing: string, start: number | null, end: number | null }} Typed
 */

/** @param {HTMLElement} panel @returns {Typed[]} */
const typedIn = (panel) =>
  [...panel.querySelectorAll('[data-typing]')].flatMap((field) => {
    if (!isText(field) || !keyOf(field)) return []
    const { value, selectionStart: start, selectionEnd: end } = field
    return [{ key: keyOf(field), value, typing: field.dataset.typing ?? '', start, end }]
  })

/** @param {HTMLElement} panel @param {Typed} typed */
function putBack(panel, { key, value, typing, start, end }) {
  const field = foundIn(panel, key)
  if (!field || !isText(field) || field.dataset.typing) return
  field.value = value
  field.dataset.typing = typing
  if (start !== null) field.setSelectionRange(start, end)
}

/** @typedef {{ had: HTMLElement, key: string }} Focus */

/** @param {HTMLElement} panel @returns {Focus | undefined} */
function focusIn(panel) {
  const had = document.activeElement
  if (!(had instanceof HTMLElement) || !panel.contains(had) || had === panel) return undefined
  return { had, key: keyOf(had) }
}

/**
 * Where what had the focus is gone, the panel has it: keys go on from here.
 * @param {HTMLElement} panel
 * @param {Focus} focus
 */
function focusAgain(panel, { had, key }) {
  const again = had.isConnected ? had : key ? foundIn(panel, key) : undefined
  ;(again ?? panel).focus({ preventScroll: true })
}

/** @param {HTMLElement} panel @param {string} key */
export function foundIn(panel, key) {
  const found = [...panel.querySelectorAll('[data-focus]')].find((one) => keyOf(one) === key)
  return found instanceof HTMLElement ? found : undefined
}

/** @param {Element} one */
const keyOf = (one) => (one instanceof HTMLElement ? (one.dataset.focus ?? '') : '')

/** @param {Element} one @returns {one is HTMLInputElement | HTMLTextAreaElement} */
const isText = (one) =>
  one instanceof HTMLTextAreaElement ||
  (one instanceof HTMLInputElement && ['text', 'search', 'date'].includes(one.type))

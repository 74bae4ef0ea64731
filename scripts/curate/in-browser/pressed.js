// While a mouse button, a finger or the space bar is down, nothing changes under it: what would be new waits until it
// is up.

let isPressed = false
/** @type {(() => void)[]} */
let waiting = []

const release = () => {
  if (!isPressed) return
  isPressed = false
  // Behind the click that comes of it.
  setTimeout(() => {
    if (isPressed) return
    const works = waiting
    waiting = []
    for (const work of works) work()
  })
}
const press = () => {
  isPressed = true
}
const isSpaceOnControl = (/** @type {KeyboardEvent} */ { key, target }) =>
  key === ' ' && target instanceof Element && target.matches('button, summary, input[type="checkbox"]')

/** @template {keyof DocumentEventMap} Name @param {Name} name @param {(event: DocumentEventMap[Name]) => void} act */
const on = (name, act) => document.addEventListener(name, act, { capture: true, passive: true })
on('pointerdown', press)
on('keydown', (event) => isSpaceOnControl(event) && press())
for (const name of /** @type {const} */ (['pointerup', 'pointercancel', 'keyup'])) on(name, release)
// A menu of the browser or of a select takes the end of the press for itself.
on('contextmenu', release)
on('pointermove', ({ buttons, pointerType }) => pointerType === 'mouse' && buttons === 0 && release())
on('change', ({ target }) => target instanceof HTMLSelectElement && release())
window.addEventListener('blur', release)

/** At once, or in its turn when nothing is pressed any more. @param {() => void} work */
export function whenReleased(work) {
  if (isPressed || waiting.length > 0) waiting.push(work)
  else work()
}

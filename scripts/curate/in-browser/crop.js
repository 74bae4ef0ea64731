// The part of a picture that is shown: drawn with the mouse on the picture, or set by its four edges.
import { element } from './element.js'

/**
 * @import { DeskPicture } from '../protocol.ts'
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Edges in parts of 1 from the left and above
 */

const WHOLE = { left: 0, top: 0, right: 1, bottom: 1 }
const LEAST = 0.05
const NAMES = /** @type {const} */ ({
  left: 'Left edge',
  top: 'Upper edge',
  right: 'Right edge',
  bottom: 'Lower edge',
})

/**
 * @param {DeskPicture} picture
 * @param {HTMLImageElement} image
 * @param {string} focus
 * @param {(crop: DeskPicture['crop'] | null) => void} changed
 */
export function cropFields({ crop }, image, focus, changed) {
  let edges = crop ? edgesOf(crop) : { ...WHOLE }
  const shade = element('div', { class: 'crop', 'aria-hidden': 'true' })
  const frame = element('div', { class: 'crop-frame' }, image, shade)
  const sliders = Object.entries(NAMES).map(([name, label]) =>
    slider(/** @type {keyof Edges} */ (name), label),
  )

  /** @param {keyof Edges} name @param {string} label */
  function slider(name, label) {
    const input = element('input', {
      type: 'range',
      min: '0',
      max: '100',
      step: '1',
      'aria-label': label,
      'data-focus': `${focus}-${name}`,
    })
    input.addEventListener('input', () => {
      edges = within({ ...edges, [name]: Number(input.value) / 100 }, name)
      show()
    })
    input.addEventListener('change', tell)
    return { name, input, row: element('label', { class: 'edge' }, element('span', {}, label), input) }
  }
  const show = () => {
    const { left, top, right, bottom } = edges
    shade.hidden = isWhole(edges)
    for (const [key, value] of Object.entries({ left, top, width: right - left, height: bottom - top }))
      shade.style.setProperty(key, `${value * 100}%`)
    for (const { name, input } of sliders) input.value = String(Math.round(edges[name] * 100))
  }
  function tell() {
    changed(isWhole(edges) ? null : cropOf(edges))
  }
  drawn(frame, (next, isDone) => {
    edges = next
    show()
    if (isDone) tell()
  })
  const whole = element('button', { type: 'button', 'data-focus': `${focus}-whole` }, 'Whole picture')
  whole.addEventListener('click', () => {
    edges = { ...WHOLE }
    show()
    tell()
  })
  show()
  return { frame, fields: element('div', { class: 'edges' }, ...sliders.map(({ row }) => row), whole) }
}

/**
 * From where the pointer goes down to where it comes up.
 * @param {HTMLElement} frame
 * @param {(edges: Edges, isDone: boolean) => void} told
 */
function drawn(frame, told) {
  frame.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return
    down.preventDefault()
    frame.setPointerCapture(down.pointerId)
    const from = at(frame, down)
    let last = /** @type {Edges | undefined} */ (undefined)
    /** @param {PointerEvent} event */
    const move = (event) => {
      const to = at(frame, event)
      const [left = 0, right = 0] = [from.x, to.x].sort((one, other) => one - other)
      const [top = 0, bottom = 0] = [from.y, to.y].sort((one, other) => one - other)
      if (right - left < LEAST || bottom - top < LEAST) return
      last = { left, top, right, bottom }
      told(last, false)
    }
    const up = () => {
      frame.removeEventListener('pointermove', move)
      if (last) told(last, true)
    }
    frame.addEventListener('pointermove', move)
    frame.addEventListener('pointerup', up, { once: true })
    frame.addEventListener('pointercancel', up, { once: true })
  })
}

/** @param {HTMLElement} frame @param {PointerEvent} event */
function at(frame, { clientX, clientY }) {
  const { left, top, width, height } = frame.getBoundingClientRect()
  /** @param {number} value */
  const part = (value) => Math.min(Math.max(value, 0), 1)
  return { x: part((clientX - left) / width), y: part((clientY - top) / height) }
}

/** An edge stops before the other one. @param {Edges} edges @param {keyof Edges} moved @returns {Edges} */
function within(edges, moved) {
  const { left, top, right, bottom } = edges
  if (moved === 'left') return { ...edges, left: Math.min(left, right - LEAST) }
  if (moved === 'right') return { ...edges, right: Math.max(right, left + LEAST) }
  if (moved === 'top') return { ...edges, top: Math.min(top, bottom - LEAST) }
  return { ...edges, bottom: Math.max(bottom, top + LEAST) }
}

/** @param {Edges} edges */
const isWhole = ({ left, top, right, bottom }) => left <= 0 && top <= 0 && right >= 1 && bottom >= 1
/** @param {NonNullable<DeskPicture['crop']>} crop @returns {Edges} */
const edgesOf = ({ x, y, width, height }) => ({ left: x, top: y, right: x + width, bottom: y + height })
/** @param {Edges} edges */
const cropOf = ({ left, top, right, bottom }) => ({
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
})

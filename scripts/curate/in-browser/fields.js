// Fields of a form, each with its label. What is changed is told when it is left, or at once where it is chosen.
import { element } from './element.js'

let count = 0
const nextId = () => {
  count += 1
  return `field-${count}`
}

/** @param {string} label @param {HTMLElement} control @param {string} [hint] */
function labelled(label, control, hint) {
  const id = nextId()
  control.id = id
  const parts = [element('label', { for: id }, label), control]
  if (hint) {
    const said = element('p', { class: 'hint', id: `${id}-hint` }, hint)
    control.setAttribute('aria-describedby', said.id)
    parts.push(said)
  }
  return element('div', { class: 'field' }, ...parts)
}

/**
 * @param {object} of
 * @param {string} of.label
 * @param {string} of.value
 * @param {string} of.focus by which it is found again when the panel is drawn anew
 * @param {(value: string) => void} of.changed
 * @param {string} [of.hint]
 * @param {boolean} [of.isLong]
 * @param {string} [of.type]
 */
export function textField({ label, value, focus, changed, hint, isLong = false, type = 'text' }) {
  const control = isLong
    ? element('textarea', { rows: '2' })
    : element('input', { type, autocomplete: 'off' })
  control.value = value
  control.dataset.focus = focus
  control.addEventListener('change', () => changed(control.value.trim()))
  return labelled(label, control, hint)
}

/**
 * @param {object} of
 * @param {string} of.label
 * @param {string} of.value
 * @param {string} of.focus
 * @param {readonly (readonly [string, string])[]} of.options
 * @param {(value: string) => void} of.changed
 * @param {string} [of.hint]
 */
export function choiceField({ label, value, focus, options, changed, hint }) {
  const control = element(
    'select',
    {},
    ...options.map(([key, words]) => element('option', { value: key }, words)),
  )
  control.value = value
  control.dataset.focus = focus
  control.addEventListener('change', () => changed(control.value))
  return labelled(label, control, hint)
}

/**
 * @param {object} of
 * @param {string} of.label
 * @param {boolean} of.isOn
 * @param {string} of.focus
 * @param {(isOn: boolean) => void} of.changed
 */
export function tickField({ label, isOn, focus, changed }) {
  const control = element('input', { type: 'checkbox', id: nextId() })
  control.checked = isOn
  control.dataset.focus = focus
  control.addEventListener('change', () => changed(control.checked))
  return element('div', { class: 'field tick' }, control, element('label', { for: control.id }, label))
}

/**
 * Draws anew, and gives the focus back to what had it, with what is being typed.
 * @param {HTMLElement} panel
 * @param {() => void} draw
 */
export function keepingFocus(panel, draw) {
  const had = document.activeElement
  const key = had instanceof HTMLElement && panel.contains(had) ? (had.dataset.focus ?? '') : ''
  const typed = had instanceof HTMLInputElement || had instanceof HTMLTextAreaElement ? had.value : undefined
  const wasTyping =
    key !== '' && typed !== undefined && had instanceof HTMLElement && had.dataset.typing === 'yes'
  const top = panel.scrollTop
  draw()
  panel.scrollTop = top
  if (key === '') return
  const again = [...panel.querySelectorAll('[data-focus]')].find(
    (one) => one instanceof HTMLElement && one.dataset.focus === key,
  )
  if (!(again instanceof HTMLElement)) return
  if (wasTyping && (again instanceof HTMLInputElement || again instanceof HTMLTextAreaElement)) {
    again.value = typed ?? ''
    again.dataset.typing = 'yes'
  }
  again.focus({ preventScroll: true })
}

document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLElement) target.dataset.typing = 'yes'
})
document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLElement) delete target.dataset.typing
})

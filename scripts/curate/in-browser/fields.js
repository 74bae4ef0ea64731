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

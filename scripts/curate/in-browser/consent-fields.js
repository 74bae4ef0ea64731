// Whether a moment may be shown: what its own file says, and what its person has answered for all that is theirs.
import { element } from './element.js'
import { choiceField, textField } from './fields.js'
import { ANSWERS, OWN_CONSENT, STATES } from './words.js'

/**
 * @import { Change, DeskMoment, DeskPerson } from '../protocol.ts'
 * @import { Piece } from './drawn-anew.js'
 */

/**
 * @param {DeskMoment} moment
 * @param {readonly DeskPerson[]} people
 * @param {(change: Change) => void} change
 * @returns {Piece[]}
 */
export function consentPieces(moment, people, change) {
  const person = personOf(moment, people)
  const { name, consent, note } = moment
  const verdict = stateOf(moment)
  return [
    { key: verdict.outerHTML, make: () => verdict },
    { key: JSON.stringify(['consent', name, consent, note]), make: () => ownFields(moment, change) },
    ...(person
      ? [{ key: JSON.stringify(['person', person]), make: () => personFields(person, change) }]
      : []),
  ]
}

/** @param {DeskMoment} moment */
function stateOf({ state, person, pictures }) {
  const hidden = pictures.filter(({ isShown }) => !isShown).length
  const words =
    state !== 'shown'
      ? `Left out of every edition: ${person || 'the person'} – ${STATES[state].toLowerCase()}.`
      : hidden > 0
        ? `Shown, without ${hidden === 1 ? 'a picture' : `${hidden} pictures`}: ${person} has not agreed.`
        : 'May be shown.'
  return element('p', { class: 'verdict', 'data-state': hidden > 0 ? 'asked' : state }, words)
}

/** @param {DeskMoment} moment @param {(change: Change) => void} change */
function ownFields({ name, consent, note }, change) {
  /** @param {string} state @param {string} words */
  const set = (state, words) =>
    change({ kind: 'moment', name, set: { consent: state && words ? `${state}, ${words}` : state } })
  return group(
    'Consent to this moment',
    choiceField({
      label: 'The file says',
      value: consent,
      focus: 'consent',
      options: Object.entries(OWN_CONSENT),
      changed: (value) => set(value, note),
    }),
    ...(consent
      ? [
          textField({
            label: 'How it was said',
            value: note,
            focus: 'note',
            changed: (value) => set(consent, value),
          }),
        ]
      : []),
  )
}

/** @param {DeskPerson} person @param {(change: Change) => void} change */
function personFields({ name, handles, state, when, how }, change) {
  /** @param {Partial<DeskPerson>} more */
  const set = (more) =>
    change({
      kind: 'person',
      name,
      handle: handles[0] ? `@${handles[0]}` : '',
      state,
      when,
      how,
      ...more,
    })
  return group(
    `${name}: answer for all that is theirs`,
    choiceField({
      label: 'Answer',
      value: state,
      focus: 'answer',
      options: Object.entries(ANSWERS),
      changed: (value) =>
        set({
          state: /** @type {DeskPerson['state']} */ (value),
          when: value === 'unknown' ? '' : when || today(),
        }),
    }),
    textField({
      label: 'When',
      value: when,
      focus: 'when',
      type: 'date',
      changed: (value) => set({ when: value }),
    }),
    textField({ label: 'How', value: how, focus: 'how', changed: (value) => set({ how: value }) }),
    element('p', { class: 'hint' }, 'Kept in launch/people.yaml.'),
  )
}

/** On the clock of this machine. */
const today = () => new Date().toLocaleDateString('sv-SE')

/**
 * Whoever is known by their name or handle; else whoever the moment names.
 * @param {DeskMoment} moment
 * @param {readonly DeskPerson[]} people
 * @returns {DeskPerson | undefined}
 */
function personOf({ author, handle }, people) {
  const bare = handle.replace(/^@/, '').toLowerCase()
  const known =
    people.find(({ name }) => author !== '' && name.toLowerCase() === author.toLowerCase()) ??
    people.find(({ handles }) => bare !== '' && handles.includes(bare))
  if (known) return known
  const name = author || handle
  return name ? { name, handles: bare ? [bare] : [], state: 'unknown', when: '', how: '' } : undefined
}

/** @param {string} title @param {...Node} children */
export const group = (title, ...children) =>
  element('fieldset', { class: 'group' }, element('legend', {}, title), ...children)

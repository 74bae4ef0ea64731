// Search and filters: which of the moments are shown on the left.
import { element } from './element.js'
import { KINDS, STATES } from './words.js'

/**
 * @import { DeskMoment, DeskState } from '../protocol.ts'
 */

/** What was said of each moment in small letters, made once. @type {WeakMap<DeskMoment, string>} */
const searched = new WeakMap()

/** @param {HTMLFormElement} form @param {() => void} changed */
export function filters(form, changed) {
  form.addEventListener('input', changed)
  form.addEventListener('submit', (event) => event.preventDefault())
  const given = () => {
    const data = new FormData(form)
    /** @param {string} name */
    const of = (name) => String(data.get(name) ?? '')
    return {
      words: of('words').toLowerCase().split(/\s+/).filter(Boolean),
      person: of('person'),
      service: of('service'),
      kind: of('kind'),
      consent: of('consent'),
      taken: of('taken'),
      isPicture: data.has('picture'),
    }
  }
  return {
    /** What can be chosen. @param {DeskState} state */
    offer: ({ moments }) => {
      const people = counted(moments.map(({ author, handle }) => author || handle))
      offer(form, 'person', 'Everybody', people)
      offer(form, 'service', 'Everywhere', counted(moments.map(({ service }) => service)))
      offer(form, 'kind', 'All kinds', Object.entries(KINDS))
      offer(form, 'consent', 'All', [['waits', 'All that waits'], ...Object.entries(STATES)])
      offer(form, 'taken', 'All', [
        ['yes', 'In the story'],
        ['no', 'Not in it'],
        ['printed', 'To be printed'],
      ])
    },
    /** @param {readonly DeskMoment[]} moments @param {ReadonlySet<string>} taken */
    of: (moments, taken) => {
      const wish = given()
      return moments.filter(
        (one) =>
          (!wish.person || (one.author || one.handle) === wish.person) &&
          (!wish.service || one.service === wish.service) &&
          (!wish.kind || one.kind === wish.kind) &&
          (!wish.consent || isOf(one, wish.consent)) &&
          (!wish.taken || isTaken(one, wish.taken, taken)) &&
          (!wish.isPicture || one.pictures.length > 0) &&
          wish.words.every((word) => textOf(one).includes(word)),
      )
    },
  }
}

/** @param {DeskMoment} moment @param {string} wish */
const isOf = ({ state, pictures }, wish) =>
  wish === 'waits'
    ? ['unsaid', 'unknown', 'asked'].includes(state) ||
      pictures.some((one) => state === 'shown' && !one.isShown)
    : state === wish

/** @param {DeskMoment} moment @param {string} wish @param {ReadonlySet<string>} taken */
const isTaken = ({ name, chosen }, wish, taken) =>
  wish === 'printed' ? chosen : taken.has(name) === (wish === 'yes')

/** @param {DeskMoment} moment */
function textOf(moment) {
  const known = searched.get(moment)
  if (known !== undefined) return known
  const { text, author, handle, url, clock, pictures } = moment
  const said = pictures.flatMap(({ alt, credit, shows }) => [alt, credit, ...shows])
  const made = [text, author, handle, url, clock, ...said].join(' ').toLowerCase()
  searched.set(moment, made)
  return made
}

/** Each with how often it is there, most first. @param {readonly string[]} values @returns {[string, string][]} */
function counted(values) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .map(([value, count]) => [value, `${value} (${count})`])
}

/**
 * What was chosen stays chosen, and a list that is open is not closed for nothing.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} all
 * @param {readonly (readonly [string, string])[]} values
 */
function offer(form, name, all, values) {
  const select = form.elements.namedItem(name)
  if (!(select instanceof HTMLSelectElement)) return
  const key = JSON.stringify(values)
  if (select.dataset.offered === key) return
  select.dataset.offered = key
  const chosen = select.value
  const options = [['', all], ...values].map(([value = '', words = '']) =>
    element('option', { value }, words),
  )
  select.replaceChildren(...options)
  select.value = values.some(([value]) => value === chosen) ? chosen : ''
}

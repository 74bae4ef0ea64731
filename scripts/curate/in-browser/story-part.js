// A part of the story: its title or its session, what moves it, and what is in it.
import { draw } from './drawn-anew.js'
import { element } from './element.js'
import { itemPiece, tool } from './story-item.js'

/**
 * @import { DeskPart, DeskState } from '../protocol.ts'
 * @import { Piece } from './drawn-anew.js'
 * @import { Place, StoryDoes } from './story-panel.js'
 * @typedef {{ sessions: DeskState['sessions'], count: number, chosen: string }} About
 * @typedef {object} Focuses
 * @property {(place: Place) => void} stand
 * @property {(place: Place) => void} focusNear
 * @property {(place: Place) => void} focusLine
 * @property {(key: string) => void} focusOn
 * @property {(key: string) => Place | undefined} placeOf
 * @typedef {StoryDoes & Focuses} PartDoes
 */

/**
 * @param {DeskPart} part
 * @param {number} index
 * @param {About} about
 * @param {PartDoes} does
 * @returns {Piece}
 */
export const partPiece = (part, index, about, does) => ({
  key: `part ${index}`,
  make: () => element('section', { class: 'part', 'data-part': String(index) }),
  fill: (section) => {
    section.setAttribute('aria-label', `Part ${index + 1}: ${titleOf(part, about.sessions)}`)
    draw(section, [
      headPiece(part, index, about, does),
      {
        key: 'items',
        make: () => element('ol'),
        fill: (list) =>
          draw(
            list,
            part.items.map((item, at) => itemPiece(item, { part: index, item: at }, about.chosen, does)),
          ),
      },
      ...(part.items.length === 0 ? [NOTHING] : []),
    ])
  },
})

/** @param {DeskPart} part @param {DeskState['sessions']} sessions */
const titleOf = ({ title, session }, sessions) =>
  title || sessions.find(({ id }) => id === session)?.title || 'without a title'

/** @type {Piece} */
const NOTHING = { key: 'nothing', make: () => element('p', { class: 'none' }, 'Nothing is in it yet.') }

/** @param {DeskPart} part @param {number} index @param {About} about @param {PartDoes} does @returns {Piece} */
function headPiece({ title, session }, index, { sessions, count }, does) {
  return {
    key: JSON.stringify(['head', title, session, index, count, sessions]),
    make: () => {
      const select = sessionChoice(session, index, sessions)
      const field = titleField(title, index, session !== '')
      const tell = () =>
        void does.change({ kind: 'part', part: index, title: field.value.trim(), session: select.value })
      select.addEventListener('change', tell)
      field.addEventListener('change', tell)
      return element('div', { class: 'part-head' }, select, partTools(index, count, does), field)
    },
  }
}

/** @param {string} session @param {number} index @param {DeskState['sessions']} sessions */
function sessionChoice(session, index, sessions) {
  const select = element(
    'select',
    { 'aria-label': `Part ${index + 1} belongs to`, 'data-focus': `part-${index}` },
    element('option', { value: '' }, 'A title of its own'),
    ...sessions.map(({ id, title, hours }) =>
      element('option', { value: id }, hours ? `${title} (${hours})` : title),
    ),
    ...(session === '' || sessions.some(({ id }) => id === session)
      ? []
      : [element('option', { value: session }, `${session}: not in the programme`)]),
  )
  select.value = session
  return select
}

/** @param {string} title @param {number} index @param {boolean} isOfSession */
function titleField(title, index, isOfSession) {
  const field = element('input', {
    type: 'text',
    'aria-label': `Title of part ${index + 1}`,
    'data-focus': `part-${index}-title`,
    placeholder: isOfSession ? 'Another title' : 'Title',
    autocomplete: 'off',
  })
  field.value = title
  return field
}

/** @param {number} index @param {number} count @param {PartDoes} does */
function partTools(index, count, { change, focusOn }) {
  const [focus, name] = [`part-${index}`, `part ${index + 1}`]
  /** The focus goes along. @param {number} to @param {'up' | 'down'} way */
  const move = async (to, way) => {
    if (to < 0 || to >= count) return
    if (await change({ kind: 'move-part', part: index, to })) focusOn(`part-${to}-${way}`)
  }
  return element(
    'span',
    { class: 'tools' },
    tool('↑', `Part ${index + 1} earlier`, `${focus}-up`, () => move(index - 1, 'up')),
    tool('↓', `Part ${index + 1} later`, `${focus}-down`, () => move(index + 1, 'down')),
    tool('×', `Remove ${name}`, `${focus}-gone`, () => void change({ kind: 'remove-part', part: index })),
  )
}

// A row of what was found: an hour, or a moment with its time, its picture, and whether it is taken and may be shown.
import { element, say } from './element.js'
import { thumbnailOf } from './thumbnail.js'
import { excerptOf, KINDS, STATES, timeOf, whoOf } from './words.js'

/**
 * @import { DeskMoment } from '../protocol.ts'
 * @import { Piece } from './drawn-anew.js'
 * @import { HourRow, MomentRow } from './rows.js'
 */

/** @param {HourRow} row @returns {Piece} */
export const hourPiece = ({ label, top, height }) => ({
  key: `hour ${label}`,
  make: () => element('div', { class: 'hour', role: 'presentation' }, label),
  fill: (made) => place(made, top, height),
})

/** @param {MomentRow} row @param {{ total: number, isTaken: boolean, isActive: boolean }} about @returns {Piece} */
export const momentPiece = ({ moment, index, top, height }, { total, isTaken, isActive }) => ({
  key: JSON.stringify(moment),
  make: () => rowOf(moment),
  fill: (made) => {
    place(made, top, height)
    made.setAttribute('aria-selected', String(isActive))
    made.setAttribute('aria-setsize', String(total))
    made.setAttribute('aria-posinset', String(index + 1))
    const taken = made.querySelector('.taken')
    if (taken) say(taken, isTaken ? 'In the story' : '')
  },
})

/** @param {DeskMoment} moment */
const rowOf = (moment) =>
  element(
    'div',
    { class: 'row', role: 'option', id: optionId(moment.name), 'data-name': moment.name },
    element('span', { class: 'time' }, timeOf(moment)),
    ...moment.pictures.slice(0, 1).map(thumbnailOf),
    element(
      'span',
      { class: 'what' },
      element(
        'span',
        { class: 'who' },
        whoOf(moment),
        ' ',
        element('span', { class: 'kind' }, kindOf(moment)),
      ),
      element('span', { class: 'said' }, excerptOf(moment, 110)),
    ),
    marksOf(moment),
  )

/** @param {DeskMoment} moment */
const kindOf = ({ kind, service }) => [KINDS[kind], service].filter(Boolean).join(', ')

/** @param {DeskMoment} moment */
const marksOf = ({ state }) =>
  element(
    'span',
    { class: 'marks' },
    element('span', { class: 'taken' }),
    element('span', { class: 'mark', 'data-state': state }, state === 'shown' ? '' : STATES[state]),
  )

/** @param {string} name */
export const optionId = (name) => `moment-${name}`

/** @param {HTMLElement} row @param {number} top @param {number} height */
function place(row, top, height) {
  row.style.setProperty('top', `${top}px`)
  row.style.setProperty('height', `${height}px`)
}

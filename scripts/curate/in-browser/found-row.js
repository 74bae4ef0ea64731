// A row of what was found: an hour, or a moment with its time, its picture, and whether it is taken and may be shown.
import { element } from './element.js'
import { excerptOf, KINDS, pictureAddress, STATES, timeOf, whoOf } from './words.js'

/**
 * @import { DeskMoment } from '../protocol.ts'
 * @import { HourRow, MomentRow } from './rows.js'
 */

/** @param {HourRow} row */
export function hourRow({ label, top, height }) {
  const made = element('div', { class: 'hour', role: 'presentation' }, label)
  place(made, top, height)
  return made
}

/** @param {MomentRow} row @param {{ total: number, isTaken: boolean, isActive: boolean }} about */
export function momentRow({ moment, index, top, height }, { total, isTaken, isActive }) {
  const made = element(
    'div',
    {
      ...{ class: 'row', role: 'option', id: optionId(moment.name) },
      ...{ 'aria-selected': String(isActive), 'data-name': moment.name },
      ...{ 'aria-setsize': String(total), 'aria-posinset': String(index + 1) },
    },
    element('span', { class: 'time' }, timeOf(moment)),
    ...thumbnailOf(moment),
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
    marksOf(moment, isTaken),
  )
  place(made, top, height)
  return made
}

/** @param {DeskMoment} moment */
const kindOf = ({ kind, service }) => [KINDS[kind], service].filter(Boolean).join(', ')

/** @param {DeskMoment} moment */
function thumbnailOf({ pictures }) {
  const [first] = pictures
  if (!first) return []
  const image = element('img', {
    ...{ class: 'thumb', src: pictureAddress(first.file, 'small'), alt: '', loading: 'lazy' },
    ...{ decoding: 'async', draggable: 'false' },
  })
  return [image]
}

/** @param {DeskMoment} moment @param {boolean} isTaken */
function marksOf({ state }, isTaken) {
  const shown = element(
    'span',
    { class: 'mark', 'data-state': state },
    state === 'shown' ? '' : STATES[state],
  )
  const taken = element('span', { class: 'taken' }, isTaken ? 'In the story' : '')
  return element('span', { class: 'marks' }, taken, shown)
}

/** @param {string} name */
export const optionId = (name) => `moment-${name}`

/** @param {HTMLElement} row @param {number} top @param {number} height */
function place(row, top, height) {
  row.style.setProperty('top', `${top}px`)
  row.style.setProperty('height', `${height}px`)
}

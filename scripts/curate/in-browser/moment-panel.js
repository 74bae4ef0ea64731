// The moment that is chosen: what was said, as text and nothing else, and all that can be decided of it.
import { consentPieces, group } from './consent-fields.js'
import { draw, drawAnew, settle } from './drawn-anew.js'
import { byId, element } from './element.js'
import { choiceField, tickField } from './fields.js'
import { picturePiece } from './picture-fields.js'
import { KINDS, timeOf, whoOf } from './words.js'

/**
 * @import { Change, DeskMoment, DeskState } from '../protocol.ts'
 * @import { Piece } from './drawn-anew.js'
 */

/**
 * @param {object} does
 * @param {(change: Change) => void} does.change
 * @param {(name: string) => void} does.take
 */
export function momentPanel(does) {
  const body = byId('moment-body', HTMLElement)
  const actions = byId('moment-actions', HTMLElement)
  return {
    /** @param {string} name @param {DeskMoment | undefined} moment @param {DeskState} state @param {boolean} isTaken */
    show: (name, moment, { people, sessions }, isTaken) => {
      drawAnew(body, name, () =>
        draw(body, moment ? piecesOf(moment, people, sessions, does.change) : [none(name)]),
      )
      drawAnew(actions, name, () => draw(actions, moment ? [takePiece(name, isTaken, does.take)] : []))
    },
    /** @param {boolean} isRefused */
    settle: (isRefused) => settle(body, isRefused),
    focus: () => byId('moment-title', HTMLElement).focus(),
  }
}

/**
 * @param {DeskMoment} moment
 * @param {DeskState['people']} people
 * @param {DeskState['sessions']} sessions
 * @param {(change: Change) => void} change
 * @returns {Piece[]}
 */
const piecesOf = (moment, people, sessions, change) => [
  ...headOf(moment).map(standing),
  ...moment.pictures.map((picture, index) => picturePiece(moment, picture, index, change)),
  placePiece(moment, sessions, change),
  ...consentPieces(moment, people, change),
]

/** Words alone: what is the same to the letter is the same. @param {HTMLElement} made @returns {Piece} */
const standing = (made) => ({ key: made.outerHTML, make: () => made })

/** @param {string} name @param {boolean} isTaken @param {(name: string) => void} take @returns {Piece} */
const takePiece = (name, isTaken, take) => ({
  key: JSON.stringify([name, isTaken]),
  make: () => {
    const button = element(
      'button',
      { type: 'button', class: isTaken ? '' : 'main', 'data-focus': 'take' },
      isTaken ? 'Leave' : 'Take',
    )
    button.addEventListener('click', () => take(name))
    return button
  },
})

/** @param {string} name @returns {Piece} */
const none = (name) =>
  standing(
    element(
      'p',
      { class: 'none' },
      name ? `The file of this moment is not there any more: ${name}.md` : 'Choose a moment on the left.',
    ),
  )

/** @param {DeskMoment} moment */
function headOf(moment) {
  const { kind, service, handle, author, url, text, file } = moment
  const about = [timeOf(moment), KINDS[kind], service, author ? handle : ''].filter(Boolean).join(' · ')
  const said = text.split(/\n{2,}/).filter((one) => one.trim() !== '')
  return [
    element(
      'p',
      { class: 'by' },
      element('b', {}, whoOf(moment)),
      ' ',
      element('span', { class: 'about' }, about),
    ),
    ...said.map((one) => element('p', { class: 'words' }, one)),
    element('p', { class: 'hint' }, file, ...linkTo(url)),
  ]
}

/** @param {string} url @returns {Node[]} */
function linkTo(url) {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return []
  const link = element(
    'a',
    { href: url, rel: 'noreferrer noopener', target: '_blank' },
    'Where it was first shown',
  )
  return [element('span', {}, ' · '), link]
}

/**
 * @param {DeskMoment} moment
 * @param {DeskState['sessions']} sessions
 * @param {(change: Change) => void} change
 * @returns {Piece}
 */
const placePiece = ({ name, session, chosen }, sessions, change) => ({
  key: JSON.stringify(['place', name, session, chosen, sessions]),
  make: () =>
    group(
      'Where it belongs',
      choiceField({
        label: 'Part of the programme',
        value: session,
        focus: 'session',
        options: [['', 'None'], ...sessions.map(({ id, title }) => /** @type {const} */ ([id, title]))],
        changed: (value) => change({ kind: 'moment', name, set: { session: value } }),
      }),
      tickField({
        label: 'Printed in the PDF as well',
        isOn: chosen,
        focus: 'chosen',
        changed: (isOn) => change({ kind: 'moment', name, set: { chosen: isOn } }),
      }),
    ),
})

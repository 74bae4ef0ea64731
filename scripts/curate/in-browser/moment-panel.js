// The moment that is chosen: what was said, as text and nothing else, and all that can be decided of it.
import { consentFields, group } from './consent-fields.js'
import { drawAnew } from './drawn-anew.js'
import { byId, element } from './element.js'
import { choiceField, tickField } from './fields.js'
import { pictureFields } from './picture-fields.js'
import { KINDS, timeOf, whoOf } from './words.js'

/**
 * @import { Change, DeskMoment, DeskState } from '../protocol.ts'
 */

/**
 * @param {object} does
 * @param {(change: Change) => void} does.change
 * @param {(name: string) => void} does.take
 */
export function momentPanel(does) {
  const body = byId('moment-body', HTMLElement)
  const actions = byId('moment-actions', HTMLElement)
  let drawn = ''
  return {
    /** @param {DeskMoment | undefined} moment @param {DeskState} state @param {boolean} isTaken */
    show: (moment, { people, sessions }, isTaken) => {
      const key = JSON.stringify([moment, people, sessions, isTaken])
      if (key === drawn) return
      drawn = key
      drawAnew(body, () => body.replaceChildren(...(moment ? parts(moment) : [none()])))
      drawAnew(actions, () => actions.replaceChildren(...(moment ? [takeButton(moment, isTaken)] : [])))
      /** @param {DeskMoment} shown */
      function parts(shown) {
        return [
          ...headOf(shown),
          ...shown.pictures.map((picture, index) => pictureFields(shown, picture, index, does.change)),
          placeFields(shown, sessions, does.change),
          ...consentFields(shown, people, does.change),
        ]
      }
    },
    focus: () => byId('moment-title', HTMLElement).focus(),
  }
  /** @param {DeskMoment} moment @param {boolean} isTaken */
  function takeButton({ name }, isTaken) {
    const words = isTaken ? 'Leave' : 'Take'
    const button = element(
      'button',
      { type: 'button', class: isTaken ? '' : 'main', 'data-focus': 'take' },
      words,
    )
    button.addEventListener('click', () => does.take(name))
    return button
  }
}

const none = () => element('p', { class: 'none' }, 'Choose a moment on the left.')

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

/** @param {DeskMoment} moment @param {DeskState['sessions']} sessions @param {(change: Change) => void} change */
function placeFields({ name, session, chosen }, sessions, change) {
  return group(
    'Where it belongs',
    choiceField({
      ...{ label: 'Part of the programme', value: session, focus: 'session' },
      options: [['', 'None'], ...sessions.map(({ id, title }) => /** @type {const} */ ([id, title]))],
      changed: (value) => change({ kind: 'moment', name, set: { session: value } }),
    }),
    tickField({
      ...{ label: 'Printed in the PDF as well', isOn: chosen, focus: 'chosen' },
      changed: (isOn) => change({ kind: 'moment', name, set: { chosen: isOn } }),
    }),
  )
}

// An item of the story: a moment, or a line between; with what moves it and takes it out.
import { element } from './element.js'
import { excerptOf, pictureAddress, STATES, timeOf, whoOf } from './words.js'

/**
 * @import { DeskItem, DeskMoment } from '../protocol.ts'
 * @typedef {object} ItemDoes
 * @property {(name: string) => void} choose
 * @property {(step: 1 | -1) => void} move
 * @property {() => void} leave
 * @property {(words: string) => void} say
 * @property {() => void} addLine
 * @property {() => void} stand that what is taken next goes behind it
 */

/**
 * @param {DeskItem} item
 * @param {DeskMoment | undefined} moment undefined for lines, and for moments whose file is not there
 * @param {{ part: number, item: number, focus: string, isCursor: boolean, isChosen: boolean }} at
 * @param {ItemDoes} does
 */
export function storyItem(item, moment, at, does) {
  const main = 'line' in item ? lineOf(item.line, at.focus, does) : momentOf(item.moment, moment, at, does)
  const name = 'line' in item ? 'this line' : moment ? `${whoOf(moment)}, ${timeOf(moment)}` : item.moment
  const made = element(
    'li',
    {
      ...{
        class: 'line' in item ? 'item line' : 'item',
        'data-part': String(at.part),
        'data-item': String(at.item),
      },
      ...(at.isCursor ? { 'data-cursor': '' } : {}),
    },
    element('span', { class: 'grip', 'aria-hidden': 'true' }),
    main,
    element(
      'span',
      { class: 'tools' },
      tool('↑', `Earlier: ${name}`, `${at.focus}-up`, () => does.move(-1)),
      tool('↓', `Later: ${name}`, `${at.focus}-down`, () => does.move(1)),
      tool('¶', `Add a line behind: ${name}`, `${at.focus}-line`, does.addLine),
      tool('×', `Leave: ${name}`, `${at.focus}-leave`, does.leave),
    ),
  )
  made.addEventListener('focusin', does.stand)
  made.addEventListener('keydown', (event) => onKey(event, does))
  return made
}

/** @param {KeyboardEvent} event @param {ItemDoes} does */
function onKey(event, does) {
  const isText = event.target instanceof HTMLTextAreaElement
  const step = event.altKey && (event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0)
  if (step) does.move(step)
  else if (!isText && event.key === 'Delete') does.leave()
  else if (!isText && event.key.toLowerCase() === 'l' && !event.ctrlKey && !event.metaKey) does.addLine()
  else return
  event.preventDefault()
}

/** @param {string} words @param {string} focus @param {ItemDoes} does */
function lineOf(words, focus, does) {
  const field = element('textarea', { rows: '1', 'aria-label': 'Line between', 'data-focus': focus })
  field.value = words
  field.addEventListener('change', () => does.say(field.value.replace(/\s+/g, ' ').trim()))
  return field
}

/** @param {string} name @param {DeskMoment | undefined} moment @param {{ focus: string, isChosen: boolean }} at @param {ItemDoes} does */
function momentOf(name, moment, { focus, isChosen }, does) {
  const button = element('button', { type: 'button', class: 'open', 'data-focus': focus })
  if (isChosen) button.setAttribute('aria-current', 'true')
  if (!moment) {
    button.append(element('span', { class: 'what' }, `${name}: there is no such file`))
    button.disabled = true
    return button
  }
  const [picture] = moment.pictures
  button.append(
    element('span', { class: 'time' }, timeOf(moment)),
    ...(picture
      ? [
          element('img', {
            class: 'thumb',
            src: pictureAddress(picture.file, 'small'),
            alt: '',
            draggable: 'false',
          }),
        ]
      : []),
    element(
      'span',
      { class: 'what' },
      element('span', { class: 'who' }, whoOf(moment)),
      element('span', { class: 'said' }, excerptOf(moment, 90)),
      ...(moment.state === 'shown'
        ? []
        : [
            element(
              'span',
              { class: 'mark', 'data-state': moment.state },
              `Left out: ${STATES[moment.state].toLowerCase()}`,
            ),
          ]),
    ),
  )
  button.addEventListener('click', () => does.choose(name))
  return button
}

/** @param {string} sign @param {string} label @param {string} focus @param {() => void} act */
export function tool(sign, label, focus, act) {
  const button = element(
    'button',
    { type: 'button', 'aria-label': label, title: label, 'data-focus': focus },
    sign,
  )
  button.addEventListener('click', act)
  return button
}

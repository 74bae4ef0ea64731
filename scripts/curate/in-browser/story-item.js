// An item of the story: a moment, or a line between; with what moves it and takes it out.
import { element } from './element.js'
import { thumbnailOf } from './thumbnail.js'
import { excerptOf, STATES, timeOf, whoOf } from './words.js'

/**
 * @import { Change, DeskItem, DeskMoment, DeskState } from '../protocol.ts'
 * @import { Piece } from './drawn-anew.js'
 * @import { Place } from './story-panel.js'
 * @import { PartDoes } from './story-part.js'
 * @typedef {object} ItemDoes
 * @property {(name: string) => void} choose
 * @property {(step: 1 | -1) => void} move
 * @property {() => void} leave
 * @property {(words: string) => void} say
 * @property {() => void} addLine
 */

const NEW_LINE = 'A line between'

/**
 * @param {DeskItem} item
 * @param {Place} place
 * @param {string} chosen the name of the moment that is
 * @param {PartDoes} does
 * @returns {Piece}
 */
export function itemPiece(item, place, chosen, does) {
  const moment = 'moment' in item ? does.moment(item.moment) : undefined
  const isChosen = 'moment' in item && item.moment === chosen
  return {
    key: JSON.stringify([item, moment]),
    make: () => {
      const made = element('li', { class: 'line' in item ? 'item line' : 'item' })
      const here = () => ({ part: Number(made.dataset.part), item: Number(made.dataset.item) })
      // One that went to another part is another element there.
      const acts = actsOf(item, () => (made.isConnected ? here() : does.placeOf(focusOf(item))), does)
      made.append(...childrenOf(item, moment, acts))
      made.addEventListener('focusin', () => does.stand(here()))
      made.addEventListener('keydown', (event) => onKey(event, acts))
      return made
    },
    fill: (made) => {
      made.dataset.part = String(place.part)
      made.dataset.item = String(place.item)
      const open = made.querySelector('.open')
      if (isChosen) open?.setAttribute('aria-current', 'true')
      else open?.removeAttribute('aria-current')
    },
  }
}

/** @param {DeskItem} item */
const focusOf = (item) => ('line' in item ? `line-${item.line}` : `item-${item.moment}`)

/**
 * What is done with an item, wherever it stands when its turn comes.
 * @param {DeskItem} item
 * @param {() => Place | undefined} here
 * @param {PartDoes} does
 * @returns {ItemDoes}
 */
function actsOf(item, here, { change, choose, focusNear, focusLine }) {
  /** @param {(place: Place, state: DeskState) => Change | undefined} of */
  const changeHere = async (of) => {
    let place = { part: 0, item: 0 }
    const isDone = await change((state) => {
      const now = here()
      place = now ?? place
      return now && of(now, state)
    })
    return isDone ? place : undefined
  }
  return {
    choose,
    move: (step) => void changeHere((place, { story }) => moved(place, step, story)),
    leave: async () => {
      const place = await changeHere((at) =>
        'moment' in item ? { kind: 'leave', name: item.moment } : { kind: 'line', ...at, words: '' },
      )
      if (place) focusNear(place)
    },
    say: (words) => void changeHere((place) => ({ kind: 'line', ...place, words })),
    addLine: async () => {
      const place = await changeHere(({ part, item: at }) => ({
        kind: 'add-line',
        part,
        at: at + 1,
        words: NEW_LINE,
      }))
      if (place) focusLine({ ...place, item: place.item + 1 })
    },
  }
}

/**
 * Over the edge of a part into the next.
 * @param {Place} place
 * @param {1 | -1} step
 * @param {DeskState['story']} story
 * @returns {Change | undefined}
 */
function moved({ part, item }, step, story) {
  const to = item + step
  if (to >= 0 && to < (story[part]?.items.length ?? 0)) return { kind: 'move', part, item, toPart: part, to }
  const next = story[part + step]
  if (!next) return undefined
  return { kind: 'move', part, item, toPart: part + step, to: step < 0 ? next.items.length : 0 }
}

/**
 * @param {DeskItem} item
 * @param {DeskMoment | undefined} moment undefined for lines, and for moments whose file is not there
 * @param {ItemDoes} does
 */
function childrenOf(item, moment, does) {
  const focus = focusOf(item)
  const name = 'line' in item ? 'this line' : moment ? `${whoOf(moment)}, ${timeOf(moment)}` : item.moment
  return [
    element('span', { class: 'grip', 'aria-hidden': 'true' }),
    'line' in item ? lineOf(item.line, focus, does) : momentOf(item.moment, moment, focus, does),
    element(
      'span',
      { class: 'tools' },
      tool('↑', `Earlier: ${name}`, `${focus}-up`, () => does.move(-1)),
      tool('↓', `Later: ${name}`, `${focus}-down`, () => does.move(1)),
      tool('¶', `Add a line behind: ${name}`, `${focus}-line`, does.addLine),
      tool('×', `Leave: ${name}`, `${focus}-leave`, does.leave),
    ),
  ]
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

/** @param {string} name @param {DeskMoment | undefined} moment @param {string} focus @param {ItemDoes} does */
function momentOf(name, moment, focus, does) {
  const button = element('button', { type: 'button', class: 'open', 'data-focus': focus })
  if (moment) {
    button.append(...wordsOf(moment))
    button.addEventListener('click', () => does.choose(name))
  } else button.append(element('span', { class: 'what' }, `${name}: there is no such file`))
  return button
}

/** @param {DeskMoment} moment */
const wordsOf = (moment) => [
  element('span', { class: 'time' }, timeOf(moment)),
  ...moment.pictures.slice(0, 1).map(thumbnailOf),
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
]

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

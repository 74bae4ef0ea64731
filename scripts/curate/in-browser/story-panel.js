// The story: its parts, what was taken into each, and the place where the next moment goes.
import { draw, drawAnew, foundIn, settle } from './drawn-anew.js'
import { byId, counted, element } from './element.js'
import { partPiece } from './story-part.js'

/**
 * @import { DeskMoment, DeskState } from '../protocol.ts'
 * @import { Wish } from './changes.js'
 * @import { Piece } from './drawn-anew.js'
 * @typedef {{ part: number, item: number }} Place
 * @typedef {object} StoryDoes
 * @property {(wish: Wish) => Promise<boolean | undefined>} change
 * @property {(name: string) => void} choose
 * @property {(name: string) => DeskMoment | undefined} moment
 */

/** @param {StoryDoes} does */
export function storyPanel(does) {
  const body = byId('story-body', HTMLElement)
  /** @type {DeskState | undefined} */
  let state
  let chosen = ''
  /** What is taken next goes behind it. @type {Place | undefined} */
  let cursor

  const focuses = focusesIn(body)

  /** @param {Place} place */
  const stand = (place) => {
    cursor = place
    markCursor(body, place)
  }
  const addPart = () => {
    // What is taken next goes into the new part.
    cursor = undefined
    void does.change(({ story }) => ({ kind: 'add-part', at: story.length, title: '', session: '' }))
  }
  const show = () => {
    if (!state) return
    const { story, sessions } = state
    const about = { sessions, count: story.length, chosen }
    byId('story-count', HTMLElement).textContent = counted(takenIn(story), 'moment')
    drawAnew(body, '', () =>
      draw(body, [
        ...(story.length === 0 ? [BEGIN] : []),
        ...story.map((part, index) => partPiece(part, index, about, { ...does, ...focuses, stand })),
        { key: 'add', make: () => addButton(addPart) },
      ]),
    )
    markCursor(body, cursor)
  }
  return {
    /** @param {DeskState} now @param {string} name */
    show: (now, name) => {
      state = now
      chosen = name
      const length = cursor && now.story[cursor.part]?.items.length
      if (cursor && (length === undefined || cursor.item >= length)) cursor = undefined
      show()
    },
    /** @param {boolean} isRefused */
    settle: (isRefused) => settle(body, isRefused),
    /** @param {DeskMoment | undefined} moment */
    nextPlace: (moment) => placeFor(moment, state?.story ?? [], cursor),
    /** @param {Place} place */
    setCursor: (place) => {
      stand(place)
      body.querySelector('[data-cursor]')?.scrollIntoView({ block: 'nearest' })
    },
  }
}

/**
 * Behind the cursor; else in the part of its session; else at the end.
 * @param {DeskMoment | undefined} moment
 * @param {DeskState['story']} story
 * @param {Place | undefined} cursor
 * @returns {{ part: number, at: number }}
 */
function placeFor(moment, story, cursor) {
  if (cursor) return { part: cursor.part, at: cursor.item + 1 }
  const own = moment?.session ? story.findIndex(({ session }) => session === moment.session) : -1
  const part = own >= 0 ? own : Math.max(0, story.length - 1)
  return { part, at: story[part]?.items.length ?? 0 }
}

/** @param {HTMLElement} body */
const focusesIn = (body) => ({
  /** The moment that is nearest to it: the keys go on from there. @param {Place} place */
  focusNear: ({ part, item }) => {
    const all = [...body.querySelectorAll(`[data-part="${part}"] .open`)]
    const found = all.find((one) => (placeIn(one)?.item ?? -1) >= item) ?? all.at(-1) ?? body
    if (found instanceof HTMLElement) found.focus()
  },
  /** @param {Place} place */
  focusLine: ({ part, item }) => {
    const field = body.querySelector(`[data-part="${part}"][data-item="${item}"] textarea`)
    if (!(field instanceof HTMLTextAreaElement)) return
    field.focus()
    field.select()
  },
  /** @param {string} key */
  focusOn: (key) => foundIn(body, key)?.focus(),
  /** @param {string} key */
  placeOf: (key) => placeIn(foundIn(body, key)),
})

/** @param {Element | undefined} inItem @returns {Place | undefined} */
function placeIn(inItem) {
  const item = inItem?.closest('.item')
  if (!(item instanceof HTMLElement)) return undefined
  return { part: Number(item.dataset.part), item: Number(item.dataset.item) }
}

/** @param {DeskState['story']} story */
const takenIn = (story) => story.flatMap(({ items }) => items).filter((item) => 'moment' in item).length

/** @param {HTMLElement} body @param {Place | undefined} cursor */
function markCursor(body, cursor) {
  for (const item of body.querySelectorAll('.item'))
    if (item instanceof HTMLElement)
      item.toggleAttribute(
        'data-cursor',
        Number(item.dataset.part) === cursor?.part && Number(item.dataset.item) === cursor.item,
      )
}

/** @param {() => void} add */
function addButton(add) {
  const button = element('button', { type: 'button', class: 'add', 'data-focus': 'add-part' }, 'Add a part')
  button.addEventListener('click', add)
  return button
}

/** @type {Piece} */
const BEGIN = {
  key: 'begin',
  make: () =>
    element(
      'p',
      { class: 'none' },
      'No story is written yet: the day is told by time. Take a moment, or add a part, to tell it as you would.',
    ),
}

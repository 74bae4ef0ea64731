// The story: its parts, what was taken into each, and the place where the next moment goes.

import { drawAnew } from './drawn-anew.js'
import { byId, counted, element } from './element.js'
import { storyItem, tool } from './story-item.js'

/**
 * @import { Change, DeskItem, DeskMoment, DeskPart, DeskState } from '../protocol.ts'
 * @typedef {{ part: number, item: number }} Place
 */

/**
 * @param {object} does
 * @param {(change: Change) => Promise<boolean>} does.change
 * @param {(name: string) => void} does.choose
 * @param {(name: string) => DeskMoment | undefined} does.moment
 */
export function storyPanel(does) {
  const body = byId('story-body', HTMLElement)
  /** @type {DeskState | undefined} */
  let state
  let chosen = ''
  /** What is taken next goes behind it. @type {Place | undefined} */
  let cursor

  const draw = () => {
    if (!state) return
    const { story } = state
    const taken = story.flatMap(({ items }) => items).filter((item) => 'moment' in item).length
    byId('story-count', HTMLElement).textContent = counted(taken, 'moment')
    drawAnew(body, () => {
      body.replaceChildren(
        ...(story.length === 0 ? [begin()] : []),
        ...story.map((part, index) => partOf(part, index, story)),
        addPart(story.length),
      )
    })
  }
  /** @param {DeskPart} part @param {number} index @param {readonly DeskPart[]} story */
  const partOf = (part, index, story) =>
    element(
      'section',
      { class: 'part', 'data-part': String(index), 'aria-label': `Part ${index + 1}: ${titleOf(part)}` },
      partHead(part, index, story.length),
      element('ol', {}, ...part.items.map((item, at) => itemOf(item, { part: index, item: at }, story))),
      ...(part.items.length === 0 ? [element('p', { class: 'none' }, 'Nothing is in it yet.')] : []),
    )
  /** @param {DeskPart} part */
  const titleOf = ({ title, session }) =>
    title || state?.sessions.find(({ id }) => id === session)?.title || 'without a title'

  /** @param {DeskPart} part @param {number} index @param {number} count */
  const partHead = ({ title, session }, index, count) => {
    const focus = `part-${index}`
    const select = element(
      'select',
      { 'aria-label': `Part ${index + 1} belongs to`, 'data-focus': focus },
      element('option', { value: '' }, 'A title of its own'),
      ...(state?.sessions ?? []).map(({ id, title: words, hours }) =>
        element('option', { value: id }, hours ? `${words} (${hours})` : words),
      ),
    )
    select.value = session
    const field = element('input', {
      ...{ type: 'text', 'aria-label': `Title of part ${index + 1}`, 'data-focus': `${focus}-title` },
      ...{ placeholder: session ? 'Another title' : 'Title', autocomplete: 'off' },
    })
    field.value = title
    const tell = () =>
      void does.change({ kind: 'part', part: index, title: field.value.trim(), session: select.value })
    select.addEventListener('change', tell)
    field.addEventListener('change', tell)
    return element(
      'div',
      { class: 'part-head' },
      select,
      element(
        'span',
        { class: 'tools' },
        tool('↑', `Part ${index + 1} earlier`, `${focus}-up`, () => movePart(index, index - 1, count)),
        tool('↓', `Part ${index + 1} later`, `${focus}-down`, () => movePart(index, index + 1, count)),
        tool(
          '×',
          `Remove part ${index + 1}`,
          `${focus}-gone`,
          () => void does.change({ kind: 'remove-part', part: index }),
        ),
      ),
      field,
    )
  }
  /** @param {number} part @param {number} to @param {number} count */
  const movePart = (part, to, count) => {
    if (to >= 0 && to < count) void does.change({ kind: 'move-part', part, to })
  }

  /** @param {DeskItem} item @param {Place} at @param {readonly DeskPart[]} story */
  const itemOf = (item, at, story) => {
    const name = 'moment' in item ? item.moment : ''
    const isCursor = cursor?.part === at.part && cursor.item === at.item
    const focus = name ? `item-${name}` : `line-${'line' in item ? item.line : ''}`
    return storyItem(
      item,
      name ? does.moment(name) : undefined,
      { ...at, focus, isCursor, isChosen: name === chosen && name !== '' },
      {
        choose: does.choose,
        move: (step) => move(at, step, story),
        leave: () => void does.change(name ? { kind: 'leave', name } : { kind: 'line', ...at, words: '' }),
        say: (words) => void does.change({ kind: 'line', ...at, words }),
        addLine: () => void addLine(at),
        stand: () => {
          cursor = at
          for (const one of body.querySelectorAll('[data-cursor]')) one.removeAttribute('data-cursor')
          body
            .querySelector(`[data-part="${at.part}"][data-item="${at.item}"]`)
            ?.setAttribute('data-cursor', '')
        },
      },
    )
  }
  /** Over the edge of a part into the next. @param {Place} at @param {1 | -1} step @param {readonly DeskPart[]} story */
  const move = ({ part, item }, step, story) => {
    const length = story[part]?.items.length ?? 0
    const to = item + step
    if (to >= 0 && to < length) void does.change({ kind: 'move', part, item, toPart: part, to })
    else if (step < 0 && part > 0)
      void does.change({ kind: 'move', part, item, toPart: part - 1, to: story[part - 1]?.items.length ?? 0 })
    else if (step > 0 && part < story.length - 1)
      void does.change({ kind: 'move', part, item, toPart: part + 1, to: 0 })
  }
  /** @param {Place} at */
  const addLine = async ({ part, item }) => {
    const isDone = await does.change({ kind: 'add-line', part, at: item + 1, words: NEW_LINE })
    if (!isDone) return
    const field = body.querySelector(`[data-part="${part}"][data-item="${item + 1}"] textarea`)
    if (!(field instanceof HTMLTextAreaElement)) return
    field.focus()
    field.select()
  }
  /** @param {number} at */
  const addPart = (at) => {
    const button = element('button', { type: 'button', class: 'add', 'data-focus': 'add-part' }, 'Add a part')
    button.addEventListener('click', () => {
      // What is taken next goes into the new part.
      cursor = undefined
      void does.change({ kind: 'add-part', at, title: '', session: '' })
    })
    return button
  }

  return {
    /** @param {DeskState} now @param {string} name */
    show: (now, name) => {
      state = now
      chosen = name
      const last = cursor && now.story[cursor.part]?.items.length
      if (cursor && (last === undefined || cursor.item >= last)) cursor = undefined
      draw()
    },
    /** Behind the cursor; else in the part of its session; else at the end. @param {DeskMoment | undefined} moment @returns {{ part: number, at: number }} */
    nextPlace: (moment) => {
      const story = state?.story ?? []
      if (cursor) return { part: cursor.part, at: cursor.item + 1 }
      const own = moment?.session ? story.findIndex(({ session }) => session === moment.session) : -1
      const part = own >= 0 ? own : Math.max(0, story.length - 1)
      return { part, at: story[part]?.items.length ?? 0 }
    },
    /** @param {Place} place */
    setCursor: (place) => {
      cursor = place
      draw()
      body.querySelector('[data-cursor]')?.scrollIntoView({ block: 'nearest' })
    },
  }
}

const NEW_LINE = 'A line between'

const begin = () =>
  element(
    'p',
    { class: 'none' },
    'No story is written yet: the day is told by time. Take a moment, or add a part, to tell it as you would.',
  )

// What was found, as a list of any length: only the rows in sight, a few around them, and the one that is chosen are
// in the page.
import { draw } from './drawn-anew.js'
import { element } from './element.js'
import { hourPiece, momentPiece, optionId } from './found-row.js'
import { HOUR_PX, heightOf, MOMENT_PX, rowAt, rowsOf } from './rows.js'

/**
 * @import { DeskMoment } from '../protocol.ts'
 * @import { Row } from './rows.js'
 */

const AROUND_PX = 400

/**
 * @typedef {object} ListDoes
 * @property {(name: string) => void} choose
 * @property {(name: string) => void} take
 * @property {() => void} open
 */

/** @param {HTMLElement} list @param {ListDoes} does */
export function foundList(list, does) {
  const sizer = element('div', { class: 'sizer', role: 'presentation' })
  list.append(sizer)
  /** @type {readonly DeskMoment[]} */
  let moments = []
  /** @type {readonly Row[]} */
  let rows = []
  /** @type {ReadonlySet<string>} */
  let taken = new Set()
  let active = ''

  const redraw = () => {
    const chosen = rowOf(rows, active)
    const about = { total: moments.length, taken, active }
    draw(
      sizer,
      rowsInSight(list, rows, chosen).map((row) => pieceOf(row, about)),
    )
    if (chosen) list.setAttribute('aria-activedescendant', optionId(active))
    else list.removeAttribute('aria-activedescendant')
  }
  /** @param {string} name */
  const mark = (name) => {
    active = name
    reveal(list, rowOf(rows, active))
    redraw()
  }
  /** @param {number} index */
  const choose = (index) => {
    const moment = moments[Math.min(Math.max(index, 0), moments.length - 1)]
    if (!moment) return
    mark(moment.name)
    does.choose(active)
  }
  listenTo(list, {
    step: (steps) => choose(moments.findIndex(({ name }) => name === active) + steps),
    choose: (name) => choose(moments.findIndex((one) => one.name === name)),
    open: does.open,
    take: (name = active) => name && does.take(name),
  })
  list.addEventListener('scroll', redraw, { passive: true })
  new ResizeObserver(redraw).observe(list)

  return {
    /** @param {readonly DeskMoment[]} found @param {ReadonlySet<string>} inStory */
    show: (found, inStory) => {
      const top = rows[rowAt(rows, list.scrollTop)]
      moments = found
      taken = inStory
      rows = rowsOf(found)
      sizer.style.setProperty('height', `${heightOf(rows)}px`)
      if (top && list.scrollTop > 0) list.scrollTop += (sameRow(rows, top)?.top ?? top.top) - top.top
      redraw()
    },
    /** What somebody chose elsewhere. */
    mark,
    active: () => active,
  }
}

/** @param {Row} row @param {{ total: number, taken: ReadonlySet<string>, active: string }} about */
function pieceOf(row, { total, taken, active }) {
  if (row.kind === 'hour') return hourPiece(row)
  const { name } = row.moment
  return momentPiece(row, { total, isTaken: taken.has(name), isActive: name === active })
}

/**
 * What is chosen stays in the page, so that it can be named as the active one.
 * @param {HTMLElement} list
 * @param {readonly Row[]} rows
 * @param {Row | undefined} chosen
 */
function rowsInSight({ scrollTop, clientHeight }, rows, chosen) {
  const first = rowAt(rows, scrollTop - AROUND_PX)
  const last = rowAt(rows, scrollTop + clientHeight + AROUND_PX)
  const seen = rows.slice(first, last + 1)
  return chosen && !seen.includes(chosen) ? [...seen, chosen] : seen
}

/** @param {HTMLElement} list @param {Row | undefined} row */
function reveal(list, row) {
  if (!row) return
  const above = row.top - HOUR_PX
  if (above < list.scrollTop) list.scrollTop = above
  const below = row.top + row.height
  if (below > list.scrollTop + list.clientHeight) list.scrollTop = below - list.clientHeight
}

/**
 * @param {HTMLElement} list
 * @param {object} acts
 * @param {(steps: number) => void} acts.step
 * @param {(name: string) => void} acts.choose
 * @param {() => void} acts.open
 * @param {(name?: string) => void} acts.take what is chosen, without a name
 */
function listenTo(list, { step, choose, open, take }) {
  const page = () => Math.max(1, Math.floor(list.clientHeight / MOMENT_PX) - 1)
  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: () => step(page()),
    PageUp: () => step(-page()),
    Home: () => step(Number.NEGATIVE_INFINITY),
    End: () => step(Number.POSITIVE_INFINITY),
    Enter: open,
    t: () => take(),
  }
  list.addEventListener('keydown', (event) => {
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  })
  for (const [name, act] of /** @type {const} */ ([
    ['click', choose],
    ['dblclick', take],
  ]))
    list.addEventListener(name, ({ target }) => {
      const moment = nameAt(target)
      if (moment) act(moment)
    })
}

/** @param {readonly Row[]} rows @param {string} name */
const rowOf = (rows, name) => rows.find((row) => row.kind === 'moment' && row.moment.name === name)

/** What is in sight stays where it is when something comes above it. @param {readonly Row[]} rows @param {Row} row */
const sameRow = (rows, row) =>
  row.kind === 'moment'
    ? rowOf(rows, row.moment.name)
    : rows.find((one) => one.kind === 'hour' && one.label === row.label)

/** @param {EventTarget | null} target */
export const nameAt = (target) => {
  const row = target instanceof Element ? target.closest('[data-name]') : null
  return row instanceof HTMLElement ? (row.dataset.name ?? '') : ''
}

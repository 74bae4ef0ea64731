// What was found, as a list of any length: only the rows in sight, a few around them, and the one that is chosen are
// in the page.
import { draw as drawPieces } from './drawn-anew.js'
import { element } from './element.js'
import { hourPiece, momentPiece, optionId } from './found-row.js'
import { heightOf, rowAt, rowsOf } from './rows.js'

/**
 * @import { DeskMoment } from '../protocol.ts'
 * @import { Row } from './rows.js'
 */

const AROUND_PX = 400

/**
 * @param {HTMLElement} list
 * @param {object} does
 * @param {(name: string) => void} does.choose
 * @param {(name: string) => void} does.take
 * @param {() => void} does.open
 */
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
  let drawn = ''

  const draw = () => {
    const top = list.scrollTop
    const first = rowAt(rows, top - AROUND_PX)
    const last = rowAt(rows, top + list.clientHeight + AROUND_PX)
    const key = `${first} ${last}`
    if (key === drawn) return
    drawn = key
    const seen = rows.slice(first, last + 1)
    const chosen = rows.find((row) => row.kind === 'moment' && row.moment.name === active)
    // What is chosen stays in the page, so that it can be named as the active one.
    drawPieces(sizer, [...seen, ...(chosen && !seen.includes(chosen) ? [chosen] : [])].map(pieceOf))
    if (chosen) list.setAttribute('aria-activedescendant', optionId(active))
    else list.removeAttribute('aria-activedescendant')
  }
  /** @param {Row} row */
  const pieceOf = (row) => {
    if (row.kind === 'hour') return hourPiece(row)
    const { name } = row.moment
    const about = { total: moments.length, isTaken: taken.has(name), isActive: name === active }
    return momentPiece(row, about)
  }
  const redraw = () => {
    drawn = ''
    draw()
  }
  /** @param {number} index */
  const choose = (index) => {
    const moment = moments[Math.min(Math.max(index, 0), moments.length - 1)]
    if (!moment) return
    active = moment.name
    reveal()
    redraw()
    does.choose(active)
  }
  const reveal = () => {
    const row = rows.find((one) => one.kind === 'moment' && one.moment.name === active)
    if (!row) return
    const above = row.top - 40
    if (above < list.scrollTop) list.scrollTop = above
    const below = row.top + row.height
    if (below > list.scrollTop + list.clientHeight) list.scrollTop = below - list.clientHeight
  }
  const at = () => moments.findIndex(({ name }) => name === active)
  const page = () => Math.max(1, Math.floor(list.clientHeight / 80) - 1)

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => choose(at() + 1),
    ArrowUp: () => choose(at() - 1),
    PageDown: () => choose(at() + page()),
    PageUp: () => choose(at() - page()),
    Home: () => choose(0),
    End: () => choose(moments.length - 1),
    Enter: () => does.open(),
    t: () => active && does.take(active),
  }
  list.addEventListener('keydown', (event) => {
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  })
  list.addEventListener('click', ({ target }) => {
    const name = nameAt(target)
    if (name) choose(moments.findIndex((one) => one.name === name))
  })
  list.addEventListener('dblclick', ({ target }) => {
    const name = nameAt(target)
    if (name) does.take(name)
  })
  list.addEventListener('scroll', draw, { passive: true })
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
    /** What somebody chose elsewhere. @param {string} name */
    mark: (name) => {
      active = name
      reveal()
      redraw()
    },
    active: () => active,
  }
}

/** What is in sight stays where it is when something comes above it. @param {readonly Row[]} rows @param {Row} row */
const sameRow = (rows, row) =>
  row.kind === 'moment'
    ? rows.find((one) => one.kind === 'moment' && one.moment.name === row.moment.name)
    : rows.find((one) => one.kind === 'hour' && one.label === row.label)

/** @param {EventTarget | null} target */
export const nameAt = (target) => {
  const row = target instanceof Element ? target.closest('[data-name]') : null
  return row instanceof HTMLElement ? (row.dataset.name ?? '') : ''
}

// The pages in their scroller: where they stand, which are in sight, and that only those are drawn.
import { canvasJob, textJob } from './draw-leaf.js'
import { element } from './element.js'
import { inSightOf, rowsOf, scaleOf } from './layout.js'
import { label, letGo, newLeaf } from './leaf.js'

/**
 * @import { Job } from './draw-queue.js'
 * @import { Layout } from './layout.js'
 * @import { Leaf } from './leaf.js'
 * @import { ShownPage } from './pages-of-state.js'
 */

/**
 * `fraction` is how much of the page’s height has been scrolled away.
 * @typedef {{ readonly leaf: Leaf, readonly fraction: number }} Place
 */

/**
 * @typedef {object} Parts
 * @property {HTMLElement} scroller
 * @property {(jobs: readonly Job[]) => void} draw
 * @property {() => void} onMove after a scroll, a change of layout, or new pages
 * @property {(leaf: Leaf) => void} onText when the text of a page is there
 */

/**
 * What is shown, and how.
 * @typedef {object} Shown
 * @property {Leaf[]} leaves
 * @property {HTMLElement[]} rows
 * @property {Layout} layout
 * @property {number} scale
 * @property {string} language
 * @property {number} version
 */

/** @typedef {Parts & Shown} View */

/** Pages this much of a screen above and below are drawn, too; the canvases of all others are let go. */
const NEAR = 1
/** Pixels around the pages that stay in sight above a page. */
const ROOM_ABOVE = 12

/** @param {Parts} parts */
export function pagesView(parts) {
  /** @type {View} */
  const view = {
    ...parts,
    leaves: [],
    rows: [],
    layout: { view: 'single', zoom: 'width' },
    scale: 0,
    language: 'en',
    version: 0,
  }
  view.scroller.addEventListener('scroll', () => requestAnimationFrame(() => refresh(view)), {
    passive: true,
  })
  new ResizeObserver(() => {
    if (view.leaves.length > 0) settle(view, placeIn(view))
  }).observe(view.scroller)
  return {
    show: (/** @type {Now} */ now) => show(view, now),
    /** @param {number} number @param {number} [yPt] */
    goTo: (number, yPt) => goTo(view, number, yPt),
    atCurrent: () => atCurrent(view),
    inSight: () => inSight(view, 0),
    leaves: () => view.leaves,
    topPage: () => placeIn(view)?.leaf.page.number ?? 1,
    scale: () => view.scale,
    setLayout: (/** @type {Layout} */ next) => setLayout(view, next),
    turn: (/** @type {number} */ rowsOn) => turn(view, rowsOn),
  }
}

/**
 * `added`: how many pages stand before the one in sight that did not before. Its canvas moves with it.
 * @typedef {{ pages: readonly ShownPage[], language: string, version: number, added: number }} Now
 */

/** @param {View} view @param {Now} now */
function show(view, { pages, language, version, added }) {
  const { leaves } = view
  const held = placeIn(view)
  Object.assign(view, { language, version })
  const before = leaves.length
  if (held) move(leaves, leaves.indexOf(held.leaf), added)
  while (leaves.length < pages.length) leaves.push(newLeaf())
  leaves.length = pages.length
  for (const [index, page] of pages.entries()) label(leaves[index], page)
  if (added !== 0 || leaves.length !== before) fillRows(view)
  settle(view, held)
}

/** @param {Leaf[]} leaves @param {number} index @param {number} added */
function move(leaves, index, added) {
  if (added > 0) leaves.splice(index, 0, ...Array.from({ length: added }, newLeaf))
  else leaves.splice(Math.max(0, index + added), Math.min(index, -added))
}

/** @param {View} view @param {Layout} next */
function setLayout(view, next) {
  const held = placeIn(view)
  const isOther = next.view !== view.layout.view
  view.layout = next
  if (isOther) fillRows(view)
  settle(view, held)
}

/** @param {View} view */
function fillRows(view) {
  const { leaves, layout, scroller } = view
  view.rows = rowsOf(leaves.length, layout.view).map((numbers) =>
    element(
      'div',
      { class: numbers.length > 1 ? 'row pair' : 'row' },
      ...numbers.map((number) => leaves[number - 1]?.element ?? element('div')),
    ),
  )
  scroller.replaceChildren(...view.rows)
}

/**
 * Sizes all pages, and scrolls back to what was in sight.
 * @param {View} view @param {Place | undefined} held
 */
function settle(view, held) {
  const { leaves, scroller, scale } = view
  const pages = leaves.map(({ page }) => page)
  view.scale = scaleOf(view.layout, pages, scroller)
  if (view.scale !== scale) scroller.style.setProperty('--total-scale-factor', String(view.scale))
  if (held && leaves.includes(held.leaf)) scrollTo(scroller, held)
  refresh(view)
}

/** @param {View} view */
function refresh(view) {
  const seen = inSight(view, 0)
  const near = inSight(view, NEAR)
  for (const leaf of view.leaves) if (!near.includes(leaf)) letGo(leaf)
  const later = near.filter((leaf) => !seen.includes(leaf))
  view.draw(
    [seen, later].flatMap((some) => [
      ...some.flatMap((leaf) => canvasJob(leaf, view)),
      ...some.flatMap((leaf) => textJob(leaf, view)),
    ]),
  )
  view.onMove()
}

/** @param {View} view @param {number} margin in screens */
const inSight = ({ scroller, leaves }, margin) => inSightOf(scroller, leaves, (leaf) => leaf.element, margin)

/** @param {View} view @returns {Place | undefined} */
function placeIn({ leaves, scroller }) {
  const leaf = leaves.find(
    ({ element: { offsetTop, offsetHeight } }) => offsetTop + offsetHeight > scroller.scrollTop,
  )
  return leaf && { leaf, fraction: (scroller.scrollTop - leaf.element.offsetTop) / leaf.element.offsetHeight }
}

/** @param {HTMLElement} scroller @param {Place} place */
function scrollTo(scroller, { leaf, fraction }) {
  scroller.scrollTop = leaf.element.offsetTop + fraction * leaf.element.offsetHeight
}

/** The row that a reader would say they are at. @param {View} view */
function currentRow({ scroller, rows }) {
  const line = scroller.scrollTop + scroller.clientHeight / 3
  const index = rows.findIndex(({ offsetTop, offsetHeight }) => offsetTop + offsetHeight > line)
  return index < 0 ? rows.length - 1 : index
}

/** @param {View} view */
function atCurrent(view) {
  const row = view.rows[currentRow(view)]
  return view.leaves.filter(({ element: { parentElement } }) => row !== undefined && parentElement === row)
}

/** @param {View} view @param {number} rowsOn */
function turn(view, rowsOn) {
  const { rows, leaves } = view
  const row = rows[Math.min(Math.max(currentRow(view) + rowsOn, 0), rows.length - 1)]
  const leaf = leaves.find(({ element: { parentElement } }) => parentElement === row)
  if (leaf) goTo(view, leaf.page.number)
}

/**
 * To the top of a page, or of what stands there `yPt` from it.
 * @param {View} view @param {number} number @param {number} [yPt]
 */
function goTo(view, number, yPt) {
  const { leaves, scroller, scale } = view
  const leaf = leaves[Math.min(Math.max(number, 1), leaves.length) - 1]
  if (!leaf) return
  const lead = yPt === undefined ? ROOM_ABOVE : scroller.clientHeight / 3
  scroller.scrollTop = leaf.element.offsetTop + (yPt ?? 0) * scale - lead
  refresh(view)
}

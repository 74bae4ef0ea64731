// Search in the text of all pages: where, with some words around it, and a mark on the page.
import { openPage } from './documents.js'
import { byId, counted, element } from './element.js'
import { clearMarks, runsOf, setMarks } from './page-marks.js'
import { nameOf } from './pages-of-state.js'
import { excerpt, matchesIn, searchText, spansOf } from './text-of-page.js'

/**
 * @import { Leaf } from './leaf.js'
 * @import { ShownPage } from './pages-of-state.js'
 * @import { Match, SearchText } from './text-of-page.js'
 * @typedef {{ readonly page: ShownPage, readonly text: SearchText, readonly match: Match }} Found
 */

const MOST_LISTED = 300
const TYPED_MS = 150

/**
 * @typedef {object} Parts
 * @property {() => readonly Leaf[]} leaves
 * @property {(page: number, yPt: number) => void} jump
 */

/**
 * What was asked last, and what was found. `read`: texts by the marks of pages, for an unchanged page is not read
 * again.
 * `answered`: the words that `found` is the answer to.
 * @typedef {object} Asked
 * @property {HTMLInputElement} field
 * @property {HTMLElement} list
 * @property {HTMLElement} count
 * @property {readonly ShownPage[]} pages
 * @property {Map<string, SearchText>} read
 * @property {Found[]} found
 * @property {number} current
 * @property {string} answered
 * @property {number} turn
 * @property {number} timer until what is being typed is looked for
 */

/** @typedef {Parts & Asked} Search */

/** @param {Parts} parts */
export function searchPanel(parts) {
  /** @type {Search} */
  const search = {
    ...parts,
    field: byId('search-words', HTMLInputElement),
    list: byId('found', HTMLElement),
    count: byId('found-count', HTMLElement),
    pages: [],
    read: new Map(),
    found: [],
    current: -1,
    answered: '',
    turn: 0,
    timer: 0,
  }
  listen(search)
  return {
    markLeaf: (/** @type {Leaf} */ leaf) => markLeaf(search, leaf),
    focus: () => search.field.select(),
    show: (/** @type {readonly ShownPage[]} */ now) => show(search, now),
  }
}

/** @param {Search} search */
function listen(search) {
  search.field.addEventListener('input', () => {
    clearTimeout(search.timer)
    search.timer = setTimeout(() => void find(search, false), TYPED_MS)
  })
  search.field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !event.shiftKey) return
    event.preventDefault()
    go(search, -1)
  })
  byId('search-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault()
    go(search, 1)
  })
  byId('found-before', HTMLElement).addEventListener('click', () => go(search, -1))
}

/** @param {Search} search @param {readonly ShownPage[]} now */
function show(search, now) {
  const { pages, read } = search
  const isOther = now.length !== pages.length || now.some(({ mark }, index) => mark !== pages[index]?.mark)
  search.pages = now
  if (!isOther) return
  const marks = new Set(now.map(({ mark }) => mark))
  for (const mark of read.keys()) if (!marks.has(mark)) read.delete(mark)
  if (search.field.value.trim() !== '') void find(search, true)
}

/**
 * The latest question wins. @param {Search} search @param {boolean} isAgain after a change of the paper: what was
 * current stays so
 */
async function find(search, isAgain) {
  search.turn += 1
  const mine = search.turn
  const kept = isAgain ? search.current : -1
  const words = search.field.value.trim()
  const { pages, read, count } = search
  /** @type {Found[]} */
  const now = []
  for (const page of words === '' ? [] : pages) {
    const text = await textOf(page, read).catch(() => undefined)
    if (mine !== search.turn) return
    if (text) for (const match of matchesIn(text, words)) now.push({ page, text, match })
    if (page.number % 50 === 0) count.textContent = `Reading page ${page.number} of ${pages.length} …`
  }
  search.found = now
  search.answered = words
  search.current = Math.min(kept, now.length - 1)
  search.list.replaceChildren(...now.slice(0, MOST_LISTED).map((one, index) => itemOf(search, one, index)))
  count.textContent = words === '' ? '' : foundWords(now)
  point(search)
  for (const leaf of search.leaves()) markLeaf(search, leaf)
}

/** @param {Search} search @param {Found} one @param {number} index */
function itemOf(search, { page, text, match }, index) {
  const words = excerpt(text, match)
  const button = element(
    'button',
    { type: 'button' },
    element('span', { class: 'at' }, nameOf(page)),
    ' ',
    words.before,
    element('mark', {}, words.match),
    words.after,
  )
  button.addEventListener('click', () => choose(search, index))
  return element('li', {}, button)
}

/** @param {Search} search @param {number} index */
function choose(search, index) {
  const { found, count, jump, leaves } = search
  const chosen = found[index]
  if (!chosen) return
  search.current = index
  point(search)
  jump(chosen.page.number, chosen.text.pieces[spansOf(chosen.text, chosen.match)[0]?.piece ?? 0]?.yPt ?? 0)
  for (const leaf of leaves()) markLeaf(search, leaf)
  count.textContent = `${index + 1} of ${found.length}, ${nameOf(chosen.page).toLowerCase()}`
}

/** @param {Search} search */
function point({ list, current }) {
  for (const [index, button] of [...list.querySelectorAll('button')].entries()) {
    if (index === current) button.setAttribute('aria-current', 'true')
    else button.removeAttribute('aria-current')
  }
}

/** @param {Search} search @param {Leaf} leaf */
function markLeaf({ found, current }, leaf) {
  const here = found.filter(({ page }) => page.number === leaf.page.number)
  if (here.length === 0 || !leaf.text || leaf.textMark !== here[0]?.page.mark)
    return clearMarks(leaf, 'found')
  const runs = runsOf(leaf)
  const groups = here.map((one) => ({ rects: rectsOf(runs, one), isCurrent: one === found[current] }))
  setMarks(leaf, 'found', groups)
}

/** Who is faster than the search waits for it. @param {Search} search @param {number} step */
async function go(search, step) {
  clearTimeout(search.timer) // It would take away what is chosen here.
  if (search.field.value.trim() !== search.answered) await find(search, false)
  const { found, current } = search
  if (found.length > 0)
    choose(search, (current + step + (current < 0 && step < 0 ? 1 : 0) + found.length) % found.length)
}

/** @param {ShownPage} page @param {Map<string, SearchText>} read */
async function textOf(page, read) {
  const known = read.get(page.mark)
  if (known || page.pdf === undefined) return known
  const source = await openPage({ pdf: page.pdf, isAhead: page.isAhead, place: page.place })
  const { items } = await source.getTextContent({ disableNormalization: true })
  const text = searchText(
    items.flatMap((item) =>
      'str' in item ? [{ text: item.str, isLast: item.hasEOL, yPt: page.heightPt - item.transform[5] }] : [],
    ),
  )
  read.set(page.mark, text)
  return text
}

/** @param {readonly Element[]} runs @param {Found} found @returns {DOMRect[]} */
function rectsOf(runs, { text, match }) {
  // Runs without a sign have no element.
  const shown = text.pieces.flatMap(({ text: words }, piece) => (words === '' ? [] : [piece]))
  return spansOf(text, match).flatMap(({ piece, start, end }) => {
    const node = runs[shown.indexOf(piece)]?.firstChild
    if (!node) return []
    const range = document.createRange()
    range.setStart(node, start)
    range.setEnd(node, Math.min(end, node.textContent?.length ?? 0))
    return [...range.getClientRects()]
  })
}

/** @param {readonly Found[]} found */
function foundWords(found) {
  if (found.length === 0) return 'Not found.'
  const pages = new Set(found.map(({ page }) => page.number)).size
  const shown = found.length > MOST_LISTED ? ` The first ${MOST_LISTED} are listed.` : ''
  return `Found ${counted(found.length, 'time')} on ${counted(pages, 'page')}.${shown}`
}

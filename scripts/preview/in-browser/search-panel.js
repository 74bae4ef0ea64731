// Search in the text of all pages: where, with some words around it, and a mark on the page.
import { openPage } from './documents.js'
import { byId, counted, element } from './element.js'
import { clearMarks, runsOf, setMarks } from './page-marks.js'
import { nameOf } from './pages-of-state.js'
import { excerpt, matchesIn, searchText, spansOf } from './text-of-page.js'

/**
 * @import { Leaf } from './pages-view.js'
 * @import { ShownPage } from './pages-of-state.js'
 * @import { Match, SearchText } from './text-of-page.js'
 * @typedef {{ readonly page: ShownPage, readonly text: SearchText, readonly match: Match }} Found
 */

const MOST_LISTED = 300
const TYPED_MS = 150

/**
 * @param {object} parts
 * @param {() => readonly Leaf[]} parts.leaves
 * @param {(page: number, yPt: number) => void} parts.jump
 */
export function searchPanel({ leaves, jump }) {
  const field = byId('search-words', HTMLInputElement)
  const list = byId('found', HTMLElement)
  const count = byId('found-count', HTMLElement)
  /** @type {readonly ShownPage[]} */
  let pages = []
  /** By the marks of pages: an unchanged page is not read again. @type {Map<string, SearchText>} */
  const read = new Map()
  /** @type {Found[]} */
  let found = []
  let current = -1
  /** The words that `found` is the answer to. */
  let answered = ''
  let turn = 0
  let timer = 0

  /** The latest question wins. @param {boolean} isAgain after a change of the paper: what was current stays so */
  const search = async (isAgain) => {
    turn += 1
    const mine = turn
    const kept = isAgain ? current : -1
    const words = field.value.trim()
    /** @type {Found[]} */
    const now = []
    for (const page of words === '' ? [] : pages) {
      const text = await textOf(page, read).catch(() => undefined)
      if (mine !== turn) return
      if (text) for (const match of matchesIn(text, words)) now.push({ page, text, match })
      if (page.number % 50 === 0) count.textContent = `Reading page ${page.number} of ${pages.length} …`
    }
    found = now
    answered = words
    current = Math.min(kept, found.length - 1)
    list.replaceChildren(...found.slice(0, MOST_LISTED).map(itemOf))
    count.textContent = words === '' ? '' : foundWords(found)
    point()
    for (const leaf of leaves()) markLeaf(leaf)
  }

  /** @param {Found} one @param {number} index */
  const itemOf = ({ page, text, match }, index) => {
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
    button.addEventListener('click', () => choose(index))
    return element('li', {}, button)
  }

  /** @param {number} index */
  const choose = (index) => {
    const chosen = found[index]
    if (!chosen) return
    current = index
    point()
    jump(chosen.page.number, chosen.text.pieces[spansOf(chosen.text, chosen.match)[0]?.piece ?? 0]?.yPt ?? 0)
    for (const leaf of leaves()) markLeaf(leaf)
    count.textContent = `${index + 1} of ${found.length}, ${nameOf(chosen.page).toLowerCase()}`
  }

  const point = () => {
    for (const [index, button] of [...list.querySelectorAll('button')].entries()) {
      if (index === current) button.setAttribute('aria-current', 'true')
      else button.removeAttribute('aria-current')
    }
  }

  /** @param {Leaf} leaf */
  const markLeaf = (leaf) => {
    const here = found.filter(({ page }) => page.number === leaf.page.number)
    if (here.length === 0 || !leaf.text || leaf.textMark !== here[0]?.page.mark)
      return clearMarks(leaf, 'found')
    const runs = runsOf(leaf)
    const groups = here.map((one) => ({ rects: rectsOf(runs, one), isCurrent: one === found[current] }))
    setMarks(leaf, 'found', groups)
  }

  /** Who is faster than the search waits for it. @param {number} step */
  const go = async (step) => {
    if (field.value.trim() !== answered) await search(false)
    if (found.length > 0)
      choose((current + step + (current < 0 && step < 0 ? 1 : 0) + found.length) % found.length)
  }

  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void search(false), TYPED_MS)
  })
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !event.shiftKey) return
    event.preventDefault()
    go(-1)
  })
  byId('search-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault()
    go(1)
  })
  byId('found-before', HTMLElement).addEventListener('click', () => go(-1))

  return {
    markLeaf,
    focus: () => field.select(),
    /** @param {readonly ShownPage[]} now */
    show: (now) => {
      const isOther =
        now.length !== pages.length || now.some(({ mark }, index) => mark !== pages[index]?.mark)
      pages = now
      if (!isOther) return
      const marks = new Set(now.map(({ mark }) => mark))
      for (const mark of read.keys()) if (!marks.has(mark)) read.delete(mark)
      if (field.value.trim() !== '') void search(true)
    },
  }
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

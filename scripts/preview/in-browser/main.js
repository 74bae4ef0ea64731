// The preview page: hears of each state, and hands it to those who show a part of it.
import { remember, rememberedChoices } from './choices.js'
import { listen, tellLook } from './connection.js'
import { contentsList } from './contents-list.js'
import { keepDocuments } from './documents.js'
import { drawQueue } from './draw-queue.js'
import { byId, say } from './element.js'
import { findingsList } from './findings-list.js'
import { keys } from './keys.js'
import { announce } from './news.js'
import { nameOf, pagesOf } from './pages-of-state.js'
import { pagesView } from './pages-view.js'
import { isWide, panels } from './panels.js'
import { passages } from './passages.js'
import { searchPanel } from './search-panel.js'
import { shiftBetween } from './shift.js'
import { stoppedStrip } from './stopped-strip.js'
import { thumbnails } from './thumbnails.js'
import { toolbar } from './toolbar.js'
import { LOST, pagesOfBefore, phaseWords, titleWords } from './words.js'

/**
 * @import { PreviewState } from '../protocol.ts'
 * @import { Choices } from './choices.js'
 */

/** A look is told when the scrolling rests. */
const LOOK_MS = 120

const scroller = byId('pages', HTMLElement)
let choices = rememberedChoices(isWide())
/** @type {PreviewState | undefined} */
let shown
/** The contents at the time of the last whole print. @type {PreviewState['contents']} */
let printed = []
let isLost = false
let looked = ''
let lookTimer = 0

const draw = drawQueue(['pages', 'thumbnails'])
const view = pagesView({ scroller, draw: (jobs) => draw('pages', jobs), onMove, onText })
const open = panels(choices, choose)
const contents = contentsList(jump)
const thumbs = thumbnails((jobs) => draw('thumbnails', jobs), jump)
const search = searchPanel({ leaves: view.leaves, jump })
const where = passages({ scroller, leaves: view.leaves, inSight: view.inSight, goTo: view.goTo })
const findings = findingsList(jump, (number) =>
  nameOf(view.leaves()[number - 1]?.page ?? { number, folio: '' }),
)
const stopped = stoppedStrip(open.openFindings)
const tools = toolbar({
  choices: () => choices,
  choose,
  pages: () => view.leaves().map(({ page }) => page),
  scale: view.scale,
  jump,
  turn,
})
keys(scroller, {
  turn,
  end: (end) => jump(end === 'first' ? 1 : view.leaves().length),
  zoom: tools.step,
  fitWidth: tools.fitWidth,
  where: where.here,
  passage: where.move,
  open: where.open,
  search: () => {
    open.openTab('search')
    search.focus()
  },
})
const help = byId('keys', HTMLDialogElement)
byId('show-keys', HTMLElement).addEventListener('click', () => {
  help.showModal()
  byId('keys-title', HTMLElement).focus() // Not by its attribute: the browser would try that when the page is loaded.
})
view.setLayout(choices)
addEventListener('popstate', () => view.goTo(pageOfAddress()))
listen({ onState, onLost })

/** @param {PreviewState} state @param {boolean} isAnew */
function onState(state, isAnew) {
  heard(state.version)
  if (isAnew) keepDocuments([])
  if (state.paper?.version !== shown?.paper?.version) printed = state.contents
  const pages = pagesOf(state, printed)
  const isFirst = view.leaves().length === 0 && pages.length > 0
  const added = shown ? shiftBetween(shown.contents, state.contents)(view.topPage(), false) : 0
  const previous = shown
  shown = state
  view.show({ pages, language: state.language, version: state.version, added })
  keepDocuments([...(state.paper?.pages ?? []).map(({ pdf }) => pdf), state.ahead?.name])
  if (isFirst) begin()
  say(byId('title', HTMLElement), state.title)
  byId('title', HTMLElement).lang = state.language
  document.title = titleWords(state)
  contents.show(state.contents, state.language, pages)
  findings(state.findings)
  say(byId('show-findings', HTMLElement), `Problems (${state.findings.length})`)
  stopped(state)
  thumbs.show(pages)
  search.show(pages)
  tellPhase(state, previous)
  onMove()
}

/**
 * Kept beside the marks `drawn`, so that the time between the two can be taken. Days of writing do not fill the
 * memory. @param {number} version
 */
function heard(version) {
  if (performance.getEntriesByName('drawn').length > 500) performance.clearMarks()
  performance.mark('heard', { detail: { version } })
}

/** The page that the address names, and the keys for those who turn pages with them. */
function begin() {
  view.goTo(pageOfAddress())
  if (document.activeElement === document.body) scroller.focus({ preventScroll: true })
}

/** @param {PreviewState} state @param {PreviewState | undefined} previous */
function tellPhase(state, previous) {
  const words = phaseWords(state)
  const status = byId('status', HTMLElement)
  say(status, words)
  status.dataset.phase = state.phase
  // What is still right is not said again.
  if (isLost || !previous || phaseWords(previous) !== words)
    announce(state.phase === 'stopped' ? `${words} ${pagesOfBefore(state)}` : words)
  isLost = false
}

function onLost() {
  if (isLost) return
  isLost = true
  const status = byId('status', HTMLElement)
  status.textContent = LOST
  status.dataset.phase = 'lost'
  announce(LOST)
}

/** After each scroll, new state and change of size. */
function onMove() {
  const at = view.atCurrent().map(({ page }) => page)
  tools.at(at[0])
  contents.mark(at.at(-1)?.number ?? 1)
  thumbs.mark(at.map(({ number }) => number))
  clearTimeout(lookTimer)
  lookTimer = setTimeout(look, LOOK_MS)
}

function look() {
  const seen = view.inSight().map(({ page }) => page.number)
  const first = view.atCurrent()[0]?.page.number
  const address = `#page-${first}`
  if (first !== undefined && location.hash !== address) history.replaceState(null, '', address)
  if (seen.length === 0 || looked === seen.join()) return
  looked = seen.join()
  void tellLook(seen)
}

/** @param {import('./leaf.js').Leaf} leaf */
function onText(leaf) {
  search.markLeaf(leaf)
  where.onText(leaf)
}

/** The way back leads to the page from which somebody jumped. @param {number} number @param {number} [yPt] */
function jump(number, yPt) {
  open.uncover()
  history.pushState(null, '', `#page-${number}`)
  view.goTo(number, yPt)
}

/** @param {number} rows */
function turn(rows) {
  view.turn(rows)
  const page = view.atCurrent()[0]?.page
  if (page) announce(nameOf(page))
}

/** @param {Partial<Choices>} change */
function choose(change) {
  choices = { ...choices, ...change }
  remember(choices)
  if ('view' in change || 'zoom' in change) view.setLayout(choices)
}

function pageOfAddress() {
  return Number(/^#page-(\d{1,6})$/.exec(location.hash)?.[1] ?? 1)
}

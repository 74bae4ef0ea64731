// Where a text on a page is written: its file and its line, for the mouse and for the keyboard.
import { askSource } from './connection.js'
import { byId, editorLink, element } from './element.js'
import { placeWords } from './finding-words.js'
import { beginning, lineAt, linesOf, middleOf } from './lines-of-page.js'
import { clearMarks, setMarks } from './page-marks.js'

/**
 * @import { SourcePlace } from '../protocol.ts'
 * @import { Leaf } from './leaf.js'
 * @import { Line } from './lines-of-page.js'
 */

const UNKNOWN =
  'Nothing that you have written is known to stand there. Numbers, running heads and drawings are made by the program.'
const NONE_LEFT = 'There is no passage further on.'
/** Lines that are asked for one step: more than a page holds, so that a page without sources does not end the way. */
const MOST_LINES = 200

/**
 * @typedef {object} Parts
 * @property {HTMLElement} scroller
 * @property {() => readonly Leaf[]} leaves
 * @property {() => readonly Leaf[]} inSight
 * @property {(page: number, yPt: number) => void} goTo
 */

/**
 * What was asked last, and what was told of it. `turn` counts the questions: the answer to an earlier one is not told.
 * @typedef {object} Told
 * @property {HTMLElement} said
 * @property {Line | undefined} line
 * @property {SourcePlace | null} place
 * @property {number} turn
 * @property {Map<Leaf, () => void>} awaited
 */

/** @typedef {Parts & Told} Passages */

/** @param {Parts} parts */
export function passages(parts) {
  /** @type {Passages} */
  const all = {
    ...parts,
    said: byId('source', HTMLElement),
    line: undefined,
    place: null,
    turn: 0,
    awaited: new Map(),
  }
  all.scroller.addEventListener('click', (event) => askAtClick(all, event))
  byId('where', HTMLElement).addEventListener('click', () => here(all))
  byId('passage-before', HTMLElement).addEventListener('click', () => move(all, -1))
  byId('passage-on', HTMLElement).addEventListener('click', () => move(all, 1))
  return {
    here: () => here(all),
    move: (/** @type {1 | -1} */ step) => move(all, step),
    open: () => all.said.querySelector('a')?.click(),
    /** @param {Leaf} leaf whose text is another now */
    onText: (leaf) => {
      all.awaited.get(leaf)?.()
      all.awaited.delete(leaf)
      if (all.line?.leaf !== leaf) return
      clearMarks(leaf, 'passage')
      all.line = undefined
    },
  }
}

/** @param {Passages} all @param {MouseEvent} event */
async function askAtClick(all, event) {
  const target = /** @type {Element} */ (event.target)
  const leaf = all.leaves().find(({ element: page }) => page.contains(target))
  // Who selects text does not ask.
  if (!leaf || !(getSelection()?.isCollapsed ?? true)) return
  all.turn += 1
  const mine = all.turn
  const found = await ask(leaf, { x: event.clientX, y: event.clientY })
  if (mine === all.turn) tell(all, lineAt(leaf, target), found)
}

/** @param {Leaf} leaf @param {{ x: number, y: number }} point of the window @returns {Promise<SourcePlace | null>} */
function ask(leaf, { x, y }) {
  const box = leaf.element.getBoundingClientRect()
  const scale = leaf.page.widthPt / box.width
  return askSource({
    number: leaf.page.number,
    xPt: Math.max(0, (x - box.left) * scale),
    yPt: Math.max(0, (y - box.top) * scale),
  })
}

/** @param {Passages} all @param {Line | undefined} at @param {SourcePlace | null} found */
function tell(all, at, found) {
  if (all.line) clearMarks(all.line.leaf, 'passage')
  all.line = at
  all.place = found
  if (at && found)
    setMarks(at.leaf, 'passage', [{ rects: at.runs.map((run) => run.getBoundingClientRect()) }])
  if (!found) return all.said.replaceChildren(UNKNOWN)
  const link = editorLink(found.editorUrl)
  const words = at ? [`“${beginning(at)}” is in `] : ['This is in ']
  all.said.replaceChildren(...words, element('code', {}, placeWords(found)), ...(link ? [' ', link] : []))
}

/** The selection, else the first line in sight. @param {Passages} all */
async function here(all) {
  const selected = getSelection()
  const node = selected && !selected.isCollapsed ? selected.anchorNode?.parentElement : undefined
  const leaf = node && all.leaves().find(({ element: page }) => page.contains(node))
  if (leaf) return void (await show(all, [{ leaf, runs: lineAt(leaf, node)?.runs ?? [] }], null))
  const top = all.scroller.getBoundingClientRect().top
  const lines = all
    .inSight()
    .flatMap(linesOf)
    .filter(({ runs }) => (runs[0]?.getBoundingClientRect().top ?? 0) >= top)
  if (!(await show(all, lines, null))) tell(all, undefined, null)
}

/**
 * The first of the lines that is known to be written somewhere, and somewhere else than at `not`.
 * @param {Passages} all @param {readonly Line[]} lines @param {SourcePlace | null} not
 */
async function show(all, lines, not) {
  all.turn += 1
  const mine = all.turn
  for (const each of lines.slice(0, MOST_LINES)) {
    const found = await ask(each.leaf, middleOf(each))
    if (mine !== all.turn) return true
    if (!found || (found.file === not?.file && found.line === not.line)) continue
    bringIntoSight(all, each)
    tell(all, each, found)
    return true
  }
  return false
}

/** @param {Passages} all @param {Line} at */
function bringIntoSight({ scroller, goTo }, { leaf, runs }) {
  const room = scroller.getBoundingClientRect()
  const box = runs[0]?.getBoundingClientRect()
  if (!box || (box.top >= room.top && box.bottom <= room.bottom)) return
  const page = leaf.element.getBoundingClientRect()
  goTo(leaf.page.number, ((box.top - page.top) * leaf.page.widthPt) / page.width)
}

/** @param {Passages} all @param {1 | -1} step */
async function move(all, step) {
  const { line, place, leaves } = all
  if (!line || !leaves().includes(line.leaf)) return here(all)
  const own = linesOf(line.leaf)
  const index = own.findIndex(({ runs }) => runs[0] === line.runs[0])
  const rest = step > 0 ? own.slice(index + 1) : own.slice(0, Math.max(index, 0)).reverse()
  if (await show(all, rest, place)) return
  for (
    let next = leaves()[line.leaf.page.number - 1 + step];
    next;
    next = leaves()[next.page.number - 1 + step]
  ) {
    if (!next.text) await textThere(all, next)
    const lines = linesOf(next)
    if (await show(all, step > 0 ? lines : lines.reverse(), place)) return
  }
  all.said.replaceChildren(NONE_LEFT)
}

/**
 * A page that is not near is brought there first: only then is its text read. @param {Passages} all @param {Leaf}
 * leaf
 */
const textThere = ({ awaited, goTo }, leaf) =>
  new Promise((done) => {
    awaited.set(leaf, () => done(undefined))
    goTo(leaf.page.number, 0)
    if (leaf.page.pdf === undefined) done(undefined)
  })

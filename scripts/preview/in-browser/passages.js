// Where a text on a page is written: its file and its line, for the mouse and for the keyboard.
import { askSource } from './connection.js'
import { byId, editorLink, element } from './element.js'
import { placeWords } from './finding-words.js'
import { clearMarks, runsOf, setMarks } from './page-marks.js'

/**
 * @import { SourcePlace } from '../protocol.ts'
 * @import { Leaf } from './pages-view.js'
 * @typedef {{ readonly leaf: Leaf, readonly runs: readonly Element[] }} Line
 */

const UNKNOWN =
  'Nothing that you have written is known to stand there. Numbers, running heads and drawings are made by the program.'
const NONE_LEFT = 'There is no passage further on.'
/** Lines that are asked for one step: more than a page holds, so that a page without sources does not end the way. */
const MOST_LINES = 200

/**
 * @param {object} parts
 * @param {HTMLElement} parts.scroller
 * @param {() => readonly Leaf[]} parts.leaves
 * @param {() => readonly Leaf[]} parts.inSight
 * @param {(page: number, yPt: number) => void} parts.goTo
 */
export function passages({ scroller, leaves, inSight, goTo }) {
  const said = byId('source', HTMLElement)
  /** @type {Line | undefined} */
  let line
  /** @type {SourcePlace | null} */
  let place = null
  let turn = 0
  /** @type {Map<Leaf, () => void>} */
  const awaited = new Map()

  /** @param {Leaf} leaf @param {{ x: number, y: number }} point of the window @returns {Promise<SourcePlace | null>} */
  const ask = (leaf, { x, y }) => {
    const box = leaf.element.getBoundingClientRect()
    const scale = leaf.page.widthPt / box.width
    return askSource({
      number: leaf.page.number,
      xPt: Math.max(0, (x - box.left) * scale),
      yPt: Math.max(0, (y - box.top) * scale),
    })
  }

  /** @param {Line | undefined} at @param {SourcePlace | null} found */
  const tell = (at, found) => {
    if (line) clearMarks(line.leaf, 'passage')
    line = at
    place = found
    if (at && found)
      setMarks(at.leaf, 'passage', [{ rects: at.runs.map((run) => run.getBoundingClientRect()) }])
    if (!found) return said.replaceChildren(UNKNOWN)
    const link = editorLink(found.editorUrl)
    const words = at ? [`“${beginning(at)}” is in `] : ['This is in ']
    said.replaceChildren(...words, element('code', {}, placeWords(found)), ...(link ? [' ', link] : []))
  }

  scroller.addEventListener('click', async (event) => {
    const target = /** @type {Element} */ (event.target)
    const leaf = leaves().find(({ element: page }) => page.contains(target))
    // Who selects text does not ask.
    if (!leaf || !(getSelection()?.isCollapsed ?? true)) return
    turn += 1
    const mine = turn
    const found = await ask(leaf, { x: event.clientX, y: event.clientY })
    if (mine === turn) tell(lineAt(leaf, target), found)
  })

  /** The selection, else the first line in sight. */
  const here = async () => {
    const selected = getSelection()
    const node = selected && !selected.isCollapsed ? selected.anchorNode?.parentElement : undefined
    const leaf = node && leaves().find(({ element: page }) => page.contains(node))
    if (leaf) return await show([{ leaf, runs: lineAt(leaf, node)?.runs ?? [] }], null)
    const top = scroller.getBoundingClientRect().top
    const lines = inSight()
      .flatMap(linesOf)
      .filter(({ runs }) => (runs[0]?.getBoundingClientRect().top ?? 0) >= top)
    if (!(await show(lines, null))) tell(undefined, null)
  }

  /**
   * The first of the lines that is known to be written somewhere, and somewhere else than at `not`.
   * @param {readonly Line[]} lines @param {SourcePlace | null} not
   */
  const show = async (lines, not) => {
    turn += 1
    const mine = turn
    for (const each of lines.slice(0, MOST_LINES)) {
      const found = await ask(each.leaf, middleOf(each))
      if (mine !== turn) return true
      if (!found || (found.file === not?.file && found.line === not.line)) continue
      bringIntoSight(each)
      tell(each, found)
      return true
    }
    return false
  }

  /** @param {Line} at */
  const bringIntoSight = ({ leaf, runs }) => {
    const room = scroller.getBoundingClientRect()
    const box = runs[0]?.getBoundingClientRect()
    if (!box || (box.top >= room.top && box.bottom <= room.bottom)) return
    const page = leaf.element.getBoundingClientRect()
    goTo(leaf.page.number, ((box.top - page.top) * leaf.page.widthPt) / page.width)
  }

  /** @param {1 | -1} step */
  const move = async (step) => {
    if (!line || !leaves().includes(line.leaf)) return here()
    const own = linesOf(line.leaf)
    const index = own.findIndex(({ runs }) => runs[0] === line?.runs[0])
    const rest = step > 0 ? own.slice(index + 1) : own.slice(0, Math.max(index, 0)).reverse()
    if (await show(rest, place)) return
    for (
      let next = leaves()[line.leaf.page.number - 1 + step];
      next;
      next = leaves()[next.page.number - 1 + step]
    ) {
      if (!next.text) await textThere(next)
      const lines = linesOf(next)
      if (await show(step > 0 ? lines : lines.reverse(), place)) return
    }
    said.replaceChildren(NONE_LEFT)
  }

  /** A page that is not near is brought there first: only then is its text read. @param {Leaf} leaf */
  const textThere = (leaf) =>
    new Promise((done) => {
      awaited.set(leaf, () => done(undefined))
      goTo(leaf.page.number, 0)
      if (leaf.page.pdf === undefined) done(undefined)
    })

  byId('where', HTMLElement).addEventListener('click', here)
  byId('passage-before', HTMLElement).addEventListener('click', () => move(-1))
  byId('passage-on', HTMLElement).addEventListener('click', () => move(1))

  return {
    here,
    move,
    open: () => said.querySelector('a')?.click(),
    /** @param {Leaf} leaf whose text is another now */
    onText: (leaf) => {
      awaited.get(leaf)?.()
      awaited.delete(leaf)
      if (line?.leaf !== leaf) return
      clearMarks(leaf, 'passage')
      line = undefined
    },
  }
}

/**
 * Runs that stand beside each other, in the order of reading; without running heads and page numbers, which are hidden from
 * those who listen, too.
 * @param {Leaf} leaf
 * @returns {Line[]}
 */
function linesOf(leaf) {
  /** @type {{ leaf: Leaf, runs: Element[] }[]} */
  const lines = []
  for (const run of runsOf(leaf)) {
    if (run.textContent?.trim() === '' || run.closest('[aria-hidden="true"]')) continue
    const last = lines.at(-1)
    const box = run.getBoundingClientRect()
    const before = last?.runs.at(-1)?.getBoundingClientRect()
    const isBeside =
      before && box.top < before.bottom - before.height / 2 && box.bottom > before.top + before.height / 2
    if (last && isBeside) last.runs.push(run)
    else lines.push({ leaf, runs: [run] })
  }
  return lines
}

/** @param {Leaf} leaf @param {Element} target */
const lineAt = (leaf, target) => linesOf(leaf).find(({ runs }) => runs.includes(target))

/** @param {Line} line */
function middleOf({ runs }) {
  const box = runs[0]?.getBoundingClientRect() ?? new DOMRect()
  return { x: box.left + Math.min(box.width / 2, 8), y: box.top + box.height / 2 }
}

/** @param {Line} line */
function beginning({ runs }) {
  const words = runs
    .map(({ textContent }) => textContent)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length <= 60 ? words : `${words.slice(0, 60).replace(/\s+\S*$/, '')} …`
}

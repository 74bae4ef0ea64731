// Runs inside the browser: it can use nothing but what stands in the function itself, and what it brings.
import type { Area } from '../page-geometry.ts'
import { bringing } from '../run-in-page.ts'

/** What is set on a block: its place among the blocks of its run, the name of a `data-` property, and its value. */
export type BlockMark = readonly [
  block: number,
  name: 'floated' | 'above' | 'below' | 'smaller',
  value: string,
]

/** Where a block begins or ends: its column, and the distance from the head of the page. */
interface Edge {
  readonly column: number
  readonly y: number
}

type EdgeOf = (block: Element, end: 'start' | 'end') => Edge | undefined

/**
 * A figure that begins a page because the one before had no room for it leaves a gap there. It is made a float as wide
 * as the text: the browser sets a float that does not fit at the head of the next page, and fills the page with the
 * text behind it, to the line, while the document and its tags keep their order. Where no text may go before a
 * picture, and it would leave half of a page empty, it is made smaller instead. Of runs that lie in columns; gives
 * what was set in each.
 */
export const floatFigures = bringing(
  floatAll,
  floatIn,
  edgesIn,
  mayFloat,
  isFigure,
  textBefore,
  firstKept,
  keepTogether,
  figuresTogether,
  floatThese,
  keepBelow,
  levelAbove,
  mayPass,
  makeSmaller,
)

function floatAll({ width, height }: Area, gap: number): Record<string, BlockMark[]> {
  const NAMES = ['floated', 'above', 'below', 'smaller'] as const
  const MARKED = NAMES.map((name) => `[data-${name}]`).join()
  for (const block of document.querySelectorAll<HTMLElement>(`[data-measured] :is(${MARKED})`))
    for (const name of NAMES) delete block.dataset[name]
  const marks: Record<string, BlockMark[]> = {}
  for (const run of document.querySelectorAll<HTMLElement>('[data-measured][data-kind=flow]')) {
    const figures = [...run.querySelectorAll<HTMLElement>('.flow > :is(figure, table)')].filter(isFigure)
    if (figures.length === 0) continue
    floatIn(figures, edgesIn(run, width + gap, gap), height)
    if (!run.querySelector(MARKED)) continue
    const blocks = [...run.querySelectorAll<HTMLElement>('.flow > *')]
    marks[run.dataset.run ?? ''] = blocks.flatMap((block, index) =>
      NAMES.flatMap((name): BlockMark[] => {
        const value = block.dataset[name]
        return value === undefined ? [] : [[index, name, value]]
      }),
    )
  }
  return marks
}

function edgesIn(run: Element, stride: number, gap: number): EdgeOf {
  const origin = run.getBoundingClientRect()
  return (block, end) => {
    // A block that does not fit leaves an empty box at the foot of the page before.
    const boxes = [...block.getClientRects()].filter(({ height }) => height > 0)
    const box = boxes.at(end === 'start' ? 0 : -1)
    if (!box) return undefined
    const column = Math.floor((box.left - origin.left + gap / 2) / stride)
    return { column, y: (end === 'start' ? box.top : box.bottom) - origin.top }
  }
}

function floatIn(figures: readonly HTMLElement[], edgeOf: EdgeOf, height: number): void {
  /** Of a page's height: a smaller gap is none. */
  const GAP = 0.15
  const LARGE = 0.5
  for (const figure of figures) {
    if (figure.dataset.floated !== undefined) continue
    const first = firstKept(figure)
    const before = textBefore(first)
    const start = edgeOf(first, 'start')
    const end = before && edgeOf(before, 'end')
    if (!start || !end || end.column !== start.column - 1) continue
    const gap = 1 - end.y / height
    if (gap < GAP) continue
    const left = mayFloat(figure) ? floatThese(figuresTogether(figure), gap, edgeOf, height) : gap
    if (left > LARGE) makeSmaller(figure, edgeOf, height)
  }
}

/** Not where its author wants it, or where “As here:” would be followed by something else. */
function mayFloat(block: Element): boolean {
  if (!isFigure(block) || block.matches('.here')) return false
  return !/[:：]\s*$/.test(textBefore(block)?.textContent ?? '')
}

/** A plain table is part of the text around it. */
function isFigure(block: Element): boolean {
  return (
    block.matches('figure.fig, table.wide, table:has(> caption)') &&
    getComputedStyle(block).breakInside === 'avoid'
  )
}

/** What stands in the running text before it. */
function textBefore(block: Element): Element | undefined {
  let before = block.previousElementSibling
  while (before && getComputedStyle(before).float !== 'none') before = before.previousElementSibling
  return before ?? undefined
}

/** The first of what must stand on its page with it: headings above. */
function firstKept(block: Element): Element {
  let first = block
  for (;;) {
    const before = textBefore(first)
    if (!before || getComputedStyle(before).breakAfter !== 'avoid') return first
    first = before
  }
}

/** The figures that follow each other without a word between, from this one on. */
function figuresTogether(figure: HTMLElement): HTMLElement[] {
  const group = [figure]
  for (let next = figure.nextElementSibling; next instanceof HTMLElement; next = next.nextElementSibling) {
    if (!mayFloat(next)) break
    group.push(next)
  }
  return group
}

/** Gives how much of the page before them is empty then, 0 to 1: `gap`, as before, where no text may go there. */
function floatThese(figures: readonly HTMLElement[], gap: number, edgeOf: EdgeOf, height: number): number {
  for (const figure of figures) figure.dataset.floated = ''
  const columnOf = (block: Element | undefined): number => (block && edgeOf(block, 'start')?.column) ?? 0
  const column = columnOf(figures[0])
  const last = columnOf(figures.at(-1))
  const level = levelAbove(figures[0]!)
  const passed: HTMLElement[] = []
  let stop = figures.at(-1)!.nextElementSibling as HTMLElement | null
  while (stop && mayPass(stop, level) && columnOf(stop) < last) {
    passed.push(stop)
    stop = stop.nextElementSibling as HTMLElement | null
  }
  while (passed.length > 0 && stop && keepTogether(passed.at(-1)!, stop)) stop = passed.pop()!
  const filling = passed.findLast((block) => columnOf(block) < column)
  if (!filling) {
    for (const figure of figures) delete figure.dataset.floated
    return gap
  }
  for (const block of passed) block.dataset.above = ''
  keepBelow(stop)
  const end = edgeOf(filling, 'end')
  return end && end.column < column ? 1 - end.y / height : 0
}

/** What hangs beside a block goes with it. */
function keepBelow(stop: HTMLElement | null): void {
  for (let block = stop; block; block = block.nextElementSibling as HTMLElement | null) {
    block.dataset.below = ''
    if (getComputedStyle(block).float === 'none') return
  }
}

function keepTogether(block: Element, next: Element): boolean {
  return getComputedStyle(block).breakAfter === 'avoid' || getComputedStyle(next).breakBefore === 'avoid'
}

/** Level of the heading that it stands under; 1 is the title of the text. */
function levelAbove(block: Element): number {
  for (let before = block.previousElementSibling; before; before = before.previousElementSibling) {
    const level = /^h([1-6])$/.exec(before.localName)?.[1]
    if (level) return Number(level)
  }
  return 1
}

/**
 * Whether it may stand before a figure that is before it in the text: running text of the same section. A box of its
 * own would lie under the float where it goes on behind it, and a float cannot stand above one that is before it.
 */
function mayPass(block: Element, level: number): boolean {
  const heading = /^h([1-6])$/.exec(block.localName)?.[1]
  if (heading) return Number(heading) > level
  if (!block.matches('p, ul, ol') || getComputedStyle(block).float !== 'none') return false
  return block.querySelector('figure, table, pre, aside, blockquote, img') === null
}

/** As small as it must be to stand on the page before, down to a limit. */
function makeSmaller(figure: HTMLElement, edgeOf: EdgeOf, height: number): void {
  const LEAST = 0.5
  const picture = figure.querySelector('.fig-body img')
  const first = firstKept(figure)
  const before = textBefore(first)
  const end = before && edgeOf(before, 'end')
  const top = edgeOf(first, 'start')?.y
  const bottom = edgeOf(figure, 'end')?.y
  if (!picture || !figure.matches('.picture') || !end || top === undefined || bottom === undefined) return
  const margins = [getComputedStyle(before).marginBottom, getComputedStyle(first).marginTop]
  const space = Math.max(...margins.map(Number.parseFloat))
  const { height: usual } = picture.getBoundingClientRect()
  const most = Math.floor(usual - (bottom - top + space - (height - end.y)) - 1)
  if (most < usual * LEAST) return
  const { floated } = figure.dataset
  delete figure.dataset.floated
  figure.dataset.smaller = String(most)
  if (edgeOf(figure, 'start')?.column === end.column) return
  delete figure.dataset.smaller
  if (floated !== undefined) figure.dataset.floated = floated
}

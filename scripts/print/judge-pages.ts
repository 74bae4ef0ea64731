import type { HtmlDocument, PageMap } from '../model.ts'
import { placeDocument, plain, totalOf } from './lay-out.ts'
import type { PlacedRun } from './place-runs.ts'

export interface Verdict {
  /** Anchors that were printed on another page than the numbers say, or '' when the page count differs. */
  readonly wrong: readonly string[]
  /** What the next print is to say. */
  readonly placed: readonly PlacedRun[]
  readonly pageMap: PageMap
}

/** Compares the map that the numbers were taken from with the printed destinations, which are the truth. */
export function judgePages(
  document: HtmlDocument,
  map: PageMap,
  placed: readonly PlacedRun[],
  printed: ReadonlyMap<string, number>,
  printedTotal: number,
): Verdict {
  const wrong = Object.entries(map.anchors)
    .filter(([anchor, page]) => (printed.get(anchor) ?? page) !== page)
    .map(([anchor]) => anchor)
  if (printedTotal !== map.total) wrong.push('')
  if (wrong.length === 0) return { wrong, placed, pageMap: map }
  const trueRuns = printedRuns(placed, printed, printedTotal)
  const next = placeDocument(document, Object.fromEntries(trueRuns.map((run) => [run.id, run.pages])))
  return { wrong, placed: next, pageMap: correctedMap(map, placed, trueRuns, next, printed) }
}

interface Stretch {
  readonly id: string
  readonly first: number
  readonly pages: number
}

// Each run has a destination of its own, so the distance to the next one is its number of pages.
function printedRuns(
  placed: readonly PlacedRun[],
  printed: ReadonlyMap<string, number>,
  total: number,
): readonly Stretch[] {
  let shift = 0
  const firsts = placed.map((run) => {
    const truth = printed.get(`run--${run.id}`)
    if (truth !== undefined) shift = truth - run.first
    return { ...run, first: run.first + shift }
  })
  return firsts
    .map((run, index) => ({
      ...run,
      pages: Math.max(1, (firsts[index + 1]?.first ?? total + 1) - run.first),
    }))
    .filter((run) => !run.blank)
}

function correctedMap(
  map: PageMap,
  placed: readonly PlacedRun[],
  trueRuns: readonly Stretch[],
  next: readonly PlacedRun[],
  printed: ReadonlyMap<string, number>,
): PageMap {
  const nextFirst = new Map(next.map((run) => [run.id, run.first]))
  const runOf = (page: number, runs: readonly Stretch[]): Stretch | undefined =>
    runs.findLast((run) => run.first <= page)
  const anchors = Object.entries(map.anchors).map(([anchor, measured]) => {
    const truth = printed.get(anchor)
    // An anchor without a destination keeps its distance from the beginning of its run.
    const run = truth === undefined ? runOf(measured, placed) : runOf(truth, trueRuns)
    const page = (nextFirst.get(run?.id ?? '') ?? 1) + (truth ?? measured) - (run?.first ?? 1)
    return [anchor, page]
  })
  return { total: totalOf(next), anchors: Object.fromEntries(anchors), runs: next.map(plain) }
}

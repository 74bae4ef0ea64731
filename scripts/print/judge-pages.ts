import type { HtmlDocument, PageMap } from '../model.ts'
import { placeDocument, plain, totalOf } from './lay-out.ts'
import type { PlacedRun } from './place-runs.ts'

export interface Verdict {
  /** Anchors that were printed on another page than the numbers say; '' among them when the page count differs. */
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

// Each run has a destination of its own, so the distance to the next one is its number of pages, blanks taken off.
function printedRuns(
  placed: readonly PlacedRun[],
  printed: ReadonlyMap<string, number>,
  total: number,
): readonly Stretch[] {
  const runs: Stretch[] = []
  let end = total + 1
  for (const run of placed.toReversed()) {
    if (run.blank) end -= 1
    else {
      const first = printed.get(`run--${run.id}`) ?? end - run.pages
      runs.unshift({ id: run.id, first, pages: Math.max(1, end - first) })
      end = first
    }
  }
  return runs
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

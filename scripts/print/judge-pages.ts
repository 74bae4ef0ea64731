import type { HtmlDocument } from '../model/document.ts'
import type { PageMap } from '../model/printed.ts'
import { measuresOf, placeDocument, plain, totalOf } from './lay-out.ts'
import type { Move } from './move-destinations.ts'
import type { PlacedRun } from './place-runs.ts'

export interface Verdict {
  /** Anchors that were printed on another page than the numbers say; '' among them when the page count differs. */
  readonly wrong: readonly string[]
  /** Anchors whose destination alone is wrong, with their true page. */
  readonly misplaced: readonly Move[]
  /** What the next print is to say. */
  readonly placed: readonly PlacedRun[]
  readonly pageMap: PageMap
}

/**
 * Compares the map that the numbers were taken from with the printed destinations, which are the truth for every box.
 * A word in the first line of a page, when its paragraph was pushed there, gets a destination at the foot of the page
 * before (seen in shell 153, 5 of 641 anchors); there the column that it was measured in is right.
 */
export function judgePages(
  document: HtmlDocument,
  map: PageMap,
  placed: readonly PlacedRun[],
  inline: ReadonlySet<string>,
  printed: ReadonlyMap<string, number>,
  printedTotal: number,
): Verdict {
  const moved = Object.entries(map.anchors)
    .filter(([anchor, page]) => (printed.get(anchor) ?? page) !== page)
    .map(([anchor, page]) => ({ anchor, page }))
  const isEarly = ({ anchor, page }: Move): boolean => inline.has(anchor) && printed.get(anchor) === page - 1
  const wrong = moved.filter((move) => !isEarly(move)).map(({ anchor }) => anchor)
  if (printedTotal !== map.total) wrong.push('')
  if (wrong.length === 0) return { wrong, misplaced: moved, placed, pageMap: map }
  const trueRuns = printedRuns(placed, printed, printedTotal)
  const next = placeDocument(document, measuresOf(trueRuns))
  return { wrong, misplaced: [], placed: next, pageMap: correctedMap(map, placed, trueRuns, next, printed) }
}

interface Stretch {
  readonly id: string
  readonly first: number
  readonly pages: number
  readonly filled: number
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
      runs.unshift({ id: run.id, first, pages: Math.max(1, end - first), filled: run.filled })
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

import type { Imposed, ImpositionPlan } from '../../model/booklet.ts'

/** A half of a side: a page of the folded booklet. */
export interface Cell {
  /** Index of the side in the file. */
  readonly side: number
  readonly half: 'left' | 'right'
  /** How many sheets lie around it in its section. */
  readonly depth: number
  /** What must stand there; 0 for nothing. */
  readonly page: number
}

/**
 * Folds the sheets as the office does, and goes through the booklet from its first page to its last: down through the
 * right halves of the fronts and the left halves of what is behind them, and up again on the other leaf. Proof pages
 * are read as they lie.
 */
export function folded(sections: Imposed['sections'], pages: number, plan: ImpositionPlan): readonly Cell[] {
  const places = plan.layout === 'booklet' ? foldedSections(sections) : asTheyLie(pages)
  const wanted = wantedPages(places.length, pages, plan)
  return places.map((place, index) => ({ ...place, page: wanted[index] ?? 0 }))
}

type Place = Omit<Cell, 'page'>

function foldedSections(sections: readonly number[]): readonly Place[] {
  let before = 0
  return sections.flatMap((sheets) => {
    const front = (depth: number): number => (before + depth) * 2
    const depths = Array.from({ length: sheets }, (_, depth) => depth)
    const down = depths.flatMap((depth): Place[] => [
      { side: front(depth), half: 'right', depth },
      { side: front(depth) + 1, half: 'left', depth },
    ])
    const up = depths.reverse().flatMap((depth): Place[] => [
      { side: front(depth) + 1, half: 'right', depth },
      { side: front(depth), half: 'left', depth },
    ])
    before += sheets
    return [...down, ...up]
  })
}

const asTheyLie = (pages: number): readonly Place[] =>
  Array.from({ length: Math.ceil((pages + 1) / 2) }, (_, side): Place[] => [
    { side, half: 'left', depth: 0 },
    { side, half: 'right', depth: 0 },
  ]).flat()

/**
 * All pages in order; what is left over is blank, at the end or before the back cover. The first of proof pages is
 * alone.
 */
function wantedPages(
  places: number,
  pages: number,
  { layout, lastIsCover }: ImpositionPlan,
): readonly number[] {
  const all = Array.from({ length: pages }, (_, index) => index + 1)
  if (layout === 'two-up') return [0, ...all]
  const last = lastIsCover ? all.splice(-1) : []
  const blanks = new Array<number>(Math.max(0, places - pages)).fill(0)
  return [...all, ...blanks, ...last]
}

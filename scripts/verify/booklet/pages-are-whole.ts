import { millimetresOf } from '../../ground/units.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { BookletProof } from './booklet-proof.ts'
import { nameOf, placeOf, standingOn } from './places-of-cells.ts'
import { throughMatrix } from './read-sheets.ts'

/** Sheets are rounded to a third of a point. */
const TOLERANCE_PT = 0.75

/** No page is cut off but for what the creep takes at the fold. */
export function pagesAreWhole({ sides, cells, pages, plan }: BookletProof): readonly Finding[] {
  return cells.flatMap((cell) => {
    const original = pages[cell.page - 1]
    const [placed] = standingOn(sides[cell.side]!, cell.half)
    if (!original || !placed) return []
    const trim = throughMatrix(original.trim, placed.matrix)
    const [left, bottom, right, top] = placed.visible
    const outer = cell.half === 'left' ? left - trim[0] : trim[2] - right
    const cutPt = Math.max(outer, bottom - trim[1], trim[3] - top)
    if (cutPt <= TOLERANCE_PT) return []
    const cutMm = millimetresOf(cutPt).toFixed(1)
    return [
      finding('pages-are-whole', placeOf(cell), { where: nameOf(cell, plan.layout), page: cell.page, cutMm }),
    ]
  })
}

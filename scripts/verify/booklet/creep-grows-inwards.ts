import { usualSize } from '../../ground/pdf/usual-size.ts'
import { millimetresOf } from '../../ground/units.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { BookletProof } from './booklet-proof.ts'
import { nameOf, placeOf, standingOn } from './places-of-cells.ts'
import { throughMatrix } from './read-sheets.ts'

const TOLERANCE_MM = 0.02

/**
 * Pages of the usual size meet at the fold, and are moved over it by as much as the sheets around theirs push it
 * outwards: half a turn around one more sheet for both leaves, a quarter for each. Proof pages are not moved.
 */
export function creepGrowsInwards({ sides, cells, pages, plan }: BookletProof): readonly Finding[] {
  const usual = usualSize(pages)
  for (const cell of cells) {
    const original = pages[cell.page - 1]
    const side = sides[cell.side]!
    const [placed] = standingOn(side, cell.half)
    if (!original || !placed || !isUsual(original, usual)) continue
    const [left, , right] = throughMatrix(original.trim, placed.matrix)
    const overPt = cell.half === 'left' ? right - side.widthPt / 2 : side.widthPt / 2 - left
    const actual = millimetresOf(overPt)
    const expected = cell.depth * plan.paperMm * (Math.PI / 2)
    if (Math.abs(actual - expected) <= TOLERANCE_MM) continue
    const facts = {
      where: nameOf(cell, plan.layout),
      movedMm: actual.toFixed(2),
      wantedMm: expected.toFixed(2),
    }
    return [finding('creep-grows-inwards', placeOf(cell), facts)]
  }
  return []
}

const isUsual = (
  page: { readonly widthPt: number; readonly heightPt: number },
  usual: typeof page,
): boolean => Math.abs(page.widthPt - usual.widthPt) < 0.01 && Math.abs(page.heightPt - usual.heightPt) < 0.01

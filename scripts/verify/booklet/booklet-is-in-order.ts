import type { Finding } from '../../model/finding.ts'
import type { Standing } from '../../rules/booklet.ts'
import { finding } from '../../rules/finding.ts'
import type { BookletProof } from './booklet-proof.ts'
import { isSameDrawing } from './drawing.ts'
import type { Cell } from './folded.ts'
import { nameOf, placeOf, standingOn } from './places-of-cells.ts'
import type { OriginalPage } from './read-original.ts'
import type { Placed } from './read-sheets.ts'

/**
 * Folded, every page of the file is there once, in order and upright. Names the first side of a sheet that is wrong.
 */
export function bookletIsInOrder(proof: BookletProof): readonly Finding[] {
  const { sides, cells, pages, plan } = proof
  const count = 1 + Math.max(...cells.map(({ side }) => side))
  const shown = cells.filter(({ page }) => page > 0).length
  if (sides.length !== count || shown !== pages.length) {
    const facts = {
      problem: 'other-count',
      sides: sides.length,
      wanted: count,
      pages: pages.length,
    } as const
    return [finding('booklet-is-in-order', {}, facts)]
  }
  const inPrintingOrder = [...cells].sort((a, b) => a.side - b.side || a.half.localeCompare(b.half))
  for (const cell of inPrintingOrder) {
    const found = faultOf(cell, proof)
    if (!found) continue
    const facts = { problem: 'stands-elsewhere', where: nameOf(cell, plan.layout), page: cell.page } as const
    return [finding('booklet-is-in-order', placeOf(cell), { ...facts, ...found })]
  }
  return []
}

/** What stands there instead; undefined where all is well. */
function faultOf(
  cell: Cell,
  { sides, pages }: BookletProof,
): { readonly stands: Standing; readonly number: number } | undefined {
  const found = standingOn(sides[cell.side]!, cell.half)
  const [first] = found
  if (!first) return cell.page ? { stands: 'nothing', number: 0 } : undefined
  if (found.length > 1) return { stands: 'over-each-other', number: found.length }
  const wanted = pages[cell.page - 1]
  if (wanted && isSameDrawing(first.drawing, wanted.drawing))
    return isUpright(first, wanted, sides[cell.side]!) ? undefined : { stands: 'turned', number: cell.page }
  const page = pages.findIndex(({ drawing }) => isSameDrawing(first.drawing, drawing)) + 1
  return page ? { stands: 'another-page', number: page } : { stands: 'no-page', number: 0 }
}

/** The way up of a page that is turned by so many degrees clockwise, in its own coordinates. */
const UP = { 0: [0, 1], 90: [-1, 0], 180: [0, -1], 270: [1, 0] } as const

/** A page that lies where the halves stand, or stands where they lie, may be turned to the left. */
function isUpright(
  { matrix: [a, b, c, d] }: Placed,
  { turned, widthPt, heightPt }: OriginalPage,
  side: { readonly widthPt: number; readonly heightPt: number },
): boolean {
  const [x, y] = UP[turned]
  const [right, up] = [a * x + c * y, b * x + d * y]
  const isMirrored = a * d - b * c <= 0
  const mayTurn = widthPt > heightPt !== side.widthPt / 2 > side.heightPt
  const isUp = up > 0 && Math.abs(right) < up * 1e-3
  const isLeft = right < 0 && Math.abs(up) < -right * 1e-3
  return !isMirrored && (isUp || (mayTurn && isLeft))
}

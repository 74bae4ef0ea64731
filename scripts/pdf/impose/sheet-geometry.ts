import { type Matrix, product } from '../../ground/pdf/matrix.ts'
import { type Size, usualSize } from '../../ground/pdf/usual-size.ts'
import { pointsOf } from '../../ground/units.ts'
import type { ImpositionPlan } from '../../model/booklet.ts'

/** Sheets of office printers and what browsers call A4 differ by a third of a point; that is no reason to scale. */
const TOLERANCE = 0.002

export interface SheetGeometry extends Size {
  /** What one page of the usual size takes up on the sheet. Two of them meet at the fold, in the middle. */
  readonly cell: Size
  /** Of a page of the usual size. */
  readonly scale: number
}

/**
 * The sheet for pages most of which have one size: twice that size, or the one that is asked for, scaled down to fit.
 */
export function sheetGeometry(pages: readonly Size[], sheet: ImpositionPlan['sheet']): SheetGeometry {
  const usual = usualSize(pages)
  const size = sheet
    ? { widthPt: pointsOf(sheet.widthMm), heightPt: pointsOf(sheet.heightMm) }
    : { widthPt: usual.widthPt * 2, heightPt: usual.heightPt }
  const scale = scaleToFit(usual, { widthPt: size.widthPt / 2, heightPt: size.heightPt })
  return { ...size, scale, cell: { widthPt: usual.widthPt * scale, heightPt: usual.heightPt * scale } }
}

/**
 * From the page, upright with its trim's lower left corner at 0, to the sheet. A page that lies where others stand is
 * turned to the left; what is still too large is scaled down; what is smaller stands in the middle of its half.
 */
export function placeOnSheet(
  page: Size,
  half: 'left' | 'right',
  shiftPt: number,
  { widthPt, heightPt, cell, scale }: SheetGeometry,
): Matrix {
  const usual = { widthPt: cell.widthPt / scale, heightPt: cell.heightPt / scale }
  const isTurned =
    page.widthPt > page.heightPt !== usual.widthPt > usual.heightPt && scaleToFit(page, usual) < 1
  const held = isTurned ? { widthPt: page.heightPt, heightPt: page.widthPt } : page
  const own = scale * scaleToFit(held, usual)
  const middle = widthPt / 2 + (half === 'left' ? -1 : 1) * (cell.widthPt / 2 - shiftPt)
  const turn: Matrix = isTurned ? [0, 1, -1, 0, page.heightPt, 0] : [1, 0, 0, 1, 0, 0]
  const x = middle - (held.widthPt * own) / 2
  const y = heightPt / 2 - (held.heightPt * own) / 2
  return product(turn, [own, 0, 0, own, x, y])
}

function scaleToFit(page: Size, room: Size): number {
  const scale = Math.min(room.widthPt / page.widthPt, room.heightPt / page.heightPt)
  return scale > 1 - TOLERANCE ? 1 : scale
}

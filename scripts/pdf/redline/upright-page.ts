import { PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib'
import type { Matrix } from '../../ground/pdf/matrix.ts'
import { type Box, visibleBox } from '../../ground/pdf/page-boxes.ts'

/** A page as readers see it: points from its lower left corner, whichever way it is turned. */
export interface UprightPage {
  readonly widthPt: number
  readonly heightPt: number
  /** What is seen of it, in its own coordinates. */
  readonly visible: Box
  /** From points as readers see them to the page's own coordinates. */
  readonly matrix: Matrix
}

export function uprightPage(page: PDFPage): UprightPage {
  const { visible, turned, unitPt } = visibleBox(page)
  const [left, bottom, right, top] = visible
  const unit = 1 / unitPt
  const sides = [(right - left) * unitPt, (top - bottom) * unitPt] as const
  const [widthPt, heightPt] = turned % 180 === 0 ? sides : ([sides[1], sides[0]] as const)
  const matrices: Readonly<Record<typeof turned, Matrix>> = {
    0: [unit, 0, 0, unit, left, bottom],
    90: [0, unit, -unit, 0, right, bottom],
    180: [-unit, 0, 0, -unit, right, top],
    270: [0, -unit, unit, 0, left, top],
  }
  return { widthPt, heightPt, visible, matrix: matrices[turned] }
}

/** Adds a strip at the right of the page, as readers see it. What the page draws stays where it is. */
export function widenPage(page: PDFPage, byPt: number): void {
  const { visible, turned, unitPt } = visibleBox(page)
  const [left, bottom, right, top] = visible
  const by = byPt / unitPt
  const wider: Readonly<Record<typeof turned, Box>> = {
    0: [left, bottom, right + by, top],
    90: [left, bottom, right, top + by],
    180: [left - by, bottom, right, top],
    270: [left, bottom - by, right, top],
  }
  const box = page.doc.context.obj([...wider[turned]])
  page.node.set(PDFName.of('MediaBox'), box)
  page.node.set(PDFName.of('CropBox'), box)
}

/** A place on the upright page, in the page's own coordinates. */
export const placeOn = ({ matrix: [a, b, c, d, e, f] }: UprightPage, x: number, y: number) =>
  [a * x + c * y + e, b * x + d * y + f].map((number) => PDFNumber.of(rounded(number)))

/** Without an exponent, which PDF does not know. */
export const rounded = (number: number): number => Math.round(number * 1000) / 1000 + 0

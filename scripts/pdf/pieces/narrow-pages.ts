import type { PDFDocument } from '@cantoo/pdf-lib'
import { PT_PER_PIXEL, pointsOf } from '../../ground/units.ts'

/**
 * Takes the white hair off the right edge of pages: Chromium draws on whole pixels, of which it leaves out one that is
 * not whole, and may then round the page up. A5 is drawn 559 pixels wide, which are 419.25 pt, on pages of 420.
 */
export function narrowPages(
  pdf: PDFDocument,
  { widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number },
): void {
  for (const page of pdf.getPages()) {
    const { x, y, width, height } = page.getMediaBox()
    const isTurned = width > height !== widthMm > heightMm
    const widthPt = pointsOf(isTurned ? heightMm : widthMm)
    const drawn = Math.floor(widthPt / PT_PER_PIXEL) * PT_PER_PIXEL
    if (width > widthPt) page.setMediaBox(x, y, drawn, height)
  }
}

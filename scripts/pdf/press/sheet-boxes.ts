// Where a sheet of the press ends: what is left after the cut, what is printed, and the room for marks around it.

import { type PDFDict, PDFName } from '@cantoo/pdf-lib'
import type { Box } from '../../ground/pdf/page-boxes.ts'
import { pointsOf } from '../../ground/units.ts'

export interface SheetBoxes {
  readonly trim: Box
  readonly bleed: Box
  /** Bleed and slug: the whole sheet. */
  readonly media: Box
}

export interface SheetSize {
  readonly widthMm: number
  readonly heightMm: number
  readonly bleedMm: number
  readonly slugMm: number
}

/** `left` and `top` are those of the bleed: the browser draws from that corner on, and rounds the others. */
export function sheetBoxes(left: number, top: number, size: SheetSize): SheetBoxes {
  const width = pointsOf(size.widthMm + 2 * size.bleedMm)
  const height = pointsOf(size.heightMm + 2 * size.bleedMm)
  const bleed: Box = [left, top - height, left + width, top]
  return { trim: grown(bleed, -pointsOf(size.bleedMm)), bleed, media: grown(bleed, pointsOf(size.slugMm)) }
}

const grown = ([left, bottom, right, top]: Box, by: number): Box => [
  left - by,
  bottom - by,
  right + by,
  top + by,
]

/**
 * A crop box is shown on a screen: the whole sheet with its marks. There is no art box beside a trim box (ISO
 * 15930-7, 6.4).
 */
export function setBoxes(page: PDFDict, { trim, bleed, media }: SheetBoxes): void {
  const boxes = { MediaBox: media, CropBox: media, BleedBox: bleed, TrimBox: trim }
  for (const [key, box] of Object.entries(boxes))
    page.set(PDFName.of(key), page.context.obj(box.map(rounded)))
  for (const key of ['ArtBox', 'Rotate', 'UserUnit']) page.delete(PDFName.of(key))
}

/** A ten-thousandth of a point. */
export const rounded = (points: number): number => Math.round(points * 10_000) / 10_000

// Back, spine and front on one sheet, and its inner side.

import { type PDFDict, type PDFDocument, PDFName, PDFPage, type PDFRef } from '@cantoo/pdf-lib'
import type { Matrix } from '../../ground/pdf/matrix.ts'
import { pointsOf } from '../../ground/units.ts'
import { type Dressing, dressSheet } from './dress-sheet.ts'
import { rounded, type SheetSize, sheetBoxes } from './sheet-boxes.ts'

/** Something printed that stands on the cover: a page with its trim's corner at 0, or the spine as it was printed. */
export interface CoverParts {
  /** Undefined for a side that stays white. */
  readonly left: PDFRef | undefined
  readonly right: PDFRef | undefined
  /** Printed lying, from head to foot. */
  readonly spine: { readonly form: PDFRef; readonly heightPt: number } | undefined
  readonly spineMm: number
}

/** The spine was printed wider than it is: see press-rules.liquid. */
const UNDER_PT = 1

/** `size` is that of one page. The cover's own trim has its lower left corner at 0. */
export function coverSheet(
  pdf: PDFDocument,
  parts: CoverParts,
  size: SheetSize,
  dressing: Pick<Dressing, 'slug' | 'allInks'>,
): PDFPage {
  const [width, height] = [pointsOf(size.widthMm), pointsOf(size.heightMm)]
  const [bleed, spine] = [pointsOf(size.bleedMm), pointsOf(parts.spineMm)]
  const whole = { ...size, widthMm: 2 * size.widthMm + parts.spineMm }
  const boxes = sheetBoxes(-bleed, height + bleed, whole)
  const resources = pdf.context.obj({ XObject: pdf.context.obj({}) })
  const strip = [-bleed, height + 2 * bleed] as const
  const middle = width + spine / 2 - (parts.spine?.heightPt ?? 0) / 2
  const content = [
    // Turned clockwise: whoever reads it tilts the head to the right, as on every English spine. It goes on under
    // both covers, so that no white hair shows at the folds.
    place(resources, 'Spine', parts.spine?.form, [width - UNDER_PT, spine + 2 * UNDER_PT], strip, [
      0,
      -1,
      1,
      0,
      middle,
      height + bleed,
    ]),
    place(resources, 'Left', parts.left, [-bleed, width + bleed], strip, [1, 0, 0, 1, 0, 0]),
    place(resources, 'Right', parts.right, [width + spine, width + bleed], strip, [
      1,
      0,
      0,
      1,
      width + spine,
      0,
    ]),
  ]
  const page = PDFPage.create(pdf)
  page.node.set(PDFName.of('Resources'), resources)
  page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(content.join(''))))
  dressSheet(pdf, page, { ...dressing, boxes, folds: [width, width + spine] })
  return page
}

/** Draws a form within a stretch of the sheet: what it has beyond is cut at the fold. */
function place(
  resources: PDFDict,
  key: string,
  form: PDFRef | undefined,
  [from, width]: readonly [number, number],
  [low, height]: readonly [number, number],
  matrix: Matrix,
): string {
  if (!form || width <= 0) return ''
  const forms = resources.lookup(PDFName.of('XObject')) as PDFDict
  forms.set(PDFName.of(key), form)
  const clip = [from, low, width, height].map(rounded).join(' ')
  return `q ${clip} re W n ${matrix.map(rounded).join(' ')} cm /${key} Do Q\n`
}

import { deflateSync } from 'node:zlib'
import { type PDFDict, type PDFDocument, PDFName, PDFRawStream, type PDFStream } from '@cantoo/pdf-lib'
import type { ImpositionPlan, SheetSide } from '../../model/booklet.ts'
import { foldMarks } from './fold-marks.ts'
import type { PageForm } from './page-as-form.ts'
import { placeOnSheet, type SheetGeometry, sheetGeometry } from './sheet-geometry.ts'

interface Sheets {
  readonly pages: readonly PageForm[]
  readonly sides: readonly SheetSide[]
  readonly plan: ImpositionPlan
}

/** Gives the document a new page tree: one page for each side of a sheet. */
export function drawSheets(pdf: PDFDocument, { pages, sides, plan }: Sheets): void {
  const { context, catalog } = pdf
  const sheet = sheetGeometry(pages, plan.sheet)
  const tree = context.nextRef()
  const MediaBox = context.register(context.obj([0, 0, rounded(sheet.widthPt), rounded(sheet.heightPt)]))
  const kids = sides.map((side, index) => {
    const placed = (['left', 'right'] as const).flatMap((half) => {
      const page = pages[side[half] - 1]
      return page ? [{ page, half }] : []
    })
    const isOutside = side.side === 'front' && side.section !== sides[index - 1]?.section
    const marks = plan.marks && plan.layout === 'booklet' ? foldMarks(sheet, isOutside) : ''
    const drawn = placed.map(({ page, half }) => draw(page, half, side.shiftPt, sheet))
    const Group = groupOf(pdf, placed)
    return context.register(
      context.obj({
        Type: 'Page',
        Parent: tree,
        MediaBox,
        ...(Group ? { Group } : {}),
        Resources: { XObject: Object.fromEntries(placed.map(({ page, half }) => [NAMES[half], page.form])) },
        Contents: context.register(streamOf(pdf, [...drawn, marks].filter(Boolean).join('\n'))),
      }),
    )
  })
  context.assign(tree, context.obj({ Type: 'Pages', Kids: kids, Count: kids.length }))
  catalog.set(PDFName.of('Pages'), tree)
}

const NAMES = { left: 'L', right: 'R' } as const

/** A page keeps to its half: what it has beyond the fold, by bleed or creep, would print on its neighbour. */
function draw(page: PageForm, half: 'left' | 'right', shiftPt: number, sheet: SheetGeometry): string {
  const fold = sheet.widthPt / 2
  const matrix = placeOnSheet(page, half, shiftPt, sheet)
  const clip = [half === 'left' ? 0 : fold, 0, fold, sheet.heightPt]
  return `q ${numbers(clip)} re W n ${numbers(matrix)} cm /${NAMES[half]} Do Q`
}

const numbers = (all: readonly number[]): string => all.map(rounded).join(' ')

/** Without an exponent, which PDF does not know. */
const rounded = (number: number): number => Math.round(number * 10_000) / 10_000 + 0

/**
 * Pages that are blended in a colour space of their own are so on the sheet too. Where two on one side differ, each
 * becomes a group for itself.
 */
function groupOf(
  { context }: PDFDocument,
  placed: readonly { readonly page: PageForm }[],
): PDFDict | undefined {
  const [first] = placed.map(({ page }) => page.group)
  if (placed.every(({ page }) => String(page.group) === String(first))) return first
  for (const { page } of placed) {
    const form = context.lookup(page.form) as PDFStream
    if (page.group) form.dict.set(PDFName.of('Group'), page.group)
  }
  return undefined
}

function streamOf({ context }: PDFDocument, operators: string): PDFRawStream {
  const data = deflateSync(Buffer.from(operators, 'latin1'))
  return PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: data.length }), data)
}

// Small PDFs whose pages say their number, and what pdf.js, which shares no code with the writer, reads on the sheets
// made of them.
import { degrees, PDFDict, PDFDocument, PDFName, type PDFPage, type PDFRawStream } from '@cantoo/pdf-lib'
import { inflated } from '../../../scripts/ground/pdf/inflated.ts'
import { openThreads } from '../../../scripts/ground/threads/threads.ts'
import type { ImpositionPlan } from '../../../scripts/model/booklet.ts'
import { imposePdf } from '../../../scripts/pdf/impose/impose-pdf.ts'

export const A5 = [420, 595] as const

/** Where the number stands on each page, from its lower left corner. */
export const AT = { x: 60, y: 40 } as const

/** `change` comes first; a page on which it draws something gets nothing more. */
export async function numberedPages(
  count: number,
  change: (page: PDFPage, number: number) => unknown = () => {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle('Numbered pages')
  for (let number = 1; number <= count; number++) {
    const page = pdf.addPage([...A5])
    change(page, number)
    if (!page.node.has(PDFName.of('Contents'))) page.drawText(String(number), { ...AT, size: 12 })
  }
  return pdf.save({ addDefaultPage: false })
}

/** The page as a person holds it is the same: only how the file says so differs. */
export function turned(page: PDFPage, number: number, by: 90 | 180 | 270): void {
  const [width, height] = A5
  const [x, y] = { 90: [height, 0], 180: [width, height], 270: [0, width] }[by] as [number, number]
  const place = {
    90: { x: x - AT.y, y: AT.x },
    180: { x: x - AT.x, y: y - AT.y },
    270: { x: AT.y, y: y - AT.x },
  }
  if (by !== 180) page.setSize(height, width)
  page.drawText(String(number), { ...place[by], size: 12, rotate: degrees(by) })
  page.setRotation(degrees(by))
}

export const planOf = (given: Partial<ImpositionPlan> = {}): ImpositionPlan => ({
  layout: 'booklet',
  paperMm: 0.1,
  sheetsPerSection: 0,
  marks: false,
  lastIsCover: false,
  ...given,
})

export const impose = (bytes: Uint8Array, given: Partial<ImpositionPlan> = {}) =>
  imposePdf(bytes, planOf(given), { title: 'A file' })

export interface SeenNumber {
  readonly page: number
  readonly x: number
  readonly y: number
  /** Of the letters, in points. */
  readonly sizePt: number
  /** Degrees to the left. */
  readonly angle: number
}

export interface SeenSide {
  readonly widthPt: number
  readonly heightPt: number
  /** 0 where nothing stands. */
  readonly left: number
  readonly right: number
  readonly numbers: readonly SeenNumber[]
}

const readers = openThreads<Uint8Array, SeenSide[]>(new URL('./sides-thread.mjs', import.meta.url))

export const readSides = (bytes: Uint8Array): Promise<readonly SeenSide[]> => readers.run(bytes)

/** What a reader of the folded sheets turns through: the outer sheet is around all others. */
export function foldSheets(sides: readonly Pick<SeenSide, 'left' | 'right'>[]): number[] {
  const [front, back, ...inside] = sides
  if (!front || !back) return []
  return [front.right, back.left, ...foldSheets(inside), back.right, front.left]
}

const DRAWN = /q [^\n]*? ([\d.-]+) [\d.-]+ cm \/(\w) Do Q/g

/** The same numbers, read by hand: pdf.js takes ten milliseconds for a side, and there are a thousand to be read. */
export async function readNumbers(bytes: Uint8Array): Promise<readonly Pick<SeenSide, 'left' | 'right'>[]> {
  const pdf = await PDFDocument.load(bytes, { parseSpeed: Number.POSITIVE_INFINITY })
  return pdf.getPages().map((page) => {
    const forms = page.node.Resources()!.lookup(PDFName.of('XObject'), PDFDict)
    const drawn = [...textOf(page.node.Contents()).matchAll(DRAWN)].map(([, x, name]) => {
      const [, hex = ''] = /<([\da-f]+)> Tj/i.exec(textOf(forms.lookup(PDFName.of(name!)))) ?? []
      return { x: Number(x) + AT.x, page: Number(Buffer.from(hex, 'hex').toString('latin1')) }
    })
    const on = (isLeft: boolean) => drawn.find(({ x }) => x < page.getWidth() / 2 === isLeft)?.page ?? 0
    return { left: on(true), right: on(false) }
  })
}

const textOf = (stream: unknown): string => inflated(stream as PDFRawStream).toString('latin1')

import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { type ReadFont, readFont } from '../ground/pdf/read-font.ts'
import type { FontOf } from './asked-fonts.ts'
import type { Memory } from './memory.ts'
import { readPageContent } from './page-content.ts'
import { partsReader } from './page-parts.ts'
import { contentOf, type PageReading, readingOf } from './page-reading.ts'
import type { PageContent } from './reading.ts'
import { keepReadings, recallReadings } from './remembered-readings.ts'

export interface ReadContents {
  /** Of each page, in order. */
  readonly contents: readonly PageContent[]
  /** All that the pages set text in. */
  readonly fonts: readonly ReadFont[]
  /** Settles when what was read anew is kept. */
  readonly kept: Promise<void>
}

/** What each page draws: as it is remembered, where that holds for this file, else as it is read now. */
export async function readContents(
  pdf: PDFDocument,
  { readings = [], cache }: Memory,
): Promise<ReadContents> {
  const pages = pdf.getPages()
  const parts = pages.map(partsReader())
  const given = new Map(readings.map((reading) => [reading.key, reading]))
  const known = cache ? await recallReadings(cache, parts, given) : given
  const { fontOf, fonts } = fontReader(pdf)
  const fresh = new Map<string, PageReading>()
  const contents = pages.map((page, index) => {
    const own = parts[index]!
    const remembered = known.get(own.key ?? '')
    const content = remembered && contentOf(remembered, own, fontOf)
    if (content) return content
    const read = readPageContent(page, fontOf)
    const reading = cache && readingOf(own, read)
    if (reading) fresh.set(reading.key, reading)
    return read.content
  })
  return {
    contents,
    fonts: [...fonts.values()],
    kept: cache ? keepReadings(cache, parts, known, fresh) : Promise.resolve(),
  }
}

/**
 * Reads the pages of a part of a file that is still being made: a pure function of its objects, for a thread that has
 * them at hand while other parts are printed. What it gives is `Memory.readings` for the whole, in which objects have
 * other numbers and faces more letters; a page whose streams were changed after that is read anew.
 */
export function readPages(pdf: PDFDocument): readonly PageReading[] {
  const partsOf = partsReader()
  const { fontOf } = fontReader(pdf)
  return pdf.getPages().flatMap((page) => readingOf(partsOf(page), readPageContent(page, fontOf)) ?? [])
}

function fontReader({ context }: PDFDocument): { fontOf: FontOf; fonts: ReadonlyMap<PDFDict, ReadFont> } {
  const fonts = new Map<PDFDict, ReadFont>()
  const fontOf = (font: PDFDict): ReadFont => {
    const known = fonts.get(font) ?? readFont(font, context)
    fonts.set(font, known)
    return known
  }
  return { fontOf, fonts }
}

import { PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { loadPdf } from '../../ground/pdf/load-pdf.ts'
import type { ReadFont } from '../../ground/pdf/read-font.ts'
import { fileIsWhole } from '../file-is-whole.ts'
import { type ReadClaims, readClaims, xmpOf } from '../read-claims.ts'
import { readWithPdfjs } from '../read-with-pdfjs.ts'
import type { Xmp } from '../read-xmp.ts'
import { fontOf } from './draw-text.ts'
import { type ReadIntent, readOutputIntents } from './output-intents.ts'
import type { FileReading } from './page-reading.ts'
import type { PressPage } from './press-page.ts'
import { readPressPage } from './read-press-page.ts'

/** What the bytes of a press file say, and nothing else. */
export interface ReadPressBytes {
  /** For what has to be looked up in its dictionaries. */
  readonly pdf: PDFDocument
  /** `1.6`, as the file begins. */
  readonly version: string
  readonly claims: ReadClaims
  readonly xmp: Xmp
  readonly pages: readonly PressPage[]
  readonly fonts: readonly ReadFont[]
  readonly intents: readonly ReadIntent[]
}

export interface ReadPress extends ReadPressBytes {
  /** As pdf.js counts them. */
  readonly pagesSeen: number
}

/**
 * Reads a press file with our own reader, and opens it with pdf.js at the same time. Throws when either cannot, or
 * when the file is not whole.
 */
export async function readPress(bytes: Uint8Array): Promise<ReadPress> {
  fileIsWhole(bytes)
  const seen = readWithPdfjs(bytes)
  seen.catch(() => {}) // Awaited below, when our own reader is done; it may throw before that.
  const read = await readPressBytes(bytes)
  return { ...read, pagesSeen: (await seen).pages }
}

/** With our own reader alone. */
export async function readPressBytes(bytes: Uint8Array): Promise<ReadPressBytes> {
  const { pdf, file, pages } = await readPressPages(bytes)
  return {
    pdf,
    version: Buffer.from(bytes.subarray(5, 8)).toString('latin1'),
    claims: readClaims(pdf),
    xmp: xmpOf(pdf),
    pages,
    fonts: allFonts(pdf, file),
    intents: readOutputIntents(pdf),
  }
}

/** The pages alone, of any PDF. */
export async function readPressPages(
  bytes: Uint8Array,
): Promise<{ pdf: PDFDocument; file: FileReading; pages: PressPage[] }> {
  const pdf = await loadPdf(bytes)
  const file: FileReading = {
    context: pdf.context,
    fonts: new Map(),
    spaces: new Map(),
    states: new Map(),
    pictures: new Map(),
    asides: new Map(),
  }
  return { pdf, file, pages: pdf.getPages().map((page) => readPressPage(page, file)) }
}

/** Those that a page uses, and those that only lie in the file: a printer's program looks at all of them. */
function allFonts(pdf: PDFDocument, file: FileReading): readonly ReadFont[] {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const isPartOfAnother = String(object.lookup(PDFName.of('Subtype'))).startsWith('/CIDFont')
    if (!isPartOfAnother) fontOf(file, object)
  }
  return [...file.fonts.values()]
}

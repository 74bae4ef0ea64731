import { readFileSync } from 'node:fs'
import type { Book } from '../../scripts/model/book.ts'
import type { HtmlDocument } from '../../scripts/model/document.ts'
import type { FinishedPdf, PdfFacts } from '../../scripts/model/finished.ts'
import type { PrintedPdf } from '../../scripts/model/printed.ts'
import type { PrintedPiece } from '../../scripts/model/printed-piece.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { finishPdf } from '../../scripts/pdf/finish-pdf.ts'
import { readPrinted } from '../../scripts/print/read-printed.ts'
import type { Memory } from '../../scripts/verify/memory.ts'
import { verifyPdf } from '../../scripts/verify/verify-pdf.ts'
import { smallBook, smallDocument, smallSettings } from './small-book-document.ts'

const folder = new URL('../fixtures/verify-small-book/', import.meta.url)

/** All that the two rooms are given for the small book, as it was printed once. */
export interface Given {
  readonly printed: PrintedPdf
  readonly book: Book
  readonly document: HtmlDocument
  readonly settings: Settings
}

/** A piece that is the whole book. */
export const pieceOf = (bytes: Uint8Array): PrintedPiece => ({
  bytes,
  first: 1,
  pages: readPrinted(bytes).pages.length,
  continues: false,
  remembered: false,
  seconds: 0,
})

export const given: Given = {
  printed: {
    ...(JSON.parse(readFileSync(new URL('printed.json', folder), 'utf8')) as PrintedPdf),
    pieces: [pieceOf(readFileSync(new URL('printed.pdf', folder)))],
    html: '',
  },
  book: smallBook,
  document: smallDocument,
  settings: smallSettings,
}

export const finish = ({ printed, book, document, settings }: Given): Promise<FinishedPdf> =>
  finishPdf(printed, book, document, settings)

export const verify = (
  finished: FinishedPdf,
  { printed, book, document, settings }: Given,
  memory?: Memory,
): Promise<PdfFacts> => verifyPdf(finished, printed, book, document, settings, memory)

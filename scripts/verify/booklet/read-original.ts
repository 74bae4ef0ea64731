import { PDFArray, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib'
import { loadPdf } from '../../ground/pdf/load-pdf.ts'
import { type PageBoxes, readPageBoxes } from '../../ground/pdf/page-boxes.ts'
import { type Drawing, drawingReader } from './drawing.ts'

export interface OriginalPage extends PageBoxes {
  readonly drawing: Drawing
}

/** The pages that were to be put on sheets, in order. */
export async function readOriginal(bytes: Uint8Array): Promise<readonly OriginalPage[]> {
  const pdf = await loadPdf(bytes)
  const drawingOf = drawingReader(pdf.context)
  return pdf.getPages().map((page) => ({
    ...readPageBoxes(page),
    drawing: drawingOf(streamsOf(page), page.node.Resources()),
  }))
}

function streamsOf(page: PDFPage): readonly PDFRawStream[] {
  const contents: unknown = page.node.Contents()
  const all =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents]
  return all.filter((stream) => stream instanceof PDFRawStream)
}

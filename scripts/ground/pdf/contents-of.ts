import { PDFArray, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib'
import { inflated } from './inflated.ts'

/**
 * The content of a page, its streams one after the other: a token never goes from one into the next (ISO 32000-1,
 * 7.8.2).
 */
export function contentsOf(page: PDFPage): Buffer {
  const contents = page.node.Contents()
  if (contents instanceof PDFRawStream) return inflated(contents)
  if (!(contents instanceof PDFArray)) return Buffer.alloc(0)
  const streams = contents.asArray().map((_, index) => contents.lookup(index))
  const parts = streams.flatMap((stream) =>
    stream instanceof PDFRawStream ? [inflated(stream), Buffer.from('\n')] : [],
  )
  return Buffer.concat(parts)
}

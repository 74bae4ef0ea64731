import { deflateSync } from 'node:zlib'
import { PDFArray, type PDFContext, PDFName, type PDFPage, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib'

const CONTENTS = PDFName.of('Contents')

/** Draws something before and behind the content of a page, whose own streams stay as they are. */
export function aroundContents(page: PDFPage, before: string, behind: string): void {
  const { context } = page.doc
  const own = page.node.get(CONTENTS)
  const value = context.lookup(own)
  const streams = value instanceof PDFArray ? value.asArray() : own === undefined ? [] : [own]
  page.node.set(CONTENTS, context.obj([streamOf(context, before), ...streams, streamOf(context, behind)]))
}

function streamOf(context: PDFContext, operators: string): PDFRef {
  const data = deflateSync(Buffer.from(operators, 'latin1'))
  return context.register(PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: data.length }), data))
}

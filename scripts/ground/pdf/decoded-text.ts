import { PDFHexString, PDFString } from '@cantoo/pdf-lib'

/** A text string of PDF (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, or PDFDocEncoding. */
export function decodedText(bytes: ArrayLike<number>): string {
  return PDFHexString.of(Buffer.from(Array.from(bytes)).toString('hex')).decodeText()
}

/** The text of a string object of either notation, '' for anything else. */
export const textOf = (value: unknown): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''

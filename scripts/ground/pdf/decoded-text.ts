import { PDFHexString, PDFString } from '@cantoo/pdf-lib'

/** A text string of PDF (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, or PDFDocEncoding. */
export function decodedText(bytes: ArrayLike<number>): string {
  return textOfHex(Buffer.from(Array.from(bytes)).toString('hex'))
}

/** The text of a string object of either notation, '' for anything else. */
export function textOf(value: unknown): string {
  if (value instanceof PDFHexString) return textOfHex(value.asString())
  if (!(value instanceof PDFString)) return ''
  const written = value.asString()
  return PLAIN.test(written) ? written : value.decodeText()
}

/** Says what it is, without a backslash. */
const PLAIN = /^[ -[\]-~]*$/
const UTF_16 = /^feff(?:[\da-f]{4})*$/i
const SURROGATE = /[\uD800-\uDFFF]/

/** The library goes through it digit by digit; the commonest kind is quicker read by Node. */
function textOfHex(hex: string): string {
  if (UTF_16.test(hex)) {
    const text = Buffer.from(hex.slice(4), 'hex').swap16().toString('utf16le')
    if (!SURROGATE.test(text)) return text
  }
  return PDFHexString.of(hex).decodeText()
}

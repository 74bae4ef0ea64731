import { PDFArray, type PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib'

/** How far each character of a font moves on, in thousandths of its size. */
export type Advances = (code: number) => number

/** What a font without a word on it moves on (ISO 32000-1, table 117). */
const USUAL = 1000

/**
 * The advances of a font whose codes are those of its glyphs, written from left to right (ISO 32000-1, 9.7.4.3), as
 * Chromium embeds all but a few; undefined for any other.
 */
export function advancesOf(font: PDFDict): Advances | undefined {
  if (font.get(PDFName.of('Encoding')) !== PDFName.of('Identity-H')) return undefined
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0)
  if (!descendant || !('lookup' in descendant)) return undefined
  const dictionary = descendant as PDFDict
  const usual = dictionary.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? USUAL
  const widths = readWidths(dictionary.lookupMaybe(PDFName.of('W'), PDFArray))
  return (code) => widths[code] ?? usual
}

/** Either a first code and a list of widths, or a first and a last code and one width. */
function readWidths(source: PDFArray | undefined): readonly number[] {
  const widths: number[] = []
  const items = source?.asArray().map((_, index) => source.lookup(index)) ?? []
  for (let index = 0; index < items.length; ) {
    const first = numberOf(items[index++])
    const next = items[index++]
    if (next instanceof PDFArray) {
      next.asArray().forEach((_, step) => {
        widths[first + step] = numberOf(next.lookup(step))
      })
      continue
    }
    const last = Math.min(numberOf(next), 0xffff) // a code has two bytes; a longer run must not cost memory
    const width = numberOf(items[index++])
    for (let code = first; code <= last; code++) widths[code] = width
  }
  return widths
}

const numberOf = (value: unknown): number => (value instanceof PDFNumber ? value.asNumber() : 0)

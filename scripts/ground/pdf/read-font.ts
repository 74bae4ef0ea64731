import { PDFArray, type PDFContext, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { inflated } from './inflated.ts'
import { readUnicodeMap } from './unicode-map.ts'

export interface ReadFont {
  /** PostScript name without the subset's prefix; `Type3` for a font that has none. */
  readonly name: string
  readonly type: string
  readonly embedded: boolean
  readonly bytesPerCode: 1 | 2
  readonly unicode: ReadonlyMap<number, string>
}

const FILES = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => PDFName.of(key))

export function readFont(font: PDFDict, context: PDFContext): ReadFont {
  const type = font.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText() ?? ''
  const descendants = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)
  const descendant = descendants?.lookupMaybe(0, PDFDict) ?? font
  const descriptor = descendant.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  const unicode = context.lookup(font.get(PDFName.of('ToUnicode')))
  return {
    name: (font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? type).replace(
      /^[A-Z]{6}\+/,
      '',
    ),
    type,
    embedded: FILES.some((key) => descriptor?.has(key) === true),
    bytesPerCode: type === 'Type0' ? 2 : 1,
    unicode:
      unicode instanceof PDFRawStream ? readUnicodeMap(inflated(unicode).toString('latin1')) : new Map(),
  }
}

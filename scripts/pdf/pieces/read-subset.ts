import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib'
import { digest } from '../../ground/digest.ts'
import { inflated } from '../../ground/pdf/inflated.ts'
import { readFont } from '../../ground/pdf/read-font.ts'
import { readGlyphs } from './glyphs.ts'
import { writeText } from './texts.ts'

/** What one piece holds of a face: the glyphs that it shows, under the numbers that they have in all of the face. */
export interface Subset {
  /** PostScript name, without the mark of a subset. */
  readonly name: string
  /** The same for all subsets of a face; slices of a family may share it, and differ in their glyphs. */
  readonly face: string
  /** What the three dictionaries of the font say beyond its name, its glyphs and their widths. */
  readonly font: string
  readonly descendant: string
  readonly descriptor: string
  /** TrueType. */
  readonly file: Uint8Array
  /** In thousandths of the font's size, of glyphs that take room. */
  readonly widths: ReadonlyMap<number, number>
  readonly unicode: ReadonlyMap<number, string>
  /** Codes without a text of their own → what stood for them where they were shown, '' where nothing did. */
  readonly unmapped: ReadonlyMap<number, string>
}

const name = PDFName.of
const names = (...keys: string[]): ReadonlySet<PDFName> => new Set(keys.map(name))
const OF_FONT = names('BaseFont', 'DescendantFonts', 'ToUnicode')
const OF_DESCENDANT = names('BaseFont', 'FontDescriptor', 'W', 'DW')
const OF_DESCRIPTOR = names('FontName', 'FontFile2')
/** Programs and settings that outlines depend on. */
const PROGRAMS = ['prep', 'fpgm', 'cvt ', 'name']
/** A row for each glyph, as `glyf` has, which nobody merges. */
const BY_GLYPH = ['vmtx', 'hdmx', 'LTSH', 'VORG', 'gvar', 'HVAR']

/**
 * Reads a TrueType font as the browser embeds it, with its glyphs numbered as in the font that it was cut from.
 * Undefined for any other, which stays as it is.
 */
export function readSubset(font: PDFDict): Omit<Subset, 'unmapped'> | undefined {
  const descendants = font.lookup(name('DescendantFonts'))
  const descendant = descendants instanceof PDFArray ? descendants.lookup(0) : undefined
  if (!(descendant instanceof PDFDict) || font.get(name('Encoding')) !== name('Identity-H')) return undefined
  const isPlain =
    descendant.get(name('Subtype')) === name('CIDFontType2') &&
    descendant.get(name('CIDToGIDMap')) === name('Identity')
  const descriptor = descendant.lookup(name('FontDescriptor'))
  const stream = descriptor instanceof PDFDict ? descriptor.lookup(name('FontFile2')) : undefined
  if (!isPlain || !(descriptor instanceof PDFDict) || !(stream instanceof PDFRawStream)) return undefined
  const texts = [
    writeText(font, OF_FONT),
    writeText(descendant, OF_DESCENDANT),
    writeText(descriptor, OF_DESCRIPTOR),
  ]
  if (texts.some(({ places }) => places.length > 0)) return undefined // leads to what is not known here
  const [own, ofDescendant, ofDescriptor] = texts.map(({ text }) => text) as [string, string, string]
  const file = inflated(stream)
  const read = readFont(font, font.context)
  const glyphs = readGlyphs(file, (glyph) => read.unicode.has(glyph))
  const odd = BY_GLYPH.some((tag) => glyphs.table(tag)) ? file : ''
  const programs = PROGRAMS.map((tag) => glyphs.table(tag) ?? '')
  return {
    name: read.name,
    face: digest(read.name, own, ofDescendant, ofDescriptor, String(glyphs.unitsPerEm), ...programs, odd),
    font: own,
    descendant: ofDescendant,
    descriptor: ofDescriptor,
    file,
    widths: trueWidths(descendant, glyphs),
    unicode: read.unicode,
  }
}

/**
 * The browser's list has a number for glyphs that were cut out too, and leaves out those of the default width, which
 * differs from piece to piece. Where it disagrees with the font by more than its rounding, the font is right.
 */
function trueWidths(
  descendant: PDFDict,
  { count, unitsPerEm, glyph }: ReturnType<typeof readGlyphs>,
): ReadonlyMap<number, number> {
  const listed = listedWidths(descendant.lookup(name('W')))
  const given = descendant.lookup(name('DW'))
  const usual = given instanceof PDFNumber ? given.asNumber() : 1000
  const widths = new Map<number, number>()
  for (let number = 0; number < count; number++) {
    const advance = glyph(number)?.advance ?? 0
    if (advance === 0) continue
    const exact = (advance * 1000) / unitsPerEm
    const said = listed.get(number) ?? usual
    widths.set(number, Math.abs(said - exact) < 1 ? said : Math.round(exact))
  }
  return widths
}

/** `c [w1 w2 …]` and `first last w` (ISO 32000-1, 9.7.4.3). */
function listedWidths(list: PDFObject | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  if (!(list instanceof PDFArray)) return widths
  const items = list.asArray()
  const numberAt = (index: number): number => {
    const item = items[index]
    return item instanceof PDFNumber ? item.asNumber() : 0
  }
  for (let index = 0; index < items.length; ) {
    const first = numberAt(index)
    const row = items[index + 1]
    if (row instanceof PDFArray) {
      row.asArray().forEach((width, nth) => {
        if (width instanceof PDFNumber) widths.set(first + nth, width.asNumber())
      })
      index += 2
    } else {
      for (let glyph = first; glyph <= Math.min(numberAt(index + 1), 0xffff); glyph++)
        widths.set(glyph, numberAt(index + 2))
      index += 3
    }
  }
  return widths
}

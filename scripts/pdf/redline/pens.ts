import { type PDFContext, PDFDict, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import { advancesOf } from '../../ground/pdf/advances-of.ts'
import { readFont } from '../../ground/pdf/read-font.ts'

/** Glyphs of one font, one behind the other. */
export interface Glyphs {
  readonly font: PDFRef
  /** The codes of the glyphs, as a content stream shows them. */
  readonly hex: string
  /** At a size of 1. */
  readonly width: number
}

/** Text as glyphs of fonts that the file has; undefined where they lack one, or where letters would have to join. */
export type Pen = (text: string, style: 'regular' | 'bold') => readonly Glyphs[] | undefined

interface Face {
  readonly font: PDFRef
  readonly isBold: boolean
  /** By the text that it stands for, the glyph and its width. */
  readonly glyphs: ReadonlyMap<string, { readonly hex: string; readonly width: number }>
}

/**
 * Writes with the fonts of the list, which says all that the margins say: it holds the letters that they need. Hebrew,
 * Arabic and the scripts of India are shaped by the browser alone.
 */
export function pensOf(fonts: readonly PDFRef[], context: PDFContext): Pen {
  const faces = fonts.flatMap((font) => faceOf(font, context) ?? [])
  faces.sort((one, other) => other.glyphs.size - one.glyphs.size)
  const stacks = {
    regular: faces.toSorted((one, other) => Number(one.isBold) - Number(other.isBold)),
    bold: faces.toSorted((one, other) => Number(other.isBold) - Number(one.isBold)),
  }
  return (text, style) => (SHAPED.test(text) ? undefined : write(Array.from(text), stacks[style]))
}

const SHAPED = /[\u0590-\u08FF\u0900-\u0DFF\u0F00-\u109F\u1780-\u17FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** Of those faces that have four digits of code, as Chromium writes all but a few. */
function faceOf(font: PDFRef, context: PDFContext): Face | undefined {
  const dictionary = context.lookup(font)
  if (!(dictionary instanceof PDFDict)) return undefined
  const advance = advancesOf(dictionary)
  if (!advance || dictionary.get(PDFName.of('Subtype')) !== PDFName.of('Type0')) return undefined
  const { name, unicode } = readFont(dictionary, context)
  if (/Italic|Oblique|Code|Mono/i.test(name)) return undefined
  const glyphs = new Map<string, { hex: string; width: number }>()
  for (const [code, text] of [...unicode].sort(([one], [other]) => one - other))
    if (text !== '' && !glyphs.has(text))
      glyphs.set(text, { hex: code.toString(16).padStart(4, '0'), width: advance(code) / 1000 })
  return { font, isBold: /Bold/i.test(name), glyphs }
}

/** Letters that were printed as one glyph. */
const LONGEST = 3

function write(letters: readonly string[], faces: readonly Face[]): readonly Glyphs[] | undefined {
  const written: Glyphs[] = []
  for (let at = 0; at < letters.length; ) {
    const found = longest(letters, at, faces)
    if (!found) return undefined
    const last = written.at(-1)
    if (last?.font === found.font)
      written[written.length - 1] = {
        font: last.font,
        hex: last.hex + found.hex,
        width: last.width + found.width,
      }
    else written.push(found)
    at += found.letters
  }
  return written
}

/** One letter in a face that comes first is better than two in another. */
function longest(
  letters: readonly string[],
  at: number,
  faces: readonly Face[],
): (Glyphs & { readonly letters: number }) | undefined {
  for (const { font, glyphs } of faces) {
    for (let length = Math.min(LONGEST, letters.length - at); length > 0; length--) {
      const glyph = glyphs.get(letters.slice(at, at + length).join(''))
      if (glyph) return { font, ...glyph, letters: length }
    }
  }
  return undefined
}

export const widthOf = (glyphs: readonly Glyphs[]): number =>
  glyphs.reduce((sum, { width }) => sum + width, 0)

import { PDFDict, PDFName } from '@cantoo/pdf-lib'
import type { ReadFont } from '../ground/pdf/read-font.ts'

export type FontOf = (font: PDFDict) => ReadFont

/** A font that a page asked for, and what it was asked: all that the page's text owes to it. */
export interface AskedFont {
  /** The resources in which it was looked up, and its name there, with its slash. */
  readonly scope: PDFDict | undefined
  readonly name: string
  /** Undefined where there is none of this name. */
  readonly font: ReadFont | undefined
  /** Each code that was drawn, with the text that the font gives for it. */
  readonly texts: Map<number, string | undefined>
}

interface Asking {
  readonly fontOf: FontOf
  readonly asked: Map<PDFDict | undefined, Map<string, AskedFont>>
  readonly resources: PDFDict | undefined
}

/** The font of this name, where the page is now. */
export function askFor({ fontOf, asked, resources }: Asking, name: string): AskedFont {
  let fonts = asked.get(resources)
  if (!fonts) {
    fonts = new Map()
    asked.set(resources, fonts)
  }
  let font = fonts.get(name)
  if (!font) {
    font = { scope: resources, name, font: fontNamed(resources, name, fontOf), texts: new Map() }
    fonts.set(name, font)
  }
  return font
}

const FONT = PDFName.of('Font')

export function fontNamed(scope: PDFDict | undefined, name: string, fontOf: FontOf): ReadFont | undefined {
  const font = scope?.lookupMaybe(FONT, PDFDict)?.lookup(PDFName.of(name.slice(1)))
  return font instanceof PDFDict ? fontOf(font) : undefined
}

/** The text of a code, which is written down as asked for. */
export function lettersOf(
  { texts }: Pick<AskedFont, 'texts'>,
  font: ReadFont,
  code: number,
): string | undefined {
  const known = texts.get(code)
  if (known !== undefined || texts.has(code)) return known
  const letters = font.unicode.get(code)
  texts.set(code, letters)
  return letters
}

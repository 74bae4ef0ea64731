import type { PDFDict } from '@cantoo/pdf-lib'
import type { Advances } from '../../../ground/pdf/advances-of.ts'

/** A font with the codes that were shown in it. */
export interface UsedFont {
  readonly dictionary: PDFDict
  readonly bytesPerCode: 1 | 2
  readonly unicode: ReadonlyMap<number, string>
  readonly advances: Advances | undefined
  /** Codes without a text of their own → the text that stood for them where they were shown, '' where none did. */
  readonly unmapped: Map<number, string>
}

/** Text of a code; a code that the font gives no text is remembered. */
export function textOfCode(font: UsedFont, code: number, actualText: string | undefined): string {
  const text = font.unicode.get(code)
  if (text !== undefined && text !== '\0' && text !== '\uFEFF' && text !== '\uFFFE') return text
  if (code !== 0 && !font.unmapped.get(code)) font.unmapped.set(code, actualText ?? '')
  return actualText ?? '\uFFFD'
}

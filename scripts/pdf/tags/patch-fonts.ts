import { type PDFContext, PDFName } from '@cantoo/pdf-lib'
import { completeMap, unicodeStream } from '../unicode-stream.ts'
import type { UsedFont } from './content/used-font.ts'

/** Gives every code that was shown a text (PDF/UA-1, 7.21.7): what stood for it, else the replacement character. */
export function patchFonts(fonts: readonly UsedFont[], context: PDFContext): void {
  for (const font of fonts) {
    if (font.unmapped.size === 0) continue
    const stream = unicodeStream(completeMap(font), font.bytesPerCode, context)
    font.dictionary.set(PDFName.of('ToUnicode'), context.register(stream))
  }
}

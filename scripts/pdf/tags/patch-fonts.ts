import { deflateSync } from 'node:zlib'
import { type PDFContext, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import type { UsedFont } from './content/used-font.ts'

/** Most lines that one block of a CMap may hold. */
const MOST_LINES = 100

/** Gives every code that was shown a text (PDF/UA-1, 7.21.7): what stood for it, else the replacement character. */
export function patchFonts(fonts: readonly UsedFont[], context: PDFContext): void {
  for (const font of fonts) {
    if (font.unmapped.size === 0) continue
    const map = new Map([...font.unicode].filter(([, text]) => text !== '\0'))
    for (const [code, text] of font.unmapped) map.set(code, text || '\uFFFD')
    const data = deflateSync(Buffer.from(unicodeMap(map, font.bytesPerCode), 'latin1'))
    const dictionary = context.obj({ Filter: 'FlateDecode', Length: data.length })
    font.dictionary.set(PDFName.of('ToUnicode'), context.register(PDFRawStream.of(dictionary, data)))
  }
}

/** A ToUnicode CMap (ISO 32000-1, 9.10.3). */
function unicodeMap(map: ReadonlyMap<number, string>, bytesPerCode: 1 | 2): string {
  const digits = bytesPerCode * 2
  const lines = [...map]
    .sort(([one], [other]) => one - other)
    .map(([code, text]) => `<${code.toString(16).padStart(digits, '0')}> <${utf16(text)}>`)
  const blocks: string[] = []
  for (let index = 0; index < lines.length; index += MOST_LINES) {
    const block = lines.slice(index, index + MOST_LINES)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<${'0'.repeat(digits)}> <${'f'.repeat(digits)}>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

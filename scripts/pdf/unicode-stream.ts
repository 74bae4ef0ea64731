import { deflateSync } from 'node:zlib'
import { type PDFContext, PDFRawStream } from '@cantoo/pdf-lib'

interface Codes {
  readonly unicode: ReadonlyMap<number, string>
  /** Codes without a text of their own → the text that stood for them where they were shown, '' where none did. */
  readonly unmapped: ReadonlyMap<number, string>
}

/** A text for every code that was shown: its own, what stood for it, else the replacement character. */
export function completeMap({ unicode, unmapped }: Codes): ReadonlyMap<number, string> {
  const map = new Map([...unicode].filter(([, text]) => text !== '\0'))
  for (const [code, text] of unmapped) map.set(code, text || '\uFFFD')
  return map
}

/** A ToUnicode CMap, as the stream of a file. */
export function unicodeStream(
  map: ReadonlyMap<number, string>,
  bytesPerCode: 1 | 2,
  context: PDFContext,
): PDFRawStream {
  const data = deflateSync(Buffer.from(unicodeMap(map, bytesPerCode), 'latin1'))
  return PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: data.length }), data)
}

/** Most lines that one block of a CMap may hold. */
const MOST_LINES = 100

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

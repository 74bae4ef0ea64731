/** Character codes of a font → text, from its ToUnicode CMap (ISO 32000-1, 9.10.3). */
export function readUnicodeMap(source: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>()
  for (const [, block] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, text] of block!.matchAll(/<([\da-f]+)>\s*<([\da-f]*)>/gi)) {
      map.set(Number.parseInt(code!, 16), fromHex(text!))
    }
  }
  for (const [, block] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) addRanges(map, block!)
  return map
}

const RANGE = /<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f]*)>|\[([^\]]*)\])/gi

function addRanges(map: Map<number, string>, block: string): void {
  for (const [, from, to, start, list] of block.matchAll(RANGE)) {
    const first = Number.parseInt(from!, 16)
    // A CMap covers codes of two bytes; a longer range is nonsense that must not cost memory.
    const last = Math.min(Number.parseInt(to!, 16), first + 0xffff)
    if (list !== undefined) {
      const texts = [...list.matchAll(/<([\da-f]*)>/gi)]
      for (const [index, [, text]] of texts.entries()) map.set(first + index, fromHex(text!))
      continue
    }
    const text = fromHex(start!)
    const letters = [...text]
    const head = letters.slice(0, -1).join('')
    const tail = letters.at(-1)?.codePointAt(0) ?? 0
    for (let code = first; code <= last; code++) map.set(code, head + safeCodePoint(tail + code - first))
  }
}

const safeCodePoint = (code: number): string => (code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code))

const fromHex = (hex: string): string => {
  const bytes = Buffer.from(
    hex.length % 4 ? hex.padStart(hex.length + (4 - (hex.length % 4)), '0') : hex,
    'hex',
  )
  return bytes.swap16().toString('utf16le')
}

// Which characters a font file can draw: its `cmap` table, and nothing else of it.
import { fontTables } from './font-tables.ts'

/** Code points that the font has a glyph for. Throws when the bytes are no such font. */
export function readCharacters(bytes: Uint8Array): ReadonlySet<number> {
  const cmap = fontTables(bytes).table('cmap')
  if (!cmap) throw new Error('the font has no table of characters')
  return new Set(glyphsOf(cmap).keys())
}

/** Glyphs by code points, of all tables for Unicode: format 4 for the first 65,536 characters, format 12 for all. */
export function glyphsOf(cmap: Buffer): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>()
  const count = cmap.readUInt16BE(2)
  for (let index = 0, at = 4; index < count; index++, at += 8) {
    const [platform, encoding, offset] = [
      cmap.readUInt16BE(at),
      cmap.readUInt16BE(at + 2),
      cmap.readUInt32BE(at + 4),
    ]
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    if (!isUnicode) continue
    const format = cmap.readUInt16BE(offset)
    if (format === 4) addFormat4(cmap.subarray(offset), glyphs)
    if (format === 12) addFormat12(cmap.subarray(offset), glyphs)
  }
  return glyphs
}

function addFormat4(table: Buffer, glyphs: Map<number, number>): void {
  const doubled = table.readUInt16BE(6)
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled] as const
  for (let step = 0; step < doubled; step += 2) {
    const [end, start] = [table.readUInt16BE(ends + step), table.readUInt16BE(starts + step)]
    const [delta, range] = [table.readUInt16BE(deltas + step), table.readUInt16BE(ranges + step)]
    for (let code = start; code <= end && code < 0xffff; code++) {
      const found = range === 0 ? code : table.readUInt16BE(ranges + step + range + 2 * (code - start))
      const glyph = found === 0 ? 0 : (found + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}

function addFormat12(table: Buffer, glyphs: Map<number, number>): void {
  const groups = table.readUInt32BE(12)
  for (let index = 0, at = 16; index < groups; index++, at += 12) {
    const [start, end, glyph] = [
      table.readUInt32BE(at),
      table.readUInt32BE(at + 4),
      table.readUInt32BE(at + 8),
    ]
    for (let code = start; code <= end && code <= 0x10ffff; code++)
      if (glyph + code - start !== 0) glyphs.set(code, glyph + code - start)
  }
}

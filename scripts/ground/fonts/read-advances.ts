// How wide the characters of a font file are: its `hmtx` table, by the glyphs of its `cmap`.
import { type FontTables, fontTables } from './font-tables.ts'
import { glyphsOf } from './read-characters.ts'

/**
 * Advance width in em of a code point; undefined where the font has no glyph for it. Throws when the bytes are no
 * such font.
 */
export function readAdvances(bytes: Uint8Array): (code: number) => number | undefined {
  const tables = fontTables(bytes)
  const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map((tag) => tableOf(tables, tag)) as [
    Buffer,
    Buffer,
    Buffer,
  ]
  const unitsPerEm = head.readUInt16BE(18)
  const last = hhea.readUInt16BE(34) - 1
  const glyphs = glyphsOf(tableOf(tables, 'cmap'))
  return (code) => {
    const glyph = glyphs.get(code)
    // Glyphs behind the last are as wide as that (OpenType, hmtx).
    return glyph === undefined ? undefined : hmtx.readUInt16BE(Math.min(glyph, last) * 4) / unitsPerEm
  }
}

function tableOf({ table }: FontTables, tag: string): Buffer {
  const found = table(tag)
  if (!found) throw new Error(`the font has no table ${tag} that can be read`)
  return found
}

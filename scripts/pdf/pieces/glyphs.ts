import { fontTables } from '../../ground/fonts/font-tables.ts'

export interface Glyph {
  /** Its part of `glyf`; empty for a space. */
  readonly outline: Buffer
  /** In units of the font. */
  readonly advance: number
  readonly bearing: number
}

export interface Glyphs {
  readonly table: (tag: string) => Buffer | undefined
  readonly count: number
  readonly unitsPerEm: number
  /** Numbers of glyphs stay when a font is cut: undefined for one that was cut out, or that there never was. */
  readonly glyph: (number: number) => Glyph | undefined
}

/** The glyphs of a TrueType file. `isNamed`: glyphs that are there though they draw nothing and take no room. */
export function readGlyphs(file: Uint8Array, isNamed: (number: number) => boolean): Glyphs {
  const { table } = fontTables(file)
  const needed = (tag: string): Buffer => {
    const found = table(tag)
    if (!found) throw new Error(`the font has no table ${tag}`)
    return found
  }
  const [head, hhea, loca, glyf, hmtx] = ['head', 'hhea', 'loca', 'glyf', 'hmtx'].map(needed) as Tables
  const isLong = head.readInt16BE(50) === 1
  const offset = (number: number): number =>
    isLong ? loca.readUInt32BE(4 * number) : 2 * loca.readUInt16BE(2 * number)
  const advances = hhea.readUInt16BE(34)
  const count = needed('maxp').readUInt16BE(4)
  const glyph = (number: number): Glyph | undefined => {
    if (number >= count) return undefined
    const outline = glyf.subarray(offset(number), offset(number + 1))
    const own = number < advances
    // Glyphs behind the last advance are as wide as that one (OpenType, hmtx), those that were cut out among them.
    const advance = hmtx.readUInt16BE(4 * Math.min(number, advances - 1))
    if (outline.length === 0 && !isNamed(number) && !(own && advance > 0)) return undefined
    const at = own ? 4 * number + 2 : 4 * advances + 2 * (number - advances)
    return { outline, advance, bearing: at + 2 <= hmtx.length ? hmtx.readInt16BE(at) : 0 }
  }
  return { table, count, unitsPerEm: head.readUInt16BE(18), glyph }
}

type Tables = [Buffer, Buffer, Buffer, Buffer, Buffer]

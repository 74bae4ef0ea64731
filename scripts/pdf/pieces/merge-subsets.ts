import type { Glyph, Glyphs } from './glyphs.ts'
import { readGlyphs } from './glyphs.ts'
import type { Subset } from './read-subset.ts'

/** A face of the book, with all glyphs that its pieces show of it. */
export interface Face {
  /** The first one's name and dictionaries are the face's. */
  readonly subsets: Subset[]
  readonly fonts: Glyphs[]
  readonly glyphs: Map<number, Glyph>
  readonly widths: Map<number, number>
  readonly unicode: Map<number, string>
  readonly unmapped: Map<number, string>
}

/**
 * Adds what a piece shows to the face that it belongs to, or begins another: slices of a family share a name, and
 * then a glyph of the same number is another one.
 */
export function addSubset(faces: Face[], subset: Subset): number {
  const font = readGlyphs(subset.file, (glyph) => subset.unicode.has(glyph))
  const known = faces.findIndex((face) => belongsTo(face, subset, font))
  const index = known < 0 ? faces.push(newFace()) - 1 : known
  const face = faces[index]!
  face.subsets.push(subset)
  face.fonts.push(font)
  for (let number = 0; number < font.count; number++) {
    const glyph = face.glyphs.has(number) ? undefined : font.glyph(number)
    if (glyph) face.glyphs.set(number, glyph)
  }
  for (const [glyph, width] of subset.widths) if (!face.widths.has(glyph)) face.widths.set(glyph, width)
  for (const [glyph, text] of subset.unicode) face.unicode.set(glyph, text)
  for (const [glyph, text] of subset.unmapped) if (!face.unmapped.get(glyph)) face.unmapped.set(glyph, text)
  return index
}

const newFace = (): Face => ({
  subsets: [],
  fonts: [],
  glyphs: new Map(),
  widths: new Map(),
  unicode: new Map(),
  unmapped: new Map(),
})

function belongsTo(face: Face, subset: Subset, font: Glyphs): boolean {
  if (face.subsets[0]!.face !== subset.face) return false
  for (const [glyph, text] of subset.unicode) if ((face.unicode.get(glyph) ?? text) !== text) return false
  for (let number = 0; number < font.count; number++) {
    const known = face.glyphs.get(number)
    const own = known && font.glyph(number)
    if (own && !(own.outline.equals(known.outline) && isSpacedAlike(own, known))) return false
  }
  return true
}

const isSpacedAlike = (one: Glyph, other: Glyph): boolean =>
  one.advance === other.advance && one.bearing === other.bearing

/**
 * A TrueType file with all glyphs of a face. Tables that have no row for each glyph are those of the longest subset.
 */
export function fileOfFace({ subsets, fonts, glyphs }: Face): Uint8Array {
  if (subsets.length === 1) return subsets[0]!.file
  const longest = fonts.reduce((most, one) => (one.count > most.count ? one : most))
  const { count } = longest
  const outlines: Buffer[] = []
  const offsets: number[] = [0]
  const hmtx = Buffer.alloc(4 * count)
  for (let number = 0; number < count; number++) {
    const { outline, advance, bearing } = glyphs.get(number) ?? NO_GLYPH
    outlines.push(outline, padding(outline.length))
    offsets.push(offsets.at(-1)! + outline.length + padding(outline.length).length)
    hmtx.writeUInt16BE(advance, 4 * number)
    hmtx.writeInt16BE(bearing, 4 * number + 2)
  }
  const isLong = offsets.at(-1)! > 2 * 0xffff
  const loca = Buffer.alloc((isLong ? 4 : 2) * offsets.length)
  offsets.forEach((offset, index) => {
    if (isLong) loca.writeUInt32BE(offset, 4 * index)
    else loca.writeUInt16BE(offset / 2, 2 * index)
  })
  const changed = (tag: string, change: (table: Buffer) => void): Buffer => {
    const table = Buffer.from(longest.table(tag)!)
    change(table)
    return table
  }
  const tables = new Map<string, Buffer>([
    ['glyf', Buffer.concat(outlines)],
    ['loca', loca],
    ['hmtx', hmtx],
    ['head', changed('head', (head) => formatOf(head, isLong))],
    ['hhea', changed('hhea', (hhea) => hhea.writeUInt16BE(count, 34))],
    ['maxp', changed('maxp', (maxp) => atMost(maxp, fonts))],
  ])
  for (const tag of OTHERS) {
    const table = longest.table(tag)
    if (table) tables.set(tag, table)
  }
  return fontFile(tables)
}

const NO_GLYPH: Glyph = { outline: Buffer.alloc(0), advance: 0, bearing: 0 }
/** What a reader of a PDF may ask a TrueType font for beside its glyphs (ISO 32000-1, 9.9), and its rights. */
const OTHERS = ['OS/2', 'cmap', 'cvt ', 'fpgm', 'gasp', 'name', 'post', 'prep']

const padding = (length: number): Buffer => Buffer.alloc((4 - (length % 4)) % 4)

/** How offsets are written, and room for the file's checksum. */
function formatOf(head: Buffer, isLong: boolean): void {
  head.writeUInt32BE(0, 8)
  head.writeInt16BE(Number(isLong), 50)
}

/** The most of everything that any glyph needs: points, contours, depth. */
function atMost(maxp: Buffer, fonts: readonly Glyphs[]): void {
  for (const { table } of fonts) {
    const other = table('maxp')!
    for (let at = 6; at + 2 <= Math.min(maxp.length, other.length); at += 2)
      maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(at), other.readUInt16BE(at)), at)
  }
}

/** Writes tables as a file (OpenType, "Font file"): a directory sorted by tag, then the tables, with checksums. */
function fontFile(tables: ReadonlyMap<string, Buffer>): Uint8Array {
  const tags = [...tables.keys()].sort()
  const directory = Buffer.alloc(12 + 16 * tags.length)
  const power = Math.floor(Math.log2(tags.length))
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(tags.length, 4)
  directory.writeUInt16BE(16 * 2 ** power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * (tags.length - 2 ** power), 10)
  const bodies: Buffer[] = []
  let offset = directory.length
  tags.forEach((tag, index) => {
    const table = tables.get(tag)!
    const body = Buffer.concat([table, padding(table.length)])
    const row = 12 + 16 * index
    directory.write(tag, row, 'latin1')
    directory.writeUInt32BE(checksum(body), row + 4)
    directory.writeUInt32BE(offset, row + 8)
    directory.writeUInt32BE(table.length, row + 12)
    bodies.push(body)
    offset += body.length
  })
  const file = Buffer.concat([directory, ...bodies])
  const head = directory.readUInt32BE(12 + 16 * tags.indexOf('head') + 8)
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, head + 8)
  return file
}

function checksum(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

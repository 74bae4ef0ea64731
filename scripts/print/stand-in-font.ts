// The one font that the browser finds on the "system". Shell 153 fails at random to load web fonts when fontconfig knows
// no TrueType font at all (half of the loads; none of 48 with one), so an empty folder will not do. This one draws an empty
// box for every character, and its name in a PDF tells that something was set in a font that the publication lacks.
// Tables: OpenType 1.9, https://learn.microsoft.com/typography/opentype/spec/

export const STAND_IN_FAMILY = 'No Such Font'

const UNITS = 1000
const [ASCENT, DESCENT, BOX_WIDTH, SPACE_WIDTH] = [800, -200, 500, 250]

/** A whole TrueType file of two glyphs: the empty box for what is missing, and the space. */
export function standInFont(): Buffer {
  const glyph = boxGlyph()
  const tables: readonly (readonly [tag: string, data: Buffer])[] = [
    ['OS/2', os2()],
    ['cmap', cmap()],
    ['glyf', glyph],
    ['head', head()],
    ['hhea', int16(1, 0, ASCENT, DESCENT, 0, BOX_WIDTH, 60, 60, 440, 1, 0, 0, 0, 0, 0, 0, 0, 2)],
    ['hmtx', int16(BOX_WIDTH, 60, SPACE_WIDTH, 0)],
    ['loca', int16(0, glyph.length / 2, glyph.length / 2)],
    ['maxp', int16(1, 0, 2, 8, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['name', names()],
    ['post', int16(3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
  ]
  return assemble(tables)
}

function assemble(tables: readonly (readonly [tag: string, data: Buffer])[]): Buffer {
  const header = int16(1, 0, tables.length, 128, 3, tables.length * 16 - 128)
  let offset = header.length + tables.length * 16
  const records: Buffer[] = []
  const bodies: Buffer[] = []
  for (const [tag, data] of tables) {
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)])
    records.push(Buffer.from(tag, 'latin1'), uint32(checksum(padded), offset, data.length))
    bodies.push(padded)
    offset += padded.length
  }
  return Buffer.concat([header, ...records, ...bodies])
}

function checksum(data: Buffer): number {
  let sum = 0
  for (let at = 0; at < data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0
  return sum
}

/** Two rectangles, the inner one cut out, as eight points with 16-bit coordinates. */
function boxGlyph(): Buffer {
  const points = [
    [60, 0],
    [60, 700],
    [440, 700],
    [440, 0],
    [110, 50],
    [390, 50],
    [390, 650],
    [110, 650],
  ] as const
  const steps = (axis: 0 | 1): number[] =>
    points.map((point, index) => point[axis] - (points[index - 1]?.[axis] ?? 0))
  const flags = Buffer.alloc(points.length, 1)
  return Buffer.concat([int16(2, 60, 0, 440, 700, 3, 7, 0), flags, int16(...steps(0), ...steps(1))])
}

/** Format 4 with the space alone, and the segment that ends every such table. */
function cmap(): Buffer {
  const segments = int16(4, 32, 0, 4, 4, 1, 0, 0x20, -1, 0, 0x20, -1, 1 - 0x20, 1, 0, 0)
  return Buffer.concat([int16(0, 1, 3, 1, 0, 12), segments])
}

function head(): Buffer {
  const created = Buffer.alloc(16)
  const magic = uint32(0x00010000, 0x00010000, 0, 0x5f0f3cf5)
  return Buffer.concat([magic, int16(0, UNITS), created, int16(60, 0, 440, 700, 0, 8, 2, 0, 0)])
}

function os2(): Buffer {
  const metrics = int16(4, 375, 400, 5, 0, 650, 700, 0, 140, 650, 700, 0, 480, 50, 250, 0)
  const panoseAndRanges = Buffer.alloc(10 + 16)
  const rest = int16(0x40, 0x20, 0x20, ASCENT, DESCENT, 0, ASCENT, -DESCENT, 0, 0, 0, 0, 500, 700, 0, 0x20, 0)
  return Buffer.concat([metrics, panoseAndRanges, Buffer.from('NONE'), rest])
}

function names(): Buffer {
  const texts = [
    [1, STAND_IN_FAMILY],
    [2, 'Regular'],
    [3, STAND_IN_FAMILY],
    [4, STAND_IN_FAMILY],
    [5, 'Version 1.0'],
    [6, STAND_IN_FAMILY.replaceAll(' ', '')],
  ] as const
  let offset = 0
  const records: Buffer[] = []
  const bodies: Buffer[] = []
  for (const [id, text] of texts) {
    const body = Buffer.from(text, 'utf16le').swap16()
    records.push(int16(3, 1, 0x409, id, body.length, offset))
    bodies.push(body)
    offset += body.length
  }
  return Buffer.concat([int16(0, texts.length, 6 + texts.length * 12), ...records, ...bodies])
}

function int16(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) buffer.writeUInt16BE(value & 0xffff, index * 2)
  return buffer
}

function uint32(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(value, index * 4)
  return buffer
}

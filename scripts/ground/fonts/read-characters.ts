// Which characters a font file can draw: its `cmap` table, and nothing else of it. A font library takes ten times as long,
// and the books' fonts are two dozen files. Containers: TrueType/OpenType, WOFF 1.0, WOFF 2.0 (W3C Recommendations).
import { brotliDecompressSync, inflateSync } from 'node:zlib'

/** Code points that the font has a glyph for. Throws when the bytes are no such font. */
export function readCharacters(bytes: Uint8Array): ReadonlySet<number> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = buffer.toString('latin1', 0, 4)
  const cmap =
    signature === 'wOF2'
      ? cmapOfWoff2(buffer)
      : signature === 'wOFF'
        ? cmapOfWoff(buffer)
        : cmapOfSfnt(buffer)
  if (!cmap) throw new Error('the font has no table of characters')
  return readCmap(cmap)
}

function cmapOfSfnt(buffer: Buffer): Buffer | undefined {
  const count = buffer.readUInt16BE(4)
  for (let index = 0, at = 12; index < count; index++, at += 16) {
    if (buffer.toString('latin1', at, at + 4) !== 'cmap') continue
    const offset = buffer.readUInt32BE(at + 8)
    return buffer.subarray(offset, offset + buffer.readUInt32BE(at + 12))
  }
  return undefined
}

function cmapOfWoff(buffer: Buffer): Buffer | undefined {
  const count = buffer.readUInt16BE(12)
  for (let index = 0, at = 44; index < count; index++, at += 20) {
    if (buffer.toString('latin1', at, at + 4) !== 'cmap') continue
    const [offset, packed, length] = [4, 8, 12].map((step) => buffer.readUInt32BE(at + step)) as [
      number,
      number,
      number,
    ]
    const data = buffer.subarray(offset, offset + packed)
    return packed < length ? inflateSync(data) : data
  }
  return undefined
}

// Numbers of known tags in the directory (WOFF 2.0, 4.1): only these four need telling apart.
const CMAP = 0
const GLYF = 10
const LOCA = 11
const ANY_TAG = 63

function cmapOfWoff2(buffer: Buffer): Buffer | undefined {
  const count = buffer.readUInt16BE(12)
  const reader = { at: 48 }
  let offset = 0
  let found: { offset: number; length: number } | undefined
  for (let index = 0; index < count; index++) {
    const flags = buffer.readUInt8(reader.at++)
    const tag = flags & 0x3f
    const isCmap =
      tag === CMAP || (tag === ANY_TAG && buffer.toString('latin1', reader.at, reader.at + 4) === 'cmap')
    if (tag === ANY_TAG) reader.at += 4
    const version = flags >> 6
    let length = readBase128(buffer, reader)
    // glyf and loca are transformed by version 0, all other tables by any version but 0.
    if (tag === GLYF || tag === LOCA ? version === 0 : version !== 0) length = readBase128(buffer, reader)
    if (isCmap) found = { offset, length }
    offset += length
  }
  if (!found) return undefined
  const data = brotliDecompressSync(buffer.subarray(reader.at, reader.at + buffer.readUInt32BE(20)))
  return data.subarray(found.offset, found.offset + found.length)
}

function readBase128(buffer: Buffer, reader: { at: number }): number {
  let value = 0
  for (let bytes = 0; bytes < 5; bytes++) {
    const byte = buffer.readUInt8(reader.at++)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return value
  }
  throw new Error('a table of the font is too long')
}

/** The union of the tables for Unicode: format 4 for the first 65,536 characters, format 12 for all. */
function readCmap(cmap: Buffer): ReadonlySet<number> {
  const characters = new Set<number>()
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
    if (format === 4) addFormat4(cmap.subarray(offset), characters)
    if (format === 12) addFormat12(cmap.subarray(offset), characters)
  }
  return characters
}

function addFormat4(table: Buffer, characters: Set<number>): void {
  const doubled = table.readUInt16BE(6)
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled] as const
  for (let step = 0; step < doubled; step += 2) {
    const [end, start] = [table.readUInt16BE(ends + step), table.readUInt16BE(starts + step)]
    const [delta, range] = [table.readUInt16BE(deltas + step), table.readUInt16BE(ranges + step)]
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = range === 0 ? code : table.readUInt16BE(ranges + step + range + 2 * (code - start))
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) characters.add(code)
    }
  }
}

function addFormat12(table: Buffer, characters: Set<number>): void {
  const groups = table.readUInt32BE(12)
  for (let index = 0, at = 16; index < groups; index++, at += 12) {
    const [start, end, glyph] = [
      table.readUInt32BE(at),
      table.readUInt32BE(at + 4),
      table.readUInt32BE(at + 8),
    ]
    for (let code = start; code <= end && code <= 0x10ffff; code++)
      if (glyph + code - start !== 0) characters.add(code)
  }
}

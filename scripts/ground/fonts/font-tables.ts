// The tables of a font file, unpacked: TrueType and OpenType, WOFF 1.0, WOFF 2.0 (W3C Recommendations). A font
// library takes ten times as long, for it unpacks the outlines too, and the books' fonts are two dozen files.
import { brotliDecompressSync, inflateSync } from 'node:zlib'
import { digest } from '../digest.ts'

export interface FontTables {
  /** Undefined when there is none, or when it is written in a form of WOFF 2.0's own. */
  readonly table: (tag: string) => Buffer | undefined
}

/** Throws where the bytes are no such font. */
export function fontTables(bytes: Uint8Array): FontTables {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = file.toString('latin1', 0, 4)
  if (signature === 'wOF2') return tablesOfWoff2(file)
  return signature === 'wOFF' ? tablesOfWoff(file) : tablesOfSfnt(file)
}

function tablesOfSfnt(file: Buffer): FontTables {
  const count = file.readUInt16BE(4)
  return {
    table: (tag) => {
      const at = entryIn(file, tag, { at: 12, size: 16, count })
      if (at === undefined) return undefined
      const offset = file.readUInt32BE(at + 8)
      return file.subarray(offset, offset + file.readUInt32BE(at + 12))
    },
  }
}

function tablesOfWoff(file: Buffer): FontTables {
  const count = file.readUInt16BE(12)
  return {
    table: (tag) => {
      const at = entryIn(file, tag, { at: 44, size: 20, count })
      if (at === undefined) return undefined
      const [offset, packed] = [file.readUInt32BE(at + 4), file.readUInt32BE(at + 8)]
      const data = file.subarray(offset, offset + packed)
      return packed < file.readUInt32BE(at + 12) ? inflateSync(data) : data
    },
  }
}

interface Directory {
  readonly at: number
  readonly size: number
  readonly count: number
}

function entryIn(file: Buffer, tag: string, { at, size, count }: Directory): number | undefined {
  for (let index = 0; index < count; index++) {
    const entry = at + index * size
    if (file.toString('latin1', entry, entry + 4) === tag) return entry
  }
  return undefined
}

/** Places in WOFF 2.0's list of known tags (4.1), of the tables that are asked for or stand in a form of their own. */
const KNOWN: Readonly<Record<number, string>> = {
  0: 'cmap',
  1: 'head',
  2: 'hhea',
  3: 'hmtx',
  5: 'name',
  10: 'glyf',
  11: 'loca',
}
const OTHER = 63
const NO_TRANSFORM_OF_OUTLINES = 3

/** All tables are one Brotli stream, in the order of the directory. */
function tablesOfWoff2(file: Buffer): FontTables {
  const places = new Map<string, { readonly from: number; readonly to: number }>()
  const reader = { at: 48 }
  let from = 0
  for (let left = file.readUInt16BE(12); left > 0; left--) {
    const { tag, isTransformed, length } = readEntry(file, reader)
    if (!isTransformed) places.set(tag, { from, to: from + length })
    from += length
  }
  const [start, packed] = [reader.at, file.readUInt32BE(20)]
  let data: Buffer | undefined
  return {
    table: (tag) => {
      const place = places.get(tag)
      if (!place) return undefined
      data ??= unpacked(file.subarray(start, start + packed))
      return data.subarray(place.from, place.to)
    },
  }
}

/** Twice as many files as the built-in theme has: ten megabytes. */
const KEPT = 128
const kept = new Map<string, Buffer>()

/**
 * Name and characters are asked for apart, and in a preview at every change: what was unpacked is kept, under a name
 * made of the bytes.
 */
function unpacked(stream: Buffer): Buffer {
  const name = digest(stream)
  const data = kept.get(name) ?? brotliDecompressSync(stream)
  kept.delete(name)
  kept.set(name, data)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
  return data
}

function readEntry(file: Buffer, reader: { at: number }) {
  const flags = file.readUInt8(reader.at++)
  const number = flags & 63
  const version = flags >> 6
  let tag = KNOWN[number] ?? `${number}`
  if (number === OTHER) {
    tag = file.toString('latin1', reader.at, reader.at + 4)
    reader.at += 4
  }
  const plain = readBase128(file, reader)
  // glyf and loca are transformed by any version but 3, all other tables by any but 0.
  const isOutline = tag === 'glyf' || tag === 'loca'
  const isTransformed = isOutline ? version !== NO_TRANSFORM_OF_OUTLINES : version !== 0
  return { tag, isTransformed, length: isTransformed ? readBase128(file, reader) : plain }
}

function readBase128(file: Buffer, reader: { at: number }): number {
  let value = 0
  for (let bytes = 0; bytes < 5; bytes++) {
    const byte = file.readUInt8(reader.at++)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return value
  }
  throw new Error('a table of the font is too long')
}

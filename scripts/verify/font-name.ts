import { readFile } from 'node:fs/promises'
import { brotliDecompressSync, inflateSync } from 'node:zlib'

/**
 * The PostScript name of a font file (TrueType, OpenType, WOFF or WOFF2): the name that a PDF has of it. '' when there is none. Only
 * the table of names is read; a font library takes 50 ms a file to unpack the outlines too.
 */
export async function fontName(path: string): Promise<string> {
  try {
    return nameOfFont(await readFile(path))
  } catch {
    return ''
  }
}

export function nameOfFont(file: Buffer): string {
  try {
    const names = nameTable(file)
    return names ? postScriptName(names) : ''
  } catch {
    return '' // Not a font: then nothing in the PDF came from it.
  }
}

function nameTable(file: Buffer): Buffer | undefined {
  const signature = file.toString('latin1', 0, 4)
  if (signature === 'wOF2') return nameOfWoff2(file)
  if (signature === 'wOFF') return nameOfWoff(file)
  for (let index = 0; index < file.readUInt16BE(4); index++) {
    const entry = 12 + index * 16
    if (file.toString('latin1', entry, entry + 4) !== 'name') continue
    const offset = file.readUInt32BE(entry + 8)
    return file.subarray(offset, offset + file.readUInt32BE(entry + 12))
  }
  return undefined
}

function nameOfWoff(file: Buffer): Buffer | undefined {
  for (let index = 0; index < file.readUInt16BE(12); index++) {
    const entry = 44 + index * 20
    if (file.toString('latin1', entry, entry + 4) !== 'name') continue
    const offset = file.readUInt32BE(entry + 4)
    const packed = file.readUInt32BE(entry + 8)
    const data = file.subarray(offset, offset + packed)
    return packed < file.readUInt32BE(entry + 12) ? inflateSync(data) : data
  }
  return undefined
}

/** Places in WOFF2's list of known tags (W3C WOFF 2.0, 4.1). */
const NAME = 5
const GLYF = 10
const LOCA = 11
const OTHER = 63

/** All tables of a WOFF2 file are one Brotli stream, in the order of its directory. */
function nameOfWoff2(file: Buffer): Buffer | undefined {
  let at = 48
  const readBase128 = (): number => {
    let value = 0
    for (let index = 0; index < 5; index++) {
      const byte = file[at++]!
      value = value * 128 + (byte & 127)
      if (byte < 128) break
    }
    return value
  }
  let offset = 0
  let found: { from: number; to: number } | undefined
  for (let left = file.readUInt16BE(12); left > 0; left--) {
    const flags = file[at++]!
    const tag = flags & 63
    if (tag === OTHER) at += 4
    const version = flags >> 6
    const plain = readBase128()
    const isTransformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0
    const length = isTransformed ? readBase128() : plain
    if (tag === NAME) found = { from: offset, to: offset + length }
    offset += length
  }
  if (!found) return undefined
  return brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20))).subarray(found.from, found.to)
}

const POSTSCRIPT_NAME = 6
const MACINTOSH = 1

function postScriptName(names: Buffer): string {
  const strings = names.readUInt16BE(4)
  for (let index = 0; index < names.readUInt16BE(2); index++) {
    const record = 6 + index * 12
    if (names.readUInt16BE(record + 6) !== POSTSCRIPT_NAME) continue
    const from = strings + names.readUInt16BE(record + 10)
    const text = names.subarray(from, from + names.readUInt16BE(record + 8))
    return names.readUInt16BE(record) === MACINTOSH
      ? text.toString('latin1')
      : Buffer.from(text).swap16().toString('utf16le')
  }
  return ''
}

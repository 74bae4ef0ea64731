// Files → a zip, the same bytes each time: in the order in which they are given, and with one date for all.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZippedFile {
  readonly name: string
  readonly content: Uint8Array | string
}

/** Names in UTF-8. For files that fit in memory. */
export function writeZip(files: readonly ZippedFile[]): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, content } of files) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain, { level: 9 })
    const called = Buffer.from(name, 'utf8')
    const said = factsOf(plain, packed, called)
    const local = Buffer.concat([LOCAL, said, called, packed])
    list.push(Buffer.concat([CENTRAL, said, placeOf(at), called]))
    parts.push(local)
    at += local.length
  }
  const listed = Buffer.concat(list)
  return Buffer.concat([...parts, listed, endOf(files.length, listed.length, at)])
}

const LOCAL = Buffer.from('PK\u0003\u0004', 'latin1')
/** Made by, as a zip of version 2.0. */
const CENTRAL = Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1')

/** 1 January 1980, the first day that a zip can name. */
const FIRST_DAY = 0x0021
const NAMES_IN_UTF8 = 0x0800
const DEFLATED = 8

/** What a file's own head and the list at the end say alike (APPNOTE.TXT, 4.3.7 and 4.3.12). */
function factsOf(plain: Buffer, packed: Buffer, called: Buffer): Buffer {
  const said = Buffer.alloc(26)
  said.writeUInt16LE(20, 0)
  said.writeUInt16LE(NAMES_IN_UTF8, 2)
  said.writeUInt16LE(DEFLATED, 4)
  said.writeUInt16LE(FIRST_DAY, 8)
  said.writeUInt32LE(crc32(plain), 10)
  said.writeUInt32LE(packed.length, 14)
  said.writeUInt32LE(plain.length, 18)
  said.writeUInt16LE(called.length, 22)
  return said
}

function placeOf(at: number): Buffer {
  const place = Buffer.alloc(14)
  place.writeUInt32LE(at, 10)
  return place
}

function endOf(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return end
}

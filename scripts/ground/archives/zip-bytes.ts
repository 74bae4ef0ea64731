// A zip in memory. The same files make the same bytes: they have no times, and stand in the order in which they are
// given.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: string | Uint8Array
}

/** What is packed already, such as a picture, is not packed again. */
export function zipBytes(parts: readonly ZipPart[]): Buffer {
  const entries: Entry[] = []
  const bodies: Buffer[] = []
  let at = 0
  for (const { name, content } of parts) {
    const plain = Buffer.from(content as Uint8Array)
    const packed = deflateRawSync(plain, { level: 9 })
    const isPacked = packed.length < plain.length
    const body = isPacked ? packed : plain
    const entry = {
      name: Buffer.from(name),
      isPacked,
      sum: crc32(plain),
      size: body.length,
      plain: plain.length,
      at,
    }
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), factsOf(entry), entry.name])
    entries.push(entry)
    bodies.push(local, body)
    at += local.length + body.length
  }
  const list = Buffer.concat(entries.map(listed))
  return Buffer.concat([...bodies, list, endOf(entries.length, list.length, at)])
}

interface Entry {
  readonly name: Buffer
  readonly isPacked: boolean
  readonly sum: number
  readonly size: number
  readonly plain: number
  readonly at: number
}

/** Names are UTF-8; the earliest time that a zip can tell, 1 January 1980. */
function factsOf({ name, isPacked, sum, size, plain }: Entry): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(0x0800, 2)
  facts.writeUInt16LE(isPacked ? 8 : 0, 4)
  facts.writeUInt16LE(0x21, 8)
  facts.writeUInt32LE(sum, 10)
  facts.writeUInt32LE(size, 14)
  facts.writeUInt32LE(plain, 18)
  facts.writeUInt16LE(name.length, 22)
  return facts
}

function listed(entry: Entry): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(entry.at, 10)
  return Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.from([20, 0]),
    factsOf(entry),
    rest,
    entry.name,
  ])
}

function endOf(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([Buffer.from('PK\u0005\u0006'), end])
}

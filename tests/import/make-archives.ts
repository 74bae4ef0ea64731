// Small archives in the formats that each service documents.
import { createHash } from 'node:crypto'
import { crc32, deflateRawSync } from 'node:zlib'
import { encode } from '@ipld/dag-cbor'
import { CID } from 'multiformats/cid'
import { create as digestOf } from 'multiformats/hashes/digest'
import sharp from 'sharp'

type Files = Readonly<Record<string, string | Uint8Array>>

interface ZipEntry {
  readonly name: string
  readonly bytes: Buffer
  /** What the list says, when it is to lie. */
  readonly size?: number
}

/** A zip as the services write them: deflated, with a list at its end. */
export function zipOf(files: Files, lies: Readonly<Record<string, number>> = {}): Buffer {
  const entries = Object.entries(files).map(
    ([name, content]): ZipEntry => ({
      name,
      bytes: Buffer.from(content as string),
      ...(lies[name] ? { size: lies[name] } : {}),
    }),
  )
  const locals: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const { name, bytes, size = bytes.length } of entries) {
    const packed = deflateRawSync(bytes)
    const sizes = [crc32(bytes), packed.length, size, name.length] as const
    const local = Buffer.concat([header(0x04034b50, [20, 0, 8], sizes), Buffer.from(name), packed])
    list.push(listed(sizes, name, offset, 8))
    locals.push(local)
    offset += local.length
  }
  return Buffer.concat([...locals, ...ending(list, offset)])
}

/** The parts of a zip around one stored file of `size` bytes that nobody writes: head before it, list behind it. */
export function zipAround(files: Files, name: string, size: number): { head: Buffer; tail: Buffer } {
  const small = zipOf(files)
  const end = small.length - 22
  const start = small.readUInt32LE(end + 16)
  const count = small.readUInt16LE(end + 10)
  const sizes = [0, size, size, name.length] as const
  const local = Buffer.concat([header(0x04034b50, [20, 0, 0], sizes), Buffer.from(name)])
  const list = [small.subarray(start, end), listed(sizes, name, start, 0)]
  return {
    head: Buffer.concat([small.subarray(0, start), local]),
    tail: Buffer.concat(ending(list, start + local.length + size, count + 1)),
  }
}

type Sizes = readonly [crc: number, packed: number, size: number, name: number]

function header(mark: number, shorts: readonly number[], [crc, packed, size, name]: Sizes): Buffer {
  const head = Buffer.alloc(16 + shorts.length * 2 + 4 + 4)
  let at = head.writeUInt32LE(mark, 0)
  for (const value of shorts) at = head.writeUInt16LE(value, at)
  at = head.writeUInt32LE(0x5a210000, at) // A day of 2025.
  for (const value of [crc, packed, size]) at = head.writeUInt32LE(value, at)
  at = head.writeUInt16LE(name, at)
  return head.subarray(0, at + 2)
}

function listed(sizes: Sizes, name: string, offset: number, method: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([
    header(0x02014b50, [20, 20, 0, method], sizes),
    rest.subarray(0, 14),
    Buffer.from(name),
  ])
}

function ending(list: readonly Buffer[], offset: number, count = list.length): Buffer[] {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(
    list.reduce((sum, one) => sum + one.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return [...list, end]
}

const block = (value: unknown): { cid: CID; bytes: Uint8Array } => {
  const bytes = encode(value)
  return { cid: CID.createV1(0x71, digestOf(0x12, createHash('sha256').update(bytes).digest())), bytes }
}

/** What a picture of these bytes is called in a repository. */
export const blobOf = (bytes: Uint8Array): CID =>
  CID.createV1(0x55, digestOf(0x12, createHash('sha256').update(bytes).digest()))

/** A repository of the AT Protocol with these records by key: one tree node, keys told by what differs. */
export function carOf(did: string, records: Readonly<Record<string, unknown>>): Buffer {
  const keys = Object.keys(records).sort()
  const blocks = keys.map((key) => block(records[key]))
  let before = ''
  const e = keys.map((key, index) => {
    let p = 0
    while (p < before.length && before[p] === key[p]) p += 1
    before = key
    return { p, k: Buffer.from(key.slice(p)), v: blocks[index]?.cid, t: null }
  })
  const tree = block({ l: null, e })
  const commit = block({ did, version: 3, data: tree.cid, rev: '3kabc', prev: null, sig: new Uint8Array(64) })
  const head = encode({ version: 1, roots: [commit.cid] })
  const parts = [commit, tree, ...blocks].map(({ cid, bytes }) => Buffer.concat([cid.bytes, bytes]))
  return Buffer.concat([head, ...parts].flatMap((part) => [varint(part.length), Buffer.from(part)]))
}

function varint(value: number): Buffer {
  const bytes = []
  let left = value
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128)
  return Buffer.from([...bytes, left])
}

const CANVAS = { create: { width: 40, height: 30, channels: 3, background: '#10485B' } } as const

export const photographOf = (exif: Record<string, Record<string, string>> = {}): Promise<Buffer> =>
  sharp(CANVAS).jpeg().withExif(exif).toBuffer()

/** `IFD3` is where a camera writes where it stood. */
export const IN_WEST_BROMWICH = {
  IFD0: { ImageDescription: 'The room before the doors open #bestbywm', Artist: 'Ann Example' },
  IFD2: { DateTimeOriginal: '2013:07:26 09:05:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '52/1 31/1 7/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '1/1 59/1 40/1',
  },
}

export const TWEET = {
  tweet: {
    id_str: '360680000000000001',
    created_at: 'Fri Jul 26 09:32:00 +0000 2013',
    full_text:
      'Room is full &amp; ready <script>alert(1)</script> #bestbywm\n\n# 1. *not* a list https://t.co/abc https://t.co/pic',
    entities: {
      hashtags: [{ text: 'bestbywm', indices: ['20', '29'] }],
      urls: [
        {
          url: 'https://t.co/abc',
          expanded_url: 'https://example.org/paper',
          display_url: 'example.org/paper',
        },
      ],
      media: [
        { url: 'https://t.co/pic', type: 'photo', media_url_https: 'https://pbs.twimg.com/media/BQabc.jpg' },
      ],
    },
    extended_entities: {
      media: [
        {
          url: 'https://t.co/pic',
          type: 'photo',
          media_url_https: 'https://pbs.twimg.com/media/BQabc.jpg',
          ext_alt_text: 'Rows of chairs: all taken',
        },
      ],
    },
  },
}

const tweet = (id: string, full_text: string, created_at: string) => ({
  tweet: { id_str: id, full_text, created_at },
})

export const TWEETS = `window.YTD.tweets.part0 = ${JSON.stringify([
  TWEET,
  tweet('360680000000000002', 'RT @someone: their words #bestbywm', 'Fri Jul 26 09:33:00 +0000 2013'),
  tweet('360680000000000003', 'Lunch, another day', 'Sat Jul 27 11:00:00 +0000 2013'),
])}`

export const ACCOUNT =
  'window.YTD.account.part0 = [{"account":{"username":"annexample","accountDisplayName":"Ann Example","accountId":"42"}}]'

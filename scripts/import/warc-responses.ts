// What servers answered, as a web archive holds it: WARC 1.1 (ISO 28500), each record packed by itself or none.
import type { Readable } from 'node:stream'
import { brotliDecompressSync, createGunzip, unzipSync } from 'node:zlib'
import { type ArchiveFault, damagedArchive, refusedArchive } from '../ground/archives/archive-fault.ts'
import { MEGABYTE } from '../ground/limits.ts'

export interface WarcResponse {
  readonly url: string
  /** `text/html` */
  readonly type: string
  readonly body: Buffer
}

const MOST_MB = 4096
const MOST_BYTES = MOST_MB * MEGABYTE
/** Of one answer: a film is passed over. */
const MOST_OF_ONE = 50 * MEGABYTE
const MOST_OF_HEAD = MEGABYTE
const END_OF_HEAD = Buffer.from('\r\n\r\n')

/** Those that were found, in the order of the archive. Throws ArchiveFault. */
export async function* responsesIn(stream: Readable, name: string): AsyncGenerator<WarcResponse> {
  const torn = (fault?: unknown): ArchiveFault =>
    damagedArchive({ problem: 'file-ends-early', file: name }, fault)
  const bytes = bytesOf(/\.gz$/i.test(name) ? stream.pipe(createGunzip()) : stream, torn)
  stream.on('error', () => {})
  try {
    for (;;) {
      const begun = await bytes.until(END_OF_HEAD)
      if (!begun) return
      const head = headersIn(begun)
      if (!head) throw torn()
      const length = Number(head.get('content-length') ?? Number.NaN)
      if (!Number.isSafeInteger(length) || length < 0) throw torn()
      const isWanted = /^(?:response|resource)$/.test(head.get('warc-type') ?? '') && length <= MOST_OF_ONE
      const block = await bytes.take(length, isWanted)
      await bytes.take(4, false)
      const url = (head.get('warc-target-uri') ?? '').replace(/^<|>$/g, '')
      const response = isWanted ? answerIn(block, head.get('content-type') ?? '') : undefined
      if (response) yield { url, ...response }
    }
  } finally {
    stream.destroy()
  }
}

/** By names in small letters, the first line under ''. Undefined for what is none. */
function headersIn(head: Buffer): ReadonlyMap<string, string> | undefined {
  const lines = head.toString('utf8').trimStart().split('\r\n')
  if (!/^(?:WARC|HTTP)\/\d/.test(lines[0] ?? '')) return undefined
  const named = lines.slice(1).map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]
  })
  return new Map([['', lines[0] ?? ''], ...named])
}

function answerIn(block: Buffer, type: string): Omit<WarcResponse, 'url'> | undefined {
  if (!/^application\/http/i.test(type)) return { type: kindOf(type), body: block }
  const end = block.indexOf(END_OF_HEAD)
  if (end < 0) return undefined
  try {
    const head = headersIn(block.subarray(0, end))
    if (!/^HTTP\/\S+ 200\b/.test(head?.get('') ?? '')) return undefined
    const sent = block.subarray(end + END_OF_HEAD.length)
    const whole = /chunked/i.test(head?.get('transfer-encoding') ?? '') ? withoutChunks(sent) : sent
    return {
      type: kindOf(head?.get('content-type') ?? ''),
      body: unpacked(whole, head?.get('content-encoding') ?? ''),
    }
  } catch {
    return undefined // An answer that broke off while it was archived.
  }
}

const kindOf = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase()

/** RFC 9112, 7.1. Some archivers take the chunks out and leave the header. */
function withoutChunks(sent: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  while (at < sent.length) {
    const end = sent.indexOf('\r\n', at)
    const size =
      end < 0 ? undefined : /^([\da-f]{1,8})\s*(?:;.*)?$/i.exec(sent.toString('latin1', at, end))?.[1]
    if (size === undefined) return parts.length === 0 ? sent : Buffer.concat(parts)
    const length = Number.parseInt(size, 16)
    if (length === 0) break
    parts.push(sent.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
  return Buffer.concat(parts)
}

function unpacked(bytes: Buffer, coding: string): Buffer {
  const most = { maxOutputLength: MOST_OF_ONE }
  if (/\bbr\b/i.test(coding)) return brotliDecompressSync(bytes, most)
  return /gzip|deflate/i.test(coding) ? unzipSync(bytes, most) : bytes
}

/** Reads on from where it stands. */
function bytesOf(stream: Readable, torn: (fault?: unknown) => ArchiveFault) {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let rest: Buffer = Buffer.alloc(0)
  let total = 0
  const more = async (): Promise<Buffer | undefined> => {
    const { value, done } = await chunks.next().catch((fault: unknown) => {
      throw torn(fault)
    })
    total += done ? 0 : value.length
    if (total > MOST_BYTES) throw refusedArchive({ problem: 'records-too-large', mostMb: MOST_MB })
    return done ? undefined : value
  }
  return {
    /** What stands before the mark, which is passed; undefined when nothing but blanks is left. */
    until: async (mark: Buffer): Promise<Buffer | undefined> => {
      for (;;) {
        const at = rest.indexOf(mark)
        if (at > 0) {
          const found = rest.subarray(0, at)
          rest = rest.subarray(at + mark.length)
          return found
        }
        if (at === 0) {
          rest = rest.subarray(mark.length)
          continue
        }
        if (rest.length > MOST_OF_HEAD) throw torn()
        const chunk = await more()
        if (chunk) rest = Buffer.concat([rest, chunk])
        else if (rest.toString('latin1').trim() === '') return undefined
        else throw torn()
      }
    },
    take: async (length: number, isKept: boolean): Promise<Buffer> => {
      const parts: Buffer[] = []
      let left = length
      while (left > 0) {
        if (rest.length === 0) {
          const chunk = await more()
          if (!chunk) {
            if (length === 4) break // The blank lines behind the last record are often missing.
            throw torn()
          }
          rest = chunk
        }
        const part = rest.subarray(0, left)
        if (isKept) parts.push(part)
        left -= part.length
        rest = rest.subarray(part.length)
      }
      return Buffer.concat(parts)
    },
  }
}

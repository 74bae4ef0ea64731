// Just enough of a PDF reader for what Skia writes: a classic cross-reference table and plain objects. It takes
// milliseconds where a full parser takes half a second, and throws on anything that it does not know.
import { inflateSync, constants as zlib } from 'node:zlib'

export interface PrintedFile {
  /** Object numbers of the pages, in order. */
  readonly pages: readonly number[]
  /** Source text that holds the named destinations, and where in the file it starts. */
  readonly destinations: { readonly start: number; readonly text: string }
  /** Source text of an object, without its stream. */
  readonly object: (number: number) => string
  /** The beginning of an object's stream, inflated: at least `characters` of it when it has as many. */
  readonly streamHead: (number: number, characters: number) => string
  /** The bytes of an object's stream as they stand in the file; undefined for an object without. */
  readonly rawStream: (number: number) => Buffer | undefined
}

/** Opens the bytes that the browser printed. Throws when they are not such a file. */
export function readPrinted(bytes: Uint8Array): PrintedFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const offsetOf = crossReferences(buffer)
  const trailer = buffer.toString('latin1', buffer.lastIndexOf('trailer'))
  const object = (number: number): string => objectText(buffer, offsetOf(number), number)
  const catalog = object(reference(trailer, 'Root'))
  return {
    object,
    destinations: destinationsIn(catalog, object, offsetOf),
    pages: leaves(object, reference(catalog, 'Pages')),
    streamHead: (number, characters) => streamHead(buffer, offsetOf(number), characters),
    rawStream: (number) => rawStream(buffer, offsetOf(number)),
  }
}

// Entries are twenty bytes each: only those that are asked for are read, of the tens of thousands that a book has.
const ENTRY = 20

function crossReferences(buffer: Buffer): (number: number) => number | undefined {
  const end = buffer.toString('latin1', Math.max(0, buffer.length - 64))
  let at = Number(/startxref\s+(\d+)/.exec(end)?.[1])
  if (buffer.toString('latin1', at, at + 5) !== 'xref\n') throw new Error('no cross-reference table')
  at += 5
  const sections: { first: number; count: number; at: number }[] = []
  for (;;) {
    const header = /^(\d+) (\d+) ?\n/.exec(buffer.toString('latin1', at, at + 32))
    if (!header) break
    const [line, first, count] = [header[0], Number(header[1]), Number(header[2])]
    sections.push({ first, count, at: at + line.length })
    at += line.length + count * ENTRY
  }
  return (number) => {
    const section = sections.find(({ first, count }) => number >= first && number < first + count)
    const entry = section && section.at + (number - section.first) * ENTRY
    return entry === undefined ? undefined : Number(buffer.toString('latin1', entry, entry + 10))
  }
}

function destinationsIn(
  catalog: string,
  object: (number: number) => string,
  offsetOf: (number: number) => number | undefined,
): PrintedFile['destinations'] {
  if (!/\/Dests\b/.test(catalog)) return { start: 0, text: '' }
  const number = reference(catalog, 'Dests')
  return { start: offsetOf(number) ?? 0, text: object(number) }
}

function objectText(buffer: Buffer, offset: number | undefined, number: number): string {
  if (offset === undefined) throw new Error(`object ${number} is missing`)
  const text = buffer.toString('latin1', offset, buffer.indexOf('endobj', offset))
  const stream = text.indexOf('stream\n')
  return stream < 0 ? text : text.slice(0, stream)
}

function streamHead(buffer: Buffer, offset: number | undefined, characters: number): string {
  if (offset === undefined) return ''
  const start = buffer.indexOf('stream', offset) + 'stream\n'.length
  // The head alone is inflated; a stream that is cut short is allowed to end early.
  const part = buffer.subarray(start, start + characters)
  const head = buffer.toString('latin1', offset, start)
  if (!head.includes('/FlateDecode')) return part.toString('latin1')
  return inflateSync(part, { finishFlush: zlib.Z_SYNC_FLUSH }).toString('latin1')
}

function rawStream(buffer: Buffer, offset: number | undefined): Buffer | undefined {
  if (offset === undefined) return undefined
  const begins = buffer.indexOf('stream\n', offset)
  const ends = buffer.indexOf('endobj', offset)
  const length = /\/Length (\d+)/.exec(buffer.toString('latin1', offset, Math.min(begins, ends)))?.[1]
  if (begins < 0 || begins > ends || length === undefined) return undefined
  const start = begins + 'stream\n'.length
  return buffer.subarray(start, start + Number(length))
}

function leaves(object: (number: number) => string, root: number): number[] {
  const text = object(root)
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(text)?.[1]
  if (kids === undefined) return [root]
  return [...kids.matchAll(/(\d+) \d+ R/g)].flatMap(([, kid]) => leaves(object, Number(kid)))
}

export function reference(text: string, key: string): number {
  const found = new RegExp(`/${key}\\s+(\\d+) \\d+ R`).exec(text)?.[1]
  if (found === undefined) throw new Error(`/${key} is missing`)
  return Number(found)
}

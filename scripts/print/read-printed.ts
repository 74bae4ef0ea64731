// Just enough of a PDF reader for what Skia writes: a classic cross-reference table and plain objects. It takes
// milliseconds where a full parser takes half a second, and throws on anything that it does not know.
import { inflateSync, constants as zlib } from 'node:zlib'

export interface PrintedFile {
  /** Object numbers of the pages, in order. */
  readonly pages: readonly number[]
  readonly catalog: string
  /** Source text of an object, without its stream. */
  readonly object: (number: number) => string
  /** The beginning of an object's stream, inflated: at least `characters` of it when it has as many. */
  readonly streamHead: (number: number, characters: number) => string
}

/** Opens the bytes that the browser printed. Throws when they are not such a file. */
export function readPrinted(bytes: Uint8Array): PrintedFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const offsets = crossReferences(buffer)
  const trailer = buffer.toString('latin1', buffer.lastIndexOf('trailer'))
  const object = (number: number): string => objectText(buffer, offsets.get(number), number)
  const catalog = object(reference(trailer, 'Root'))
  return {
    catalog,
    object,
    pages: leaves(object, reference(catalog, 'Pages')),
    streamHead: (number, characters) => streamHead(buffer, offsets.get(number), characters),
  }
}

function crossReferences(buffer: Buffer): Map<number, number> {
  const at = Number(/startxref\s+(\d+)/.exec(buffer.toString('latin1', Math.max(0, buffer.length - 64)))?.[1])
  if (!buffer.toString('latin1', at, at + 4).startsWith('xref')) throw new Error('no cross-reference table')
  const offsets = new Map<number, number>()
  const table = buffer.toString('latin1', at, buffer.indexOf('trailer', at))
  let number = 0
  for (const line of table.split('\n').slice(1)) {
    const [first, second, use] = line.trim().split(' ')
    if (use === 'n') offsets.set(number++, Number(first))
    else if (use === 'f') number++
    else if (second !== undefined) number = Number(first)
  }
  return offsets
}

function objectText(buffer: Buffer, offset: number | undefined, number: number): string {
  if (offset === undefined) throw new Error(`object ${number} is missing`)
  const end = buffer.indexOf('endobj', offset)
  const stream = buffer.indexOf('stream\n', offset)
  return buffer.toString('latin1', offset, stream > 0 && stream < end ? stream : end)
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

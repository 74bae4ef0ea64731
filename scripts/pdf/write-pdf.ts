import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHeader,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { JoinedObject } from './pieces/joined-object.ts'

/** Objects in one object stream: a reader that wants one of them inflates all, so not too many. */
const PER_STREAM = 200

type Entry =
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number }

interface Output {
  readonly chunks: Uint8Array[]
  length: number
  readonly entries: Map<number, Entry>
}

/**
 * Writes the document with object streams, as PDF 1.7 or, for the press, 1.6. Only objects that the trailer leads to
 * are written. The file's id is a hash of what was written, so the same content gives the same bytes. (The library's
 * own writer takes four to six times as long for a book of 480 pages, and its files are a fifth larger.)
 */
export function writePdf(context: PDFContext, minor: 6 | 7 = 7): Uint8Array {
  const output: Output = { chunks: [], length: 0, entries: new Map() }
  put(output, `${bytesOf(PDFHeader.forVersion(1, minor)).toString('latin1')}\n`)
  const reached = reachable(context)
  const small: [number, PDFObject][] = []
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    // What is joined from pieces was reached in its piece.
    if (!(object instanceof JoinedObject || reached.has(reference))) continue
    const { objectNumber, generationNumber } = reference
    // What is in an object stream has generation 0 (ISO 32000-1, 7.5.7); files that were saved many times have others.
    if (isStream(object) || generationNumber > 0)
      putObject(output, [objectNumber, generationNumber], bytesOf(object))
    else small.push([objectNumber, object])
  }
  let next = context.largestObjectNumber + 1
  for (let index = 0; index < small.length; index += PER_STREAM) {
    putObjectStream(output, next++, small.slice(index, index + PER_STREAM))
  }
  putCrossReference(output, next, context)
  return Buffer.concat(output.chunks)
}

const isStream = (object: PDFObject): boolean =>
  object instanceof PDFStream || (object instanceof JoinedObject && object.contents !== undefined)

/** What can be reached from the catalog and Info. The library has one PDFRef for each number and generation. */
function reachable(context: PDFContext): ReadonlySet<PDFRef> {
  const seen = new Set<PDFRef>()
  const open: unknown[] = [context.trailerInfo.Root, context.trailerInfo.Info]
  while (open.length > 0) {
    const object = open.pop()
    if (object instanceof PDFRef) {
      if (seen.has(object)) continue
      seen.add(object)
      open.push(context.lookup(object))
    } else if (object instanceof PDFStream) open.push(object.dict)
    else if (object instanceof PDFDict) open.push(...object.values())
    else if (object instanceof PDFArray) for (const item of object.asArray()) open.push(item)
  }
  return seen
}

function bytesOf(object: {
  sizeInBytes(): number
  copyBytesInto(buffer: Uint8Array, offset: number): number
}) {
  const bytes = Buffer.alloc(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}

function put(output: Output, bytes: Uint8Array | string): void {
  const chunk = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes
  output.chunks.push(chunk)
  output.length += chunk.length
}

function putObject(
  output: Output,
  [number, generation]: readonly [number: number, generation: number],
  ...parts: (Uint8Array | string)[]
): void {
  output.entries.set(number, { kind: 'at', offset: output.length, generation })
  put(output, `${number} ${generation} obj\n`)
  for (const part of parts) put(output, part)
  put(output, '\nendobj\n')
}

/** An object stream (ISO 32000-1, 7.5.7): numbers and offsets, then the objects one after the other. */
function putObjectStream(output: Output, number: number, objects: readonly [number, PDFObject][]): void {
  const bodies: Uint8Array[] = []
  let head = ''
  let offset = 0
  objects.forEach(([own, object], index) => {
    const body = bytesOf(object)
    bodies.push(body, NEWLINE)
    head += `${own} ${offset} `
    offset += body.length + 1
    output.entries.set(own, { kind: 'in', stream: number, index })
  })
  const data = deflateSync(Buffer.concat([Buffer.from(head), ...bodies]))
  const dictionary = `/Type/ObjStm/N ${objects.length}/First ${head.length}/Filter/FlateDecode/Length ${data.length}`
  putObject(output, [number, 0], `<<${dictionary}>>\nstream\n`, data, '\nendstream')
}

const NEWLINE = Buffer.from('\n')
const FREE_ROW = [0, 0, 65535] as const
const ROW_BYTES = 7
/** Differences from the row above (ISO 32000-1, 7.4.4.4): neighbours differ in little, and pack to a third. */
const AS_DIFFERENCES = `/DecodeParms<</Predictor 12/Columns ${ROW_BYTES}>>`

/** The cross-reference stream (ISO 32000-1, 7.5.8), which is the trailer too. */
function putCrossReference(output: Output, number: number, context: PDFContext): void {
  const start = output.length
  output.entries.set(number, { kind: 'at', offset: start, generation: 0 })
  const rows = Buffer.alloc((number + 1) * ROW_BYTES)
  for (let own = 0; own <= number; own++) {
    const [type, second, third] = rowOf(output.entries.get(own))
    rows.writeUInt8(type, own * ROW_BYTES)
    rows.writeUInt32BE(second, own * ROW_BYTES + 1)
    rows.writeUInt16BE(third, own * ROW_BYTES + 5)
  }
  const hash = createHash('sha256')
  for (const chunk of output.chunks) hash.update(chunk)
  const id = `<${hash.digest('hex').slice(0, 32)}>`
  const data = deflateSync(asDifferences(rows))
  const { Root, Info } = context.trailerInfo
  const trailer = `/Type/XRef/Size ${number + 1}/W[1 4 2]/Root ${Root}${Info ? `/Info ${Info}` : ''}/ID[${id}${id}]`
  putObject(
    output,
    [number, 0],
    `<<${trailer}/Filter/FlateDecode${AS_DIFFERENCES}/Length ${data.length}>>\nstream\n`,
    data,
    '\nendstream',
  )
  put(output, `startxref\n${start}\n%%EOF\n`)
}

/** Each row behind the number of its filter: 2, what stands above. */
function asDifferences(rows: Buffer): Buffer {
  const filtered = Buffer.alloc((rows.length / ROW_BYTES) * (ROW_BYTES + 1))
  for (let from = 0, at = 0; from < rows.length; from += ROW_BYTES) {
    filtered[at++] = 2
    for (let byte = from; byte < from + ROW_BYTES; byte++)
      filtered[at++] = rows[byte]! - (rows[byte - ROW_BYTES] ?? 0)
  }
  return filtered
}

function rowOf(entry: Entry | undefined): readonly [number, number, number] {
  if (!entry) return FREE_ROW
  return entry.kind === 'at' ? [1, entry.offset, entry.generation] : [2, entry.stream, entry.index]
}

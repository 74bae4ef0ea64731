import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { digest } from '../../ground/digest.ts'
import type { FinishedPiece } from './finished-piece.ts'
import { type Written, writeText } from './texts.ts'

type Packed = Pick<FinishedPiece, 'objects' | 'pages' | 'pageTree'>

interface Reached {
  readonly written: Written
  readonly contents: Uint8Array | undefined
}

/**
 * Writes all that the pages and `others` lead to, but for `apart`, of which only the numbers are named. `add` takes
 * the texts in the order of the objects.
 */
export function packObjects(
  pdf: PDFDocument,
  others: readonly PDFRef[],
  apart: readonly PDFRef[],
  add: (written: Written) => number,
): Packed {
  const { context } = pdf
  const pages = pdf.getPages()
  const pageTree = context.nextRef()
  for (const page of pages) leaveTree(page, pageTree)
  const kept = numbersOf([...apart, pageTree])
  const own = numbersOf([...others, ...belongings(pages)])
  const reached = reach(context, [...own], new Set(kept))
  const digestOf = digests(reached, new Set([...kept, ...own]))
  const numbers = [...reached.keys()].sort((one, other) => one - other)
  const streams: Uint8Array[] = []
  let end = 0
  const streamEnds = numbers.map((number) => {
    const { written, contents } = reached.get(number)!
    add(written)
    if (!contents) return -1
    streams.push(contents)
    end += contents.length
    return end
  })
  return {
    objects: {
      numbers: Uint32Array.from(numbers),
      streamEnds: Int32Array.from(streamEnds),
      streams: Buffer.concat(streams),
      digests: numbers.map((number) => digestOf(number) ?? ''),
    },
    pages: numbersOf(pages.map(({ ref }) => ref)),
    pageTree: pageTree.objectNumber,
  }
}

const numbersOf = (references: readonly PDFRef[]): number[] =>
  references.map(({ objectNumber }) => objectNumber)

const name = PDFName.of
/** What a page may have from the nodes above it (ISO 32000-1, 7.7.3.4). */
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map(name)

function leaveTree({ node }: PDFPage, pageTree: PDFRef): void {
  for (const key of INHERITED) {
    const value = node.has(key) ? undefined : node.getInheritableAttribute(key)
    if (value) node.set(key, value)
  }
  node.set(name('Parent'), pageTree)
}

/** What a page does not share with any other, though it may look the same. */
const belongings = (pages: readonly PDFPage[]): PDFRef[] =>
  pages.flatMap(({ ref, node }) => [
    ref,
    ...referencesIn(node.get(name('Contents'))),
    ...referencesIn(node.lookup(name('Annots'))),
  ])

/** References that stand in the value itself, and not behind others. */
export function referencesIn(value: PDFObject | undefined): PDFRef[] {
  if (value instanceof PDFRef) return [value]
  if (value instanceof PDFDict) return value.values().flatMap(referencesIn)
  return value instanceof PDFArray ? value.asArray().flatMap(referencesIn) : []
}

/** Numbers `seen` are not followed. */
function reach(context: PDFContext, from: readonly number[], seen: Set<number>): Map<number, Reached> {
  const reached = new Map<number, Reached>()
  const open = [...from]
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (seen.has(number)) continue
    seen.add(number)
    const object = context.lookup(PDFRef.of(number))
    if (!object) continue
    const stream = object instanceof PDFRawStream ? object : undefined
    const written = writeText(stream?.dict ?? object)
    reached.set(number, { written, contents: stream?.contents })
    for (const place of written.places) if (place.kind === 'reference') open.push(place.number)
  }
  return reached
}

/**
 * Tells objects by all that they consist of. Undefined for what belongs to one place of the book, or leads to such or
 * to a face, whose glyphs other pieces add to.
 */
function digests(
  reached: ReadonlyMap<number, Reached>,
  alone: ReadonlySet<number>,
): (number: number) => string | undefined {
  const known = new Map<number, string | undefined>()
  const digestOf = (number: number): string | undefined => {
    if (alone.has(number)) return undefined
    if (known.has(number)) return known.get(number)
    known.set(number, undefined) // What leads back to itself is not shared.
    const own = made(reached.get(number))
    known.set(number, own)
    return own
  }
  const made = (object: Reached | undefined): string | undefined => {
    if (!object) return undefined
    const { written, contents } = object
    const parts: (string | Uint8Array)[] = [written.text]
    for (const { at, kind, number } of written.places) {
      const target = kind === 'reference' ? digestOf(number) : undefined
      if (target === undefined) return undefined
      parts.push(String(at), target)
    }
    return digest(...parts, ...(contents ? [contents] : []))
  }
  return digestOf
}

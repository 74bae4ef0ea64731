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

/**
 * Writes all that the pages and `others` lead to, but for `apart`, of which only the numbers are named. `add` takes
 * the texts in the order of the objects.
 */
export function packObjects(
  pdf: PDFDocument,
  others: readonly PDFRef[],
  apart: ReadonlySet<PDFRef>,
  add: (written: Written) => number,
): Packed {
  const { context } = pdf
  const pages = pdf.getPages()
  const pageTree = context.nextRef()
  for (const page of pages) leaveTree(page, pageTree)
  const references = pages.map(({ ref }) => ref)
  const numbers = reachable(context, [...references, ...others], apart).sort((one, other) => one - other)
  const digestOf = digests(context, new Set([...apart, ...others, ...belongings(pages)]))
  const streams: Uint8Array[] = []
  let end = 0
  const streamEnds = numbers.map((number) => {
    const object = context.lookup(PDFRef.of(number))!
    add(writeText(object instanceof PDFRawStream ? object.dict : object))
    if (!(object instanceof PDFRawStream)) return -1
    streams.push(object.contents)
    end += object.contents.length
    return end
  })
  return {
    objects: {
      numbers: Uint32Array.from(numbers),
      streamEnds: Int32Array.from(streamEnds),
      streams: Buffer.concat(streams),
      digests: numbers.map((number) => digestOf(PDFRef.of(number)) ?? ''),
    },
    pages: references.map(({ objectNumber }) => objectNumber),
    pageTree: pageTree.objectNumber,
  }
}

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
  if (value instanceof PDFRawStream) return referencesIn(value.dict)
  if (value instanceof PDFDict) return value.values().flatMap(referencesIn)
  return value instanceof PDFArray ? value.asArray().flatMap(referencesIn) : []
}

function reachable(context: PDFContext, from: readonly PDFRef[], apart: ReadonlySet<PDFRef>): number[] {
  const seen = new Set(apart)
  const numbers: number[] = []
  const open = [...from]
  for (let reference = open.pop(); reference; reference = open.pop()) {
    if (seen.has(reference)) continue
    seen.add(reference)
    const object = context.lookup(reference)
    if (!object) continue
    numbers.push(reference.objectNumber)
    open.push(...referencesIn(object))
  }
  return numbers
}

/**
 * Tells objects by all that they consist of. Undefined for what belongs to one place of the book, or leads to such or
 * to a face, whose glyphs other pieces add to.
 */
function digests(context: PDFContext, alone: ReadonlySet<PDFRef>): (reference: PDFRef) => string | undefined {
  const known = new Map<PDFRef, string | undefined>()
  const digestOf = (reference: PDFRef): string | undefined => {
    if (alone.has(reference)) return undefined
    if (known.has(reference)) return known.get(reference)
    known.set(reference, undefined) // What leads back to itself is not shared.
    const own = made(context.lookup(reference))
    known.set(reference, own)
    return own
  }
  const made = (object: PDFObject | undefined): string | undefined => {
    if (!object) return undefined
    const isStream = object instanceof PDFRawStream
    const { text, places } = writeText(isStream ? object.dict : object)
    const parts: (string | Uint8Array)[] = [text]
    for (const { at, kind, number } of places) {
      const target = kind === 'reference' ? digestOf(PDFRef.of(number)) : undefined
      if (target === undefined) return undefined
      parts.push(String(at), target)
    }
    return digest(...parts, ...(isStream ? [object.contents] : []))
  }
  return digestOf
}

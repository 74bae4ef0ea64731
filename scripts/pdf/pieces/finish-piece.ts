import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import { loadPdf } from '../../ground/pdf/load-pdf.ts'
import { readDestinations, useStrings } from '../destinations.ts'
import { readBookmarks } from '../outline.ts'
import { patchFonts } from '../tags/patch-fonts.ts'
import { type RepairedTags, repairTags } from '../tags/repair-tags.ts'
import { elementsIn, textIn, walk } from '../tags/walk.ts'
import type { FinishedPiece, PieceStructure, PieceTask } from './finished-piece.ts'
import { narrowPages } from './narrow-pages.ts'
import { packObjects, referencesIn } from './pack-objects.ts'
import { readSubset, type Subset } from './read-subset.ts'
import { collectTexts, type Written, writeText } from './texts.ts'

/**
 * Repairs what the browser printed of a stretch of pages, and takes it apart so that it can be joined with the others.
 */
export async function finishPiece({ bytes, tags, trimMm }: PieceTask): Promise<FinishedPiece> {
  const pdf = await loadPdf(bytes)
  if (trimMm) narrowPages(pdf, trimMm)
  const repaired = tags && repairTags(pdf, tags)
  const faces = readFaces(pdf, repaired)
  useStrings(pdf)
  const texts = collectTexts()
  const put = (written: Written): number => texts.add(written)
  const inBook = madeInBook(repaired)
  const others = [...inElements(repaired), ...inBook.flatMap((one) => referencesIn(pdf.context.lookup(one)))]
  const packed = packObjects(pdf, others, [...faces.keys(), ...inBook], put)
  return {
    ...packed,
    faces: [...faces].map(([{ objectNumber }, subset]) => ({ ...subset, number: objectNumber })),
    bookmarks: readBookmarks(pdf).map(({ title, destination }) => ({
      title,
      ...(destination ? { place: put(writeText(destination)) } : {}),
    })),
    destinations: readDestinations(pdf).map(([anchor, place]) => ({ anchor, place: put(writeText(place)) })),
    ...(repaired ? { structure: structureOf(pdf, repaired, put) } : {}),
    texts: texts.all(),
  }
}

const name = PDFName.of

/** The fonts of which other pieces may hold other glyphs. All others are completed here. */
function readFaces(pdf: PDFDocument, repaired: RepairedTags | undefined): ReadonlyMap<PDFRef, Subset> {
  const faces = new Map<PDFRef, Subset>()
  const isFace = new Set<PDFDict>()
  const used = new Map(repaired?.fonts.map((font) => [font.dictionary, font]))
  for (const [reference, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('Font')) continue
    const subset = readSubset(object)
    if (!subset) continue
    faces.set(reference, { ...subset, unmapped: used.get(object)?.unmapped ?? new Map() })
    isFace.add(object)
  }
  patchFonts(
    [...used.values()].filter(({ dictionary }) => !isFace.has(dictionary)),
    pdf.context,
  )
  return faces
}

/** Elements that are put together in the book: the document, and what stands directly in it. */
const madeInBook = (repaired: RepairedTags | undefined): PDFRef[] =>
  repaired ? [repaired.root, ...elementsIn(repaired.root)].flatMap(({ reference }) => reference ?? []) : []

/** All other elements, and what leads to them. */
function inElements(repaired: RepairedTags | undefined): PDFRef[] {
  const found: PDFRef[] = [...(repaired?.written.parents ?? [])]
  for (const top of repaired ? elementsIn(repaired.root) : [])
    walk(top, ({ reference }) => reference && found.push(reference))
  return found
}

const IN_BOOK = new Set(['P', 'K'].map(name))
const HEADING = /^H[1-6]$/

function structureOf(
  pdf: PDFDocument,
  { root, written, abbreviations, counted }: RepairedTags,
  put: (written: Written) => number,
): PieceStructure {
  const objectOf = (reference: PDFRef | undefined): PDFDict => pdf.context.lookup(reference, PDFDict)
  const headings: { number: number; text: string }[] = []
  walk(root, (element) => {
    if (HEADING.test(element.type))
      headings.push({ number: element.reference!.objectNumber, text: textIn(element) })
  })
  return {
    document: {
      number: root.reference!.objectNumber,
      text: put(writeText(objectOf(root.reference), IN_BOOK)),
    },
    tops: elementsIn(root).map(({ reference, meaning, detail }) => ({
      number: reference!.objectNumber,
      text: put(writeText(objectOf(reference), IN_BOOK)),
      kids: put(kidsOf(objectOf(reference))),
      ...(meaning === 'section' ? { part: detail } : {}),
    })),
    parents: written.parents.map(({ objectNumber }) => objectNumber),
    ids: written.ids.map(([id, { objectNumber }]) => ({ id, number: objectNumber })),
    counted,
    types: [...written.types],
    abbreviations,
    headings,
  }
}

/** The kids of an element, without the brackets. */
function kidsOf(element: PDFDict): Written {
  const kids = element.get(name('K'))
  const items = kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []
  const list = PDFArray.withContext(element.context)
  for (const item of items) list.push(item)
  const { text, places } = writeText(list)
  return { text: text.slice(1, -1), places: places.map((place) => ({ ...place, at: place.at - 1 })) }
}

import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { advancesOf } from '../../../ground/pdf/advances-of.ts'
import { inflated } from '../../../ground/pdf/inflated.ts'
import { identity } from '../../../ground/pdf/matrix.ts'
import { readFont } from '../../../ground/pdf/read-font.ts'
import type { Box } from '../element.ts'
import type { Structure } from '../read-structure.ts'
import { takeMarks } from './copy-form.ts'
import type { PageOfScan, ScannedStream, Scans } from './scan.ts'
import { scanStream } from './scan-stream.ts'
import type { UsedFont } from './used-font.ts'

export interface ScannedPages {
  readonly streams: readonly ScannedStream[]
  readonly fonts: readonly UsedFont[]
  readonly boxes: readonly Box[]
}

/** Reads what every page paints, and fills in what is known of each mark. `hasHeads` by index of the page. */
export function scanPages(
  pdf: PDFDocument,
  structure: Structure,
  hasHeads: readonly boolean[],
): ScannedPages {
  const fonts = new Map<PDFDict, UsedFont>()
  const fontOf = (dictionary: PDFDict): UsedFont => {
    const known = fonts.get(dictionary)
    if (known) return known
    const { bytesPerCode, unicode } = readFont(dictionary, pdf.context)
    const advances = advancesOf(dictionary)
    const font = { dictionary, bytesPerCode, unicode, advances, unmapped: new Map() }
    fonts.set(dictionary, font)
    return font
  }
  const streams: ScannedStream[] = []
  const taggedForms = formsWithMarks(pdf, structure)
  const scans: Scans = { pdf, marks: structure.marks, fontOf, taggedForms, streams, drawn: new Set() }
  const boxes = pdf.getPages().map((page, index) => {
    const box = boxOf(page)
    const place: PageOfScan = { index, box, hasHeads: hasHeads[index] ?? false }
    const stream = contentsOf(pdf, page)
    const resources = page.node.Resources()
    const inside = { page: place, form: undefined, resources, matrix: identity(), clip: { ...box }, depth: 0 }
    if (stream) scanStream(scans, stream, inside)
    return box
  })
  for (const form of taggedForms) {
    const stream = pdf.context.lookup(PDFRef.of(form))
    if (!(stream instanceof PDFRawStream)) continue
    stream.dict.delete(PDFName.of('StructParents')) // its key of old; whoever owns marks gets a new one
    if (!scans.drawn.has(form)) takeMarks(stream)
  }
  return { streams, fonts: [...fonts.values()], boxes }
}

function boxOf(page: PDFPage): Box {
  const { x, y, width, height } = page.getMediaBox()
  return { left: x, bottom: y, right: x + width, top: y + height }
}

/** The one stream of a page; several are joined, for an edit may span them. */
function contentsOf(pdf: PDFDocument, page: PDFPage): PDFRawStream | undefined {
  const contents = page.node.Contents()
  if (contents instanceof PDFRawStream) return contents
  if (!(contents instanceof PDFArray)) return undefined
  const parts = contents.asArray().flatMap((_, index) => {
    const stream = contents.lookup(index)
    return stream instanceof PDFRawStream ? [inflated(stream), Buffer.from('\n')] : []
  })
  const joined = PDFRawStream.of(pdf.context.obj({}), Buffer.concat(parts))
  page.node.set(PDFName.of('Contents'), pdf.context.register(joined))
  return joined
}

/** Forms that the tree names, and those that draw them: transparent groups hold each other. */
function formsWithMarks(pdf: PDFDocument, structure: Structure): ReadonlySet<number> {
  const tagged = new Set<number>()
  for (const { form } of structure.marks.values()) if (form) tagged.add(form.objectNumber)
  if (tagged.size === 0) return tagged
  const holders = pdf.context.enumerateIndirectObjects().flatMap(([reference, object]) => {
    const isForm =
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
    const resources = isForm ? object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) : undefined
    const drawn = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.values() ?? []
    const numbers = drawn.flatMap((one) => (one instanceof PDFRef ? [one.objectNumber] : []))
    return numbers.length > 0 ? [{ own: reference.objectNumber, numbers }] : []
  })
  for (let before = -1; before !== tagged.size; ) {
    before = tagged.size
    for (const { own, numbers } of holders) if (numbers.some((number) => tagged.has(number))) tagged.add(own)
  }
  return tagged
}

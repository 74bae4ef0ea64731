// Damages a finished PDF in one place, so that a check has something to find.
import { deflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { inflated } from '../../scripts/ground/pdf/inflated.ts'
import { readUnicodeMap } from '../../scripts/ground/pdf/unicode-map.ts'

/** Loads the bytes, lets `change` at the document, and writes it again. */
export async function tamper(
  bytes: Uint8Array,
  change: (pdf: PDFDocument) => void | Promise<void>,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  await change(pdf)
  return pdf.save({ updateFieldAppearances: false })
}

/** Rewrites what a page draws; `page` counts from 1. */
export function redraw(pdf: PDFDocument, page: number, change: (content: string) => string): void {
  const { node } = pdf.getPage(page - 1)
  const stream = node.Contents() as PDFRawStream
  const data = deflateSync(Buffer.from(change(inflated(stream).toString('latin1')), 'latin1'))
  const reference = node.get(PDFName.of('Contents')) as PDFRef
  pdf.context.assign(
    reference,
    PDFRawStream.of(pdf.context.obj({ Filter: 'FlateDecode', Length: data.length }), data),
  )
}

/** Draws `to` wherever a page draws `from` with the same font; both are single letters that the fonts know. */
export function retype(pdf: PDFDocument, page: number, from: string, to: string): void {
  const fonts = pdf
    .getPage(page - 1)
    .node.Resources()!
    .lookup(PDFName.of('Font'), PDFDict)
  const codes = fonts.keys().map((key) => {
    const unicode = fonts.lookup(key, PDFDict).lookup(PDFName.of('ToUnicode')) as PDFRawStream
    const map = [...readUnicodeMap(inflated(unicode).toString('latin1'))]
    return [from, to].map((letter) => hex(map.find(([, text]) => text === letter)?.[0]))
  })
  redraw(pdf, page, (content) =>
    codes.reduce(
      (text, [old, young]) =>
        old && young ? text.replace(STRING, (string) => recoded(string, old, young)) : text,
      content,
    ),
  )
}

/** Glyphs in hexadecimal, not what ActualText says of them. */
const STRING = /<(?!FEFF)(?:[0-9A-F]{4})+>/g

const recoded = (string: string, old: string, young: string): string =>
  string.replace(/[0-9A-F]{4}/g, (code) => (code === old ? young : code))

/** Puts something in place of what a page shows first. */
export const replaceFirstText = (content: string, text: string): string =>
  content.replace(/(?:<(?:[0-9A-F]{4})+>|\[[^\]]*\])\s*T[jJ]/, text)

const hex = (code: number | undefined): string | undefined =>
  code?.toString(16).toUpperCase().padStart(4, '0')

/** Elements of the structure tree of one type, in order. */
export function elements(pdf: PDFDocument, type: string): PDFDict[] {
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter(
      (object): object is PDFDict =>
        object instanceof PDFDict &&
        object.get(PDFName.of('S')) === PDFName.of(type) &&
        object.has(PDFName.of('P')),
    )
}

export const annotationsOf = (pdf: PDFDocument, page: number): PDFDict[] => {
  const annotations = pdf.getPage(page - 1).node.lookup(PDFName.of('Annots'), PDFArray)
  return annotations.asArray().map((_, index) => annotations.lookup(index, PDFDict))
}

/** Exchanges an element with the one that follows it. */
export function swapWithNext(element: PDFDict): void {
  const kids = element.lookup(PDFName.of('P'), PDFDict).lookup(PDFName.of('K'), PDFArray)
  const index = kids.asArray().findIndex((_, at) => kids.lookup(at) === element)
  const [one, other] = [kids.get(index), kids.get(index + 1)]
  kids.set(index, other)
  kids.set(index + 1, one)
}

/** Takes an element out of the one that it stands in. */
export function takeOut(element: PDFDict): void {
  const kids = element.lookup(PDFName.of('P'), PDFDict).lookup(PDFName.of('K'), PDFArray)
  kids.remove(kids.asArray().findIndex((_, at) => kids.lookup(at) === element))
}

/** The leaf of the tree of destinations that holds a name, and where in it. */
export function destination(pdf: PDFDocument, wanted: string): { leaf: PDFArray; index: number } {
  const look = (node: PDFDict): { leaf: PDFArray; index: number } | undefined => {
    const leaf = node.lookupMaybe(PDFName.of('Names'), PDFArray)
    const index =
      leaf?.asArray().findIndex((_, at) => at % 2 === 0 && nameOf(leaf.lookup(at)) === wanted) ?? -1
    if (leaf && index >= 0) return { leaf, index }
    const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray)
    for (let at = 0; at < (kids?.size() ?? 0); at++) {
      const found = look(kids!.lookup(at, PDFDict))
      if (found) return found
    }
    return undefined
  }
  const root = pdf.catalog.lookup(PDFName.of('Names'), PDFDict).lookup(PDFName.of('Dests'), PDFDict)
  const found = look(root)
  if (!found) throw new Error(`no destination ${wanted}`)
  return found
}

const nameOf = (value: unknown): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''

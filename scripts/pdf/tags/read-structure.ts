import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { textOf } from '../../ground/pdf/decoded-text.ts'
import { emptyBox, type Mark, makeElement, type TagElement, type TagKid } from './element.ts'

export interface Structure {
  /** The element below the root: `Document`. */
  readonly root: TagElement
  /** By `markKey`. */
  readonly marks: ReadonlyMap<string, Mark>
}

/** Ids of marked content are counted anew on each page and in each form. */
export const markKey = (id: number, page: number, form?: PDFRef): string =>
  form ? `f${form.objectNumber} ${id}` : `p${page} ${id}`

interface Reading {
  readonly pdf: PDFDocument
  /** Object number of each page → its index. */
  readonly pages: ReadonlyMap<number, number>
  readonly marks: Map<string, Mark>
  /** An element has one place. */
  readonly seen: Set<PDFDict>
}

const K = PDFName.of('K')
const S = PDFName.of('S')
const PG = PDFName.of('Pg')
const MCID = PDFName.of('MCID')
const STM = PDFName.of('Stm')
const OBJ = PDFName.of('Obj')

/** Reads what the browser tagged; undefined when it tagged nothing. */
export function readStructure(pdf: PDFDocument): Structure | undefined {
  const tree = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (!tree) return undefined
  const pages = new Map(pdf.getPages().map((page, index) => [page.ref.objectNumber, index]))
  const reading: Reading = { pdf, pages, marks: new Map(), seen: new Set() }
  const kids = kidsOf(reading, tree, undefined, 0)
  const only = kids[0]
  const isWhole = kids.length === 1 && only?.kind === 'element' && only.type === 'Document'
  const root = isWhole ? only : makeElement('Document', undefined, kids)
  root.parent = undefined
  return { root, marks: reading.marks }
}

function readElement(
  reading: Reading,
  object: PDFDict,
  reference: PDFRef | undefined,
  page: number,
): TagElement {
  const { context } = reading.pdf
  reading.seen.add(object)
  const type = object.get(S)
  const element = makeElement(type instanceof PDFName ? type.decodeText() : 'NonStruct', undefined, [])
  const text = (key: string): string | undefined => {
    const value = object.get(PDFName.of(key))
    return value === undefined ? undefined : textOf(context.lookup(value))
  }
  element.language = text('Lang') ?? ''
  element.alt = text('Alt')
  element.actualText = text('ActualText')
  element.id = text('ID')
  element.attributes = attributesOf(object)
  element.reference = reference
  element.kids = kidsOf(reading, object, element, pageOf(reading, object) ?? page)
  return element
}

function attributesOf(object: PDFDict): PDFDict[] {
  const value = object.lookup(PDFName.of('A'))
  if (value instanceof PDFDict) return [value]
  if (!(value instanceof PDFArray)) return []
  return value.asArray().flatMap((_, index) => {
    const one = value.lookup(index)
    return one instanceof PDFDict ? [one] : []
  })
}

function kidsOf(reading: Reading, object: PDFDict, parent: TagElement | undefined, page: number): TagKid[] {
  const own = object.get(K)
  const value = reading.pdf.context.lookup(own)
  const kids = value instanceof PDFArray ? value.asArray() : value === undefined ? [] : [own]
  return kids.flatMap((kid): TagKid[] => {
    const found = readKid(reading, kid, page)
    if (found?.kind === 'element') found.parent = parent
    return found ? [found] : []
  })
}

function readKid(reading: Reading, kid: unknown, page: number): TagKid | undefined {
  const value = kid instanceof PDFRef ? reading.pdf.context.lookup(kid) : kid
  if (value instanceof PDFNumber) return readMark(reading, value.asNumber(), page, undefined)
  if (!(value instanceof PDFDict) || reading.seen.has(value)) return undefined
  const own = pageOf(reading, value) ?? page
  const id = value.get(MCID)
  const form = value.get(STM)
  if (id instanceof PDFNumber)
    return readMark(reading, id.asNumber(), own, form instanceof PDFRef ? form : undefined)
  const annotation = value.get(OBJ)
  if (annotation instanceof PDFRef) return { kind: 'annotation', page: own, reference: annotation }
  return value.has(S) ? readElement(reading, value, kid instanceof PDFRef ? kid : undefined, page) : undefined
}

function readMark(reading: Reading, id: number, page: number, form: PDFRef | undefined): Mark {
  const mark: Mark = {
    kind: 'mark',
    page,
    form,
    id,
    found: false,
    text: '',
    glyphs: false,
    paths: false,
    pictures: false,
    box: emptyBox(),
    artifact: undefined,
  }
  reading.marks.set(markKey(id, page, form), mark)
  return mark
}

function pageOf(reading: Reading, value: PDFDict): number | undefined {
  const page = value.get(PG)
  return page instanceof PDFRef ? reading.pages.get(page.objectNumber) : undefined
}

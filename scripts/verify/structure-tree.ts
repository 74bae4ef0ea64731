import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { textOf } from '../ground/pdf/decoded-text.ts'
import { markKey } from './marked-spans.ts'

/** An element of the structure tree (ISO 32000-1, 14.7), with the marks and annotations that it holds, in order. */
export interface StructureElement {
  /** `H1`, `P`, `Link` … as written; role maps are not followed. */
  readonly type: string
  readonly alt: string | undefined
  /** Number of its object, 0 when it has none. */
  readonly object: number
  /** What its `P` leads to is what it stands in. */
  readonly knowsParent: boolean
  readonly id: string
  readonly language: string
  readonly look: StructureLook
  readonly kids: readonly StructureKid[]
}

/** The attributes (14.8.5) that readers use. */
export interface StructureLook {
  readonly scope: string
  readonly rowSpan: number
  readonly columnSpan: number
  /** Ids of the header cells that a cell names itself. */
  readonly headers: readonly string[]
  readonly numbering: string
  readonly hasBox: boolean
}

export type StructureKid =
  | { readonly kind: 'element'; readonly element: StructureElement }
  | { readonly kind: 'mark'; readonly page: number; readonly key: string }
  | { readonly kind: 'annotation'; readonly page: number; readonly annotation: number }

interface Tree {
  readonly context: PDFContext
  /** Object number of each page → page from 1. */
  readonly pages: ReadonlyMap<number, number>
  /** An element has one place: a tree that bites its tail, or shares its branches a million times, ends there. */
  readonly seen: Set<PDFDict>
}

const K = PDFName.of('K')
const S = PDFName.of('S')
const PG = PDFName.of('Pg')

/** Reads the structure tree below the catalog; undefined when the file has none. */
export function readStructureTree(
  catalog: PDFDict,
  pages: ReadonlyMap<number, number>,
): StructureElement | undefined {
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (!root) return undefined
  return readElement({ context: catalog.context, pages, seen: new Set() }, root, 0)
}

function readElement(
  tree: Tree,
  element: PDFDict,
  inherited: number,
  parent?: PDFDict,
  reference?: PDFRef,
): StructureElement {
  tree.seen.add(element)
  const page = pageOf(tree, element) ?? inherited
  const alt = tree.context.lookup(element.get(PDFName.of('Alt')))
  const type = element.get(S)
  const content = tree.context.lookup(element.get(K))
  const kids = content instanceof PDFArray ? content.asArray() : content === undefined ? [] : [element.get(K)]
  return {
    type: type instanceof PDFName ? type.decodeText() : '',
    alt: alt === undefined ? undefined : textOf(alt),
    object: reference?.objectNumber ?? 0,
    knowsParent: parent === undefined || tree.context.lookup(element.get(PDFName.of('P'))) === parent,
    id: textOf(tree.context.lookup(element.get(PDFName.of('ID')))),
    language: textOf(tree.context.lookup(element.get(PDFName.of('Lang')))),
    look: readLook(tree, element),
    kids: kids.flatMap((kid) => readKid(tree, kid, page, element)),
  }
}

function readKid(tree: Tree, kid: unknown, page: number, parent: PDFDict): StructureKid[] {
  const value = kid instanceof PDFRef ? tree.context.lookup(kid) : kid
  if (value instanceof PDFNumber) return [{ kind: 'mark', page, key: markKey(value.asNumber()) }]
  if (!(value instanceof PDFDict) || tree.seen.has(value)) return []
  const own = pageOf(tree, value) ?? page
  const id = value.get(PDFName.of('MCID'))
  if (id instanceof PDFNumber) {
    const form = value.get(PDFName.of('Stm'))
    return [
      { kind: 'mark', page: own, key: markKey(id.asNumber(), form instanceof PDFRef ? form : undefined) },
    ]
  }
  const annotation = value.get(PDFName.of('Obj'))
  if (annotation instanceof PDFRef) {
    return [{ kind: 'annotation', page: own, annotation: annotation.objectNumber }]
  }
  if (!value.has(S)) return []
  const reference = kid instanceof PDFRef ? kid : undefined
  return [{ kind: 'element', element: readElement(tree, value, page, parent, reference) }]
}

export const PLAIN_LOOK: StructureLook = {
  scope: '',
  rowSpan: 1,
  columnSpan: 1,
  headers: [],
  numbering: '',
  hasBox: false,
}

function readLook(tree: Tree, element: PDFDict): StructureLook {
  const attributes = tree.context.lookup(element.get(PDFName.of('A')))
  if (attributes === undefined) return PLAIN_LOOK
  const list =
    attributes instanceof PDFArray
      ? attributes.asArray().map((one) => tree.context.lookup(one))
      : [attributes]
  const find = (key: string): unknown => {
    for (const one of list) {
      const value = one instanceof PDFDict ? one.lookup(PDFName.of(key)) : undefined
      if (value !== undefined) return value
    }
    return undefined
  }
  const headers = find('Headers')
  return {
    scope: nameOf(find('Scope')),
    rowSpan: spanOf(find('RowSpan')),
    columnSpan: spanOf(find('ColSpan')),
    headers: headers instanceof PDFArray ? headers.asArray().map(textOf) : [],
    numbering: nameOf(find('ListNumbering')),
    hasBox: find('BBox') instanceof PDFArray,
  }
}

const nameOf = (value: unknown): string => (value instanceof PDFName ? value.decodeText() : '')

/** A table of more columns than this is made to keep a reader busy. */
const MAX_SPAN = 1000

const spanOf = (value: unknown): number =>
  value instanceof PDFNumber ? Math.min(MAX_SPAN, Math.max(1, Math.round(value.asNumber()))) : 1

function pageOf(tree: Tree, value: PDFDict): number | undefined {
  const page = value.get(PG)
  return page instanceof PDFRef ? tree.pages.get(page.objectNumber) : undefined
}

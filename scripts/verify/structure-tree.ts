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

// Once: making a name of a string takes as long as looking it up in twenty dictionaries.
const K = PDFName.of('K')
const S = PDFName.of('S')
const P = PDFName.of('P')
const A = PDFName.of('A')
const PG = PDFName.of('Pg')
const ALT = PDFName.of('Alt')
const ID = PDFName.of('ID')
const LANG = PDFName.of('Lang')
const MCID = PDFName.of('MCID')
const STM = PDFName.of('Stm')
const OBJ = PDFName.of('Obj')
const SCOPE = PDFName.of('Scope')
const ROW_SPAN = PDFName.of('RowSpan')
const COLUMN_SPAN = PDFName.of('ColSpan')
const HEADERS = PDFName.of('Headers')
const LIST_NUMBERING = PDFName.of('ListNumbering')
const BOX = PDFName.of('BBox')

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
  const alt = tree.context.lookup(element.get(ALT))
  const content = tree.context.lookup(element.get(K))
  const kids: StructureKid[] = []
  if (content instanceof PDFArray)
    for (let index = 0; index < content.size(); index++) addKid(kids, tree, content.get(index), page, element)
  else if (content !== undefined) addKid(kids, tree, element.get(K), page, element)
  return {
    type: nameOf(element.get(S)),
    alt: alt === undefined ? undefined : textOf(alt),
    object: reference?.objectNumber ?? 0,
    knowsParent: parent === undefined || tree.context.lookup(element.get(P)) === parent,
    id: textOf(tree.context.lookup(element.get(ID))),
    language: textOf(tree.context.lookup(element.get(LANG))),
    look: readLook(tree, element),
    kids,
  }
}

function addKid(kids: StructureKid[], tree: Tree, kid: unknown, page: number, parent: PDFDict): void {
  const value = kid instanceof PDFRef ? tree.context.lookup(kid) : kid
  if (value instanceof PDFNumber) kids.push({ kind: 'mark', page, key: markKey(value.asNumber()) })
  if (!(value instanceof PDFDict) || tree.seen.has(value)) return
  const id = value.get(MCID)
  const annotation = value.get(OBJ)
  if (id instanceof PDFNumber) {
    const stream = value.get(STM)
    const key = markKey(id.asNumber(), stream instanceof PDFRef ? stream : undefined)
    kids.push({ kind: 'mark', page: pageOf(tree, value) ?? page, key })
  } else if (annotation instanceof PDFRef) {
    const { objectNumber } = annotation
    kids.push({ kind: 'annotation', page: pageOf(tree, value) ?? page, annotation: objectNumber })
  } else if (value.has(S)) {
    const reference = kid instanceof PDFRef ? kid : undefined
    kids.push({ kind: 'element', element: readElement(tree, value, page, parent, reference) })
  }
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
  const attributes = tree.context.lookup(element.get(A))
  if (attributes === undefined) return PLAIN_LOOK
  const list =
    attributes instanceof PDFArray
      ? attributes.asArray().map((one) => tree.context.lookup(one))
      : [attributes]
  const find = (key: PDFName): unknown => {
    for (const one of list) {
      const value = one instanceof PDFDict ? one.lookup(key) : undefined
      if (value !== undefined) return value
    }
    return undefined
  }
  const headers = find(HEADERS)
  return {
    scope: nameOf(find(SCOPE)),
    rowSpan: spanOf(find(ROW_SPAN)),
    columnSpan: spanOf(find(COLUMN_SPAN)),
    headers: headers instanceof PDFArray ? headers.asArray().map(textOf) : [],
    numbering: nameOf(find(LIST_NUMBERING)),
    hasBox: find(BOX) instanceof PDFArray,
  }
}

/** A name is one object in the whole process, and there are few: each is decoded once. */
const names = new WeakMap<PDFName, string>()

function nameOf(value: unknown): string {
  if (!(value instanceof PDFName)) return ''
  let text = names.get(value)
  if (text === undefined) {
    text = value.decodeText()
    names.set(value, text)
  }
  return text
}

/** A table of more columns than this is made to keep a reader busy. */
const MAX_SPAN = 1000

const spanOf = (value: unknown): number =>
  value instanceof PDFNumber ? Math.min(MAX_SPAN, Math.max(1, Math.round(value.asNumber()))) : 1

function pageOf(tree: Tree, value: PDFDict): number | undefined {
  const page = value.get(PG)
  return page instanceof PDFRef ? tree.pages.get(page.objectNumber) : undefined
}

import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { textOf } from '../pdf-syntax/decoded-text.ts'
import { markKey } from './page-content.ts'

/** An element of the structure tree (ISO 32000-1, 14.7), with the marks and annotations that it holds, in order. */
export interface StructureElement {
  /** `H1`, `P`, `Link` … as written; role maps are not followed. */
  readonly type: string
  readonly alt: string | undefined
  readonly kids: readonly StructureKid[]
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

function readElement(tree: Tree, element: PDFDict, inherited: number): StructureElement {
  tree.seen.add(element)
  const page = pageOf(tree, element) ?? inherited
  const alt = tree.context.lookup(element.get(PDFName.of('Alt')))
  const type = element.get(S)
  const content = tree.context.lookup(element.get(K))
  const kids = content instanceof PDFArray ? content.asArray() : content === undefined ? [] : [element.get(K)]
  return {
    type: type instanceof PDFName ? type.decodeText() : '',
    alt: alt === undefined ? undefined : textOf(alt),
    kids: kids.flatMap((kid) => readKid(tree, kid, page)),
  }
}

function readKid(tree: Tree, kid: unknown, page: number): StructureKid[] {
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
  return value.has(S) ? [{ kind: 'element', element: readElement(tree, value, page) }] : []
}

function pageOf(tree: Tree, value: PDFDict): number | undefined {
  const page = value.get(PG)
  return page instanceof PDFRef ? tree.pages.get(page.objectNumber) : undefined
}

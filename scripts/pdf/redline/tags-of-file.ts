import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib'
import { numberTree, readNumberTree } from './number-tree.ts'

const name = PDFName.of

/** The structure of a file to which something is added. */
export interface TagsOfFile {
  readonly pdf: PDFDocument
  readonly root: PDFDict
  readonly rootRef: PDFRef
  /** In which parts of the document stand: the element `Document`, or the root where there is none. */
  readonly top: PDFDict
  readonly topRef: PDFRef
  readonly parents: Map<number, PDFObject>
  nextKey: number
  /** Elements that were placed behind others: the next stands behind those. */
  readonly placed: Set<PDFObject>
  /** The last element of the pages so far, for those of which nothing is heard. */
  lastOwner: PDFRef | undefined
}

/** Opens the structure of a file; of one without tags, a new one. */
export function openTags(pdf: PDFDocument): TagsOfFile {
  const { catalog, context } = pdf
  const found = catalog.lookup(name('StructTreeRoot'))
  const root = found instanceof PDFDict ? found : context.obj({ Type: 'StructTreeRoot' })
  const known = catalog.get(name('StructTreeRoot'))
  const rootRef = found instanceof PDFDict && known instanceof PDFRef ? known : context.register(root)
  catalog.set(name('StructTreeRoot'), rootRef)
  if (!(found instanceof PDFDict)) catalog.set(name('MarkInfo'), context.obj({ Marked: true }))
  const { top, topRef } = topOf(pdf, root, rootRef)
  const tree = root.lookup(name('ParentTree'))
  const parents = readNumberTree(tree instanceof PDFDict ? tree : undefined)
  let nextKey = 0
  for (const key of parents.keys()) nextKey = Math.max(nextKey, key + 1)
  return { pdf, root, rootRef, top, topRef, parents, nextKey, placed: new Set(), lastOwner: undefined }
}

function topOf({ context }: PDFDocument, root: PDFDict, rootRef: PDFRef): Pick<TagsOfFile, 'top' | 'topRef'> {
  const kids = kidsOf(root)
  const only = kids.size() === 1 ? kids.get(0) : undefined
  const element = context.lookup(only)
  if (only instanceof PDFRef && element instanceof PDFDict && typeOf(element) === 'Document')
    return { top: element, topRef: only }
  if (kids.size() > 0) return { top: root, topRef: rootRef }
  const top = context.obj({ Type: 'StructElem', S: 'Document', P: rootRef })
  const topRef = context.register(top)
  kids.push(topRef)
  return { top, topRef }
}

export const typeOf = (element: PDFDict): string => {
  const type = element.lookup(name('S'))
  return type instanceof PDFName ? type.decodeText() : ''
}

/** The kids of an element as a list that can be added to. */
export function kidsOf(element: PDFDict): PDFArray {
  const own = element.get(name('K'))
  const value = element.context.lookup(own)
  if (value instanceof PDFArray) return value
  const kids = element.context.obj(own === undefined ? [] : [own])
  element.set(name('K'), kids)
  return kids
}

/** Gives an object of the file, or a page, a key that leads to its element, or to its elements. */
export function addParent(tags: TagsOfFile, value: PDFObject): number {
  tags.parents.set(tags.nextKey, value)
  return tags.nextKey++
}

/** The elements of a page's marks, by their numbers. */
export function ownersOf(tags: TagsOfFile, page: PDFDict): PDFArray {
  const { context } = tags.pdf
  const key = page.lookup(name('StructParents'))
  const found = key instanceof PDFNumber ? context.lookup(tags.parents.get(key.asNumber())) : undefined
  if (found instanceof PDFArray) return found
  const owners = context.obj([])
  page.set(name('StructParents'), PDFNumber.of(addParent(tags, context.register(owners))))
  return owners
}

/** Goes on to a page. */
export function passPage(tags: TagsOfFile, page: PDFDict): void {
  const key = page.lookup(name('StructParents'))
  const owners =
    key instanceof PDFNumber ? tags.pdf.context.lookup(tags.parents.get(key.asNumber())) : undefined
  if (!(owners instanceof PDFArray)) return
  const last = owners.asArray().findLast((owner) => owner instanceof PDFRef)
  if (last instanceof PDFRef) tags.lastOwner = last
}

/** Makes an element the owner of a mark; marks before it that nobody owns stay so. */
export function ownMark(owners: PDFArray, mark: number, element: PDFRef): void {
  while (owners.size() <= mark) owners.push(PDFNull)
  owners.set(mark, element)
}

/** Writes what leads from pages and annotations back to the elements. */
export function closeTags({ pdf, root, parents, nextKey }: TagsOfFile): void {
  const { context } = pdf
  root.set(name('ParentTree'), context.register(numberTree(context, parents)))
  root.set(name('ParentTreeNextKey'), PDFNumber.of(nextKey))
}

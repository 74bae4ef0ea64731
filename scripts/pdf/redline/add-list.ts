import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { textOf } from '../../ground/pdf/decoded-text.ts'
import { type CopyObject, copyObjects } from './copy-objects.ts'
import { readNumberTree } from './number-tree.ts'
import { kidsOf, type TagsOfFile } from './tags-of-file.ts'

/** A link of the list, which leads to a change. */
export interface ListEntry {
  /** Behind the origin: `12`, or `n3` for a number of a page. */
  readonly name: string
  readonly annotation: PDFDict
  readonly page: PDFRef
  /** Of its upper edge. */
  readonly top: number
}

export interface ListInFile {
  /** The branch of the tree of pages that holds them. */
  readonly tree: PDFRef
  readonly pages: readonly PDFRef[]
  readonly entries: readonly ListEntry[]
  readonly fonts: readonly PDFRef[]
}

const name = PDFName.of

/** Copies the pages of the list into the file, not yet among its pages, and puts its tags before all others. */
export function addList(tags: TagsOfFile, list: PDFDocument, origin: string): ListInFile {
  const { context } = tags.pdf
  const root = list.catalog.lookup(name('StructTreeRoot'), PDFDict)
  const top = kidsOf(root).get(0) as PDFRef // `Document`: it is of our own making
  const [part, tree] = [context.nextRef(), context.nextRef()]
  const known = new Map<PDFRef, PDFRef>([
    [top, part],
    [list.catalog.get(name('StructTreeRoot')) as PDFRef, tags.rootRef],
  ])
  const own = list.getPages()
  for (const { node } of own) known.set(node.get(name('Parent')) as PDFRef, tree)
  const copy = copyObjects(list.context, context, known, tags.nextKey)
  const pages = own.map(({ ref }) => copy(ref))
  const kids = copy(kidsOf(list.context.lookup(top, PDFDict)))
  const Lang = copy(list.catalog.get(name('Lang'))!)
  context.assign(part, context.obj({ Type: 'StructElem', S: 'Part', P: tags.topRef, K: kids, Lang }))
  kidsOf(tags.top).insert(0, part)
  addParents(tags, root, copy)
  addRoles(tags.root, root)
  context.assign(tree, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }))
  const dictionaries = pages.map((page) => context.lookup(page, PDFDict))
  return {
    tree,
    pages,
    entries: pages.flatMap((page, index) => entriesOf(page, dictionaries[index]!, origin)),
    fonts: [...new Set(dictionaries.flatMap(fontsOf))],
  }
}

function addParents(tags: TagsOfFile, root: PDFDict, copy: CopyObject): void {
  const first = tags.nextKey
  for (const [key, value] of readNumberTree(root.lookup(name('ParentTree'), PDFDict))) {
    tags.parents.set(first + key, copy(value))
    tags.nextKey = Math.max(tags.nextKey, first + key + 1)
  }
}

/** What the file itself says of a type holds. */
function addRoles(into: PDFDict, from: PDFDict): void {
  const added = from.lookupMaybe(name('RoleMap'), PDFDict)
  if (!added) return
  const found = into.lookup(name('RoleMap'))
  const roles = found instanceof PDFDict ? found : into.context.obj({})
  into.set(name('RoleMap'), roles)
  for (const [type, role] of added.entries()) if (!roles.has(type)) roles.set(type, role)
}

function entriesOf(page: PDFRef, dictionary: PDFDict, origin: string): ListEntry[] {
  const annotations = dictionary.lookupMaybe(name('Annots'), PDFArray)
  return (annotations?.asArray() ?? []).flatMap((_, index): ListEntry[] => {
    const annotation = annotations!.lookup(index, PDFDict)
    const address = textOf(annotation.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI')))
    if (!address.startsWith(origin)) return []
    const top = annotation.lookup(name('Rect'), PDFArray).lookup(3, PDFNumber).asNumber()
    return [{ name: address.slice(origin.length), annotation, page, top }]
  })
}

function fontsOf(page: PDFDict): PDFRef[] {
  const fonts = page.lookupMaybe(name('Resources'), PDFDict)?.lookupMaybe(name('Font'), PDFDict)
  return (fonts?.values() ?? []).filter((font) => font instanceof PDFRef)
}

import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib'
import type { ListInFile } from './add-list.ts'
import { numberTree, readNumberTree } from './number-tree.ts'

const name = PDFName.of

/**
 * The list is what the file opens with: a bookmark before all others, and names of its pages that are not those of the
 * paper, which keep theirs. `title`: of the list.
 */
export function putFirst(
  pdf: PDFDocument,
  { tree, pages }: Pick<ListInFile, 'tree' | 'pages'>,
  title: string,
): void {
  const { catalog } = pdf
  setPageTree(pdf, tree, pages.length)
  setLabels(pdf, pages.length, title)
  addBookmark(pdf, pages[0]!, title)
  // What opens elsewhere, and signatures, which hold for other bytes.
  for (const key of ['OpenAction', 'Perms', 'Legal', 'DSS']) catalog.delete(name(key))
}

/** The list first, then the pages that were there, as a branch of their own with all that they inherit from it. */
function setPageTree({ catalog, context }: PDFDocument, list: PDFRef, count: number): void {
  const before = catalog.get(name('Pages')) as PDFRef
  const pages = context.lookup(before, PDFDict)
  const Count = count + pages.lookup(name('Count'), PDFNumber).asNumber()
  const root = context.register(context.obj({ Type: 'Pages', Kids: [list, before], Count }))
  pages.set(name('Parent'), root)
  context.lookup(list, PDFDict).set(name('Parent'), root)
  catalog.set(name('Pages'), root)
}

function setLabels({ catalog, context }: PDFDocument, count: number, title: string): void {
  const found = catalog.lookup(name('PageLabels'))
  const before = readNumberTree(found instanceof PDFDict ? found : undefined)
  const labels = new Map<number, PDFObject>()
  labels.set(0, context.obj({ S: 'D', P: PDFHexString.fromText(`${title} `) }))
  if (!before.has(0)) labels.set(count, context.obj({ S: 'D' }))
  for (const [index, label] of before) labels.set(index + count, label)
  catalog.set(name('PageLabels'), context.register(numberTree(context, labels)))
}

function addBookmark({ catalog, context }: PDFDocument, page: PDFRef, title: string): void {
  const found = catalog.lookup(name('Outlines'))
  const known = catalog.get(name('Outlines'))
  const root = found instanceof PDFDict ? found : context.obj({ Type: 'Outlines' })
  const rootRef = found instanceof PDFDict && known instanceof PDFRef ? known : context.register(root)
  const item = context.obj({
    Title: PDFHexString.fromText(title),
    Parent: rootRef,
    Dest: [page, 'XYZ', null, null, null],
  })
  const itemRef = context.register(item)
  const first = root.get(name('First'))
  if (first instanceof PDFRef) {
    item.set(name('Next'), first)
    context.lookup(first, PDFDict).set(name('Prev'), itemRef)
  } else root.set(name('Last'), itemRef)
  root.set(name('First'), itemRef)
  const count = root.lookup(name('Count'))
  root.set(name('Count'), PDFNumber.of((count instanceof PDFNumber ? Math.max(0, count.asNumber()) : 0) + 1))
  catalog.set(name('Outlines'), rootRef)
}

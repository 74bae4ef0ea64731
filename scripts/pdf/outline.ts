import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import type { Heading } from '../model/chapter.ts'
import type { PageMap } from '../model/printed.ts'

interface Bookmark {
  readonly title: string
  /** From 1. */
  readonly depth: number
  readonly destination: PDFObject | undefined
  /** The structure element that it leads to, for readers that follow the structure. */
  readonly element: PDFObject | undefined
}

const name = PDFName.of

/**
 * Makes the bookmarks those of the book. The browser's own are kept where they say the same; else they are made anew,
 * with the places that the browser found. A heading that has no place in the PDF gets no bookmark: reading back will
 * miss it.
 */
export function setOutline(pdf: PDFDocument, headings: readonly Heading[], pageMap: PageMap): void {
  const printed = readBookmarks(pdf)
  const wanted = placeHeadings(pdf, headings, printed, pageMap)
  const same = (one: Bookmark, index: number) =>
    one.title === printed[index]?.title && one.depth === printed[index]?.depth
  if (wanted.length === printed.length && wanted.every(same)) return
  if (wanted.length === 0) pdf.catalog.delete(name('Outlines'))
  else pdf.catalog.set(name('Outlines'), writeBookmarks(pdf, wanted))
}

function readBookmarks(pdf: PDFDocument): Bookmark[] {
  const found: Bookmark[] = []
  const seen = new Set<PDFDict>()
  const readLevel = (parent: PDFDict | undefined, depth: number): void => {
    let item = parent?.lookupMaybe(name('First'), PDFDict)
    while (item && !seen.has(item)) {
      seen.add(item)
      const title = item.lookup(name('Title'))
      found.push({
        title: title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : '',
        depth,
        destination: item.get(name('Dest')),
        element: item.get(name('SE')),
      })
      readLevel(item, depth + 1)
      item = item.lookupMaybe(name('Next'), PDFDict)
    }
  }
  readLevel(pdf.catalog.lookupMaybe(name('Outlines'), PDFDict), 1)
  return found
}

function placeHeadings(
  pdf: PDFDocument,
  headings: readonly Heading[],
  printed: readonly Bookmark[],
  pageMap: PageMap,
): Bookmark[] {
  const open: number[] = []
  let next = 0
  return headings.flatMap((heading): Bookmark[] => {
    while (open.length > 0 && open.at(-1)! >= heading.level) open.pop()
    open.push(heading.level)
    const at = printed.findIndex(
      (one, index) => index >= next && withoutSpaces(one.title).includes(withoutSpaces(heading.text)),
    )
    const match = printed[at]
    if (match) next = at + 1
    const destination = match?.destination ?? placeOf(pdf, heading.id, pageMap)
    if (!destination) return []
    return [{ title: heading.text, depth: open.length, destination, element: match?.element }]
  })
}

/** Where a heading's parts stand in boxes of their own, the browser leaves out the space between them. */
const withoutSpaces = (text: string): string => text.replace(/\s+/g, '')

function placeOf(pdf: PDFDocument, anchor: string, pageMap: PageMap): PDFObject | undefined {
  const destinations = pdf.catalog.lookupMaybe(name('Dests'), PDFDict)
  const place = destinations?.lookup(name(encodeURIComponent(anchor)))
  if (place instanceof PDFArray) return place
  const page = pdf.getPages()[(pageMap.anchors[anchor] ?? 0) - 1]
  return page && pdf.context.obj([page.ref, name('XYZ'), null, null, null])
}

/** Writes the items linked as a tree (ISO 32000-1, 12.3.3), all levels open. */
function writeBookmarks(pdf: PDFDocument, bookmarks: readonly Bookmark[]): PDFRef {
  const { context } = pdf
  const root = context.obj({ Type: 'Outlines' })
  const path: { reference: PDFRef; dictionary: PDFDict }[] = [
    { reference: context.register(root), dictionary: root },
  ]
  for (const bookmark of bookmarks) {
    path.length = bookmark.depth
    const parent = path.at(-1)!
    const dictionary = context.obj({ Title: PDFHexString.fromText(bookmark.title), Parent: parent.reference })
    if (bookmark.destination) dictionary.set(name('Dest'), bookmark.destination)
    if (bookmark.element) dictionary.set(name('SE'), bookmark.element)
    const reference = context.register(dictionary)
    const last = parent.dictionary.get(name('Last'))
    if (last instanceof PDFRef) {
      context.lookup(last, PDFDict).set(name('Next'), reference)
      dictionary.set(name('Prev'), last)
    } else parent.dictionary.set(name('First'), reference)
    parent.dictionary.set(name('Last'), reference)
    for (const above of path) above.dictionary.set(name('Count'), PDFNumber.of(countOf(above.dictionary) + 1))
    path.push({ reference, dictionary })
  }
  return path[0]!.reference
}

const countOf = (item: PDFDict): number => {
  const count = item.get(name('Count'))
  return count instanceof PDFNumber ? count.asNumber() : 0
}

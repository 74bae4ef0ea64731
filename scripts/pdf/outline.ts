import {
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

/** As the browser wrote it. */
export interface PrintedBookmark {
  readonly title: string
  readonly destination: PDFObject | undefined
}

interface Bookmark extends PrintedBookmark {
  /** From 1. */
  readonly depth: number
}

/** What headings can be found by. */
export interface PrintedPlaces {
  readonly pages: readonly PDFRef[]
  readonly bookmarks: readonly PrintedBookmark[]
  /** Named destinations by anchor. */
  readonly destinations: ReadonlyMap<string, PDFObject>
}

const name = PDFName.of

/**
 * Makes the bookmarks those of the book, with the places that the browser found. A heading that has no place in the
 * PDF gets no bookmark: reading back will miss it.
 */
export function setOutline(
  pdf: PDFDocument,
  headings: readonly Heading[],
  printed: PrintedPlaces,
  pageMap: PageMap,
): void {
  const wanted = placeHeadings(pdf, headings, printed, pageMap)
  if (wanted.length > 0) pdf.catalog.set(name('Outlines'), writeBookmarks(pdf, wanted))
}

/** In the order of the text, of every depth. */
export function readBookmarks(pdf: PDFDocument): PrintedBookmark[] {
  const found: PrintedBookmark[] = []
  const seen = new Set<PDFDict>()
  const readLevel = (parent: PDFDict | undefined): void => {
    let item = parent?.lookupMaybe(name('First'), PDFDict)
    while (item && !seen.has(item)) {
      seen.add(item)
      const title = item.lookup(name('Title'))
      found.push({
        title: title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : '',
        destination: item.get(name('Dest')),
      })
      readLevel(item)
      item = item.lookupMaybe(name('Next'), PDFDict)
    }
  }
  readLevel(pdf.catalog.lookupMaybe(name('Outlines'), PDFDict))
  return found
}

function placeHeadings(
  pdf: PDFDocument,
  headings: readonly Heading[],
  printed: PrintedPlaces,
  pageMap: PageMap,
): Bookmark[] {
  const open: number[] = []
  const titles = printed.bookmarks.map(({ title }) => withoutSpaces(title))
  let next = 0
  return headings.flatMap((heading): Bookmark[] => {
    while (open.length > 0 && open.at(-1)! >= heading.level) open.pop()
    open.push(heading.level)
    const text = withoutSpaces(heading.text)
    const at = titles.findIndex((title, index) => index >= next && title.includes(text))
    const match = printed.bookmarks[at]
    if (match) next = at + 1
    const destination = match?.destination ?? placeOf(pdf, heading.id, printed, pageMap)
    if (!destination) return []
    return [{ title: heading.text, depth: open.length, destination }]
  })
}

/** Where a heading's parts stand in boxes of their own, the browser leaves out the space between them. */
const withoutSpaces = (text: string): string => text.replace(/\s+/g, '')

function placeOf(
  pdf: PDFDocument,
  anchor: string,
  { pages, destinations }: PrintedPlaces,
  pageMap: PageMap,
): PDFObject | undefined {
  const place = destinations.get(anchor)
  if (place) return place
  const page = pages[(pageMap.anchors[anchor] ?? 0) - 1]
  return page && pdf.context.obj([page, name('XYZ'), null, null, null])
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

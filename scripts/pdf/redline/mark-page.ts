import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { RedlineChange, RedlineWords } from '../../model/redline.ts'
import type { ListEntry } from './add-list.ts'
import { aroundContents } from './around-contents.ts'
import { type ContentOfPage, contentOfPage } from './content-of-page.ts'
import { drawLeader, drawMarks, drawNote, NOTES, STRIP_PT } from './draw-marks.ts'
import { type NoteSizes, noteOf, type PlacedNote, placeNotes } from './notes.ts'
import type { Pen } from './pens.ts'
import { placeElement } from './tag-note.ts'
import { addParent, ownersOf, ownMark, passPage, type TagsOfFile } from './tags-of-file.ts'
import { placeOn, rounded, type UprightPage, uprightPage, widenPage } from './upright-page.ts'

const name = PDFName.of

export interface Marking {
  readonly tags: TagsOfFile
  /** By the names of changes. */
  readonly entries: ReadonlyMap<string, ListEntry>
  readonly words: RedlineWords
  readonly pen: Pen
  /** By the number of the page, from 1. */
  readonly onPage: ReadonlyMap<number, OnPage>
}

/** What is to be marked on a page. */
export interface OnPage {
  readonly changes: RedlineChange[]
  readonly marks: Pick<Parameters<typeof drawMarks>[0], 'lines' | 'carets'>
}

/** Gives a page its strip, and marks what changed on it. */
export function markPage(marking: Marking, page: PDFPage, number: number): void {
  const upright = uprightPage(page)
  passPage(marking.tags, page.node)
  const on = marking.onPage.get(number)
  widenPage(page, STRIP_PT)
  const content = contentOfPage(page)
  const drawn = on ? drawAll(marking, page, upright, on, content) : ''
  const [left, bottom, right, top] = upright.visible.map(rounded) as [number, number, number, number]
  const matrix = upright.matrix
    .map((value) => (Math.abs(value) < 1e-9 ? 0 : Number(value.toFixed(6))))
    .join(' ')
  const restore = 'Q '.repeat(content.unrestored + 1)
  aroundContents(
    page,
    `q ${left} ${bottom} ${rounded(right - left)} ${rounded(top - bottom)} re W n\n`,
    `\n${restore}\nq ${matrix} cm\n${drawn}Q\n`,
  )
}

function drawAll(
  { tags, entries, words, pen }: Marking,
  page: PDFPage,
  upright: UprightPage,
  { changes, marks }: OnPage,
  { nextMark }: ContentOfPage,
): string {
  const { widthPt, heightPt } = upright
  const first = placeNotes([], heightPt).sizes.size
  const notes = changes.map((change) => noteOf(change, words, pen, NOTES.width / first))
  const { placed, sizes } = placeNotes(notes, heightPt)
  const fonts = fontsOf(page)
  const isWhole = changes.some(({ lines, carets }) => lines.length === 0 && carets.length === 0)
  const owners = ownersOf(tags, page.node)
  let mark = Math.max(nextMark, owners.size())
  const drawn = placed.map((note) => {
    const own = mark++
    const element = linkElement({ tags, entries, words }, page, { note, sizes, upright, mark: own })
    ownMark(owners, own, element)
    const text = drawNote(note, sizes, upright, fonts.nameOf)
    return `${drawLeader(note, sizes, upright)}/Link <</MCID ${own}>> BDC\n${text}EMC\n`
  })
  page.node.set(name('Tabs'), name('S'))
  return drawMarks({ ...marks, widthPt, heightPt, isWhole }) + drawn.join('')
}

interface NoteOnPage {
  readonly note: PlacedNote
  readonly sizes: NoteSizes
  readonly upright: UprightPage
  readonly mark: number
}

/** The note is a link to its entry in the list, and is heard behind the words that it belongs to. */
function linkElement(
  { tags, entries, words }: Pick<Marking, 'tags' | 'entries' | 'words'>,
  page: PDFPage,
  { note, sizes, upright, mark }: NoteOnPage,
): PDFRef {
  const { context } = tags.pdf
  const entry = entries.get(String(note.change.number))
  if (!entry) throw new Error(`the list has no change ${note.change.number}`)
  const element = context.nextRef()
  const left = upright.widthPt + NOTES.from - 2
  const top = upright.heightPt - note.top
  const corners = [
    placeOn(upright, left, top - note.shown.length * sizes.leading),
    placeOn(upright, left + NOTES.width + 4, top),
  ].map((corner) => corner.map((number) => number.asNumber()))
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners.flat()
  const annotation = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      F: 4,
      Border: [0, 0, 0],
      Rect: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)],
      Dest: [entry.page, 'XYZ', null, rounded(entry.top + 6), null],
      Contents: PDFHexString.fromText(
        `${words.toList.replace('{number}', String(note.change.number))}. ${note.says}`,
      ),
      StructParent: PDFNumber.of(addParent(tags, element)),
    }),
  )
  addAnnotation(page, annotation)
  const parent = placeElement(tags, page.node, note.change.mark, element)
  const kids = [PDFNumber.of(mark), { Type: 'OBJR', Obj: annotation, Pg: page.ref }]
  context.assign(element, context.obj({ Type: 'StructElem', S: 'Link', P: parent, Pg: page.ref, K: kids }))
  return element
}

function addAnnotation(page: PDFPage, annotation: PDFRef): void {
  const found = page.node.lookup(name('Annots'))
  const own = found instanceof PDFArray ? found.asArray() : []
  page.node.set(name('Annots'), page.doc.context.obj([...own, annotation]))
}

/** The resources of the page become its own: what it had them from may have other pages. */
function fontsOf(page: PDFPage): { readonly nameOf: (font: PDFRef) => string } {
  const resources = copyOf(page.node.Resources(), page)
  const fonts = copyOf(resources.lookup(name('Font')), page)
  resources.set(name('Font'), fonts)
  page.node.set(name('Resources'), resources)
  const names = new Map<PDFRef, string>()
  return {
    nameOf: (font) => {
      const known = names.get(font) ?? `Redline${names.size + 1}`
      names.set(font, known)
      if (!fonts.has(name(known))) fonts.set(name(known), font)
      return `/${known}`
    },
  }
}

function copyOf(found: unknown, page: PDFPage): PDFDict {
  const copied = page.doc.context.obj({})
  if (found instanceof PDFDict) for (const [key, value] of found.entries()) copied.set(key, value)
  return copied
}

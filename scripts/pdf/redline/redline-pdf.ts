import { PDFDict, PDFName, type PDFPage } from '@cantoo/pdf-lib'
import { loadPdf } from '../../ground/pdf/load-pdf.ts'
import type { Redline, RedlineWords } from '../../model/redline.ts'
import { writePdf } from '../write-pdf.ts'
import type { Claims } from '../xmp.ts'
import { addList, type ListInFile } from './add-list.ts'
import { setRedlineMetadata } from './describe-redline.ts'
import { markPage, type OnPage } from './mark-page.ts'
import { pensOf } from './pens.ts'
import { putFirst } from './put-first.ts'
import { tagWholePage } from './tag-whole-page.ts'
import { closeTags, openTags } from './tags-of-file.ts'
import { rounded, uprightPage } from './upright-page.ts'

export interface RedlineWork {
  /** The new paper, */
  readonly bytes: Uint8Array
  /** and the list of its changes, whose links lead to `origin` and the number of a change. */
  readonly list: Uint8Array
  readonly origin: string
  readonly redline: Redline
  readonly words: RedlineWords
  readonly claims: Claims
}

/**
 * The pages of the new paper with what was put in and taken out marked, behind the list of it: the same file, to which
 * the list and the marks are added. The same input gives the same bytes.
 */
export async function redlinePdf(work: RedlineWork): Promise<Uint8Array> {
  const { redline, words } = work
  const pdf = await loadPdf(work.bytes)
  const pages = pdf.getPages()
  const isTagged = pdf.catalog.lookup(PDFName.of('StructTreeRoot')) instanceof PDFDict
  const tags = openTags(pdf)
  const list = addList(tags, await loadPdf(work.list), work.origin)
  if (!isTagged) for (const page of pages) tagWholePage(tags, page)
  leadToChanges(list, pages, redline)
  const entries = new Map(list.entries.map((entry) => [entry.name, entry]))
  const marking = { tags, entries, words, pen: pensOf(list.fonts, pdf.context), onPage: byPage(redline) }
  for (const [index, page] of pages.entries()) markPage(marking, page, index + 1)
  closeTags(tags)
  putFirst(pdf, list, words.changes)
  setRedlineMetadata(pdf, words.title, work.claims)
  return writePdf(pdf.context)
}

function byPage({ changes, numbers }: Redline): ReadonlyMap<number, OnPage> {
  const pages = new Map<number, OnPage & { marks: { lines: unknown[]; carets: unknown[] } }>()
  const on = (page: number) => {
    const known = pages.get(page) ?? { changes: [], marks: { lines: [], carets: [] } }
    pages.set(page, known)
    return known
  }
  for (const change of changes) {
    const { kind, lines, carets, place } = change
    on(place.page).changes.push(change)
    for (const { page, box } of lines) on(page).marks.lines.push({ kind, box })
    for (const { page, box } of carets) on(page).marks.carets.push({ kind, box })
  }
  for (const { lines } of numbers)
    for (const { page, box } of lines) on(page).marks.lines.push({ kind: 'number', box })
  return pages
}

/** Above a change, so that it does not stand at the very edge of the window. */
const ABOVE = 24

/** Entries of the list lead to their changes. */
function leadToChanges(
  { entries }: ListInFile,
  pages: readonly PDFPage[],
  { changes, numbers }: Redline,
): void {
  const places = new Map([
    ...changes.map(({ number, place }) => [String(number), place] as const),
    ...numbers.map(({ number, place }) => [`n${number}`, place] as const),
  ])
  for (const { name, annotation } of entries) {
    const place = places.get(name)
    const page = pages[(place?.page ?? 0) - 1]
    if (!place || !page) throw new Error(`the list names a change ${name} that is none`)
    annotation.delete(PDFName.of('A'))
    annotation.set(PDFName.of('Dest'), destinationOf(page, place.box.top))
  }
}

/** Of a page that lies on its side the whole is shown. */
function destinationOf(page: PDFPage, top: number) {
  const { context } = page.doc
  const { matrix, heightPt } = uprightPage(page)
  const [, sideways, , up, , from] = matrix
  if (sideways !== 0 || up < 0) return context.obj([page.ref, 'Fit'])
  const y = rounded(up * Math.min(heightPt, heightPt - top + ABOVE) + from)
  return context.obj([page.ref, 'XYZ', null, y, null])
}

// Editions that have the same text are made of one print; where blocks are for some of them, there are several.
import type { Made } from '../editions/edition.ts'
import { needsPages } from '../editions/editions.ts'
import type { Book } from '../model/book.ts'
import type { Finding } from '../model/finding.ts'
import type { EditionName, Settings } from '../model/settings.ts'
import { groupsOf } from './edition-texts.ts'
import {
  bookForEdition,
  type EarlierScreen,
  type Outcome,
  printPublication,
  type ReadPublication,
} from './pipeline.ts'
import type { Stages } from './stages.ts'
import { type Found, telling, withFindings } from './with-findings.ts'

export interface PrintedEditions extends Outcome {
  /** What those show that need no pages. */
  readonly books?: BooksWithoutPages
}

/** By the names of the editions. */
export type BooksWithoutPages = ReadonlyMap<EditionName, Book>

/** As `printPublication`, for all editions of the settings. The book is that of the first. */
export async function printEditions(
  settings: Settings,
  stages: Stages,
  earlierScreen: EarlierScreen,
): Promise<PrintedEditions> {
  const first = await printPublication(settings, stages, earlierScreen)
  const { read, made } = first
  if (!read || !made) return first
  let all = { findings: first.findings, made }
  for (const editions of groupsOf(read.book, settings.editions.filter(needsPages))) {
    const [edition = read.edition] = editions
    if (editions.includes(read.edition)) continue
    const before = all.findings
    const next = await telling(
      (found) => [...before, ...found.filter((one) => !before.some((other) => isSame(one, other)))],
      async () => {
        const given = { ...read, edition, book: await bookForEdition(read, edition, settings) }
        return printGroup({ ...settings, editions }, stages, given)
      },
    )
    if (!next.made) return { book: read.book, findings: next.findings }
    all = { findings: next.findings, made: { ...all.made, ...next.made } }
  }
  return withFindings(all.findings, async () => ({
    ...first,
    made: all.made,
    findings: [],
    books: await booksWithoutPages(read, settings),
  }))
}

/** The text of each edition that is made without pages. */
export async function booksWithoutPages(
  read: ReadPublication,
  settings: Settings,
): Promise<BooksWithoutPages> {
  const books = new Map<EditionName, Book>()
  for (const edition of settings.editions.filter((one) => !needsPages(one)))
    books.set(edition, await bookForEdition(read, edition, settings))
  return books
}

/** What came of them, without what they were printed from. */
async function printGroup(
  settings: Settings,
  stages: Stages,
  given: ReadPublication,
): Promise<Found & { readonly made?: Partial<Made> }> {
  const { made, findings } = await printPublication(settings, stages, undefined, given)
  if (!made) return { findings }
  const { document: _, printed: __, screen, ...rest } = made
  // A booklet is made of a screen edition of its own, which is not the one that is written.
  const isWritten = screen && settings.editions.includes('screen')
  return { findings, made: isWritten ? { ...rest, screen } : rest }
}

const isSame = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule &&
  one.message === other.message &&
  JSON.stringify(one.place) === JSON.stringify(other.place)

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
  findings: Finding[],
  earlierScreen: EarlierScreen,
): Promise<PrintedEditions> {
  const first = await printPublication(settings, stages, findings, earlierScreen)
  const { read } = first
  if (!read || !first.made) return first
  let { made } = first
  const printed = settings.editions.filter(needsPages)
  for (const editions of groupsOf(read.book, printed)) {
    const [edition = read.edition] = editions
    if (editions.includes(read.edition)) continue
    const given = { ...read, edition, book: await bookForEdition(read, edition, settings) }
    const next = await printGroup({ ...settings, editions }, stages, findings, given)
    if (!next) return { book: read.book, findings }
    made = { ...made, ...next }
  }
  return { ...first, made, books: await booksWithoutPages(read, settings) }
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
  findings: Finding[],
  given: ReadPublication,
): Promise<Partial<Made> | undefined> {
  const found: Finding[] = []
  const { made } = await printPublication(settings, stages, found, undefined, given)
  findings.push(...found.filter((one) => !findings.some((other) => isSame(one, other))))
  if (!made) return undefined
  const { document: _, printed: __, screen, ...rest } = made
  // A booklet is made of a screen edition of its own, which is not the one that is written.
  return screen && settings.editions.includes('screen') ? { ...rest, screen } : rest
}

const isSame = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule &&
  one.message === other.message &&
  JSON.stringify(one.place) === JSON.stringify(other.place)

// All that is measured, one thing after the other, into one value.
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { PACKAGE, type Surroundings } from './builds.ts'
import { copyPaper } from './copy-paper.ts'
import { runEditions, summariseEditions } from './editions.ts'
import { makeBook } from './make-book.ts'
import { type PeerSummary, runPeers } from './peers/peers.ts'
import { runPhotographs } from './photographs.ts'
import { runPreviews } from './previews.ts'
import { type Rounds, runRounds } from './rounds.ts'
import { runScaling, type ScalingSummary } from './scaling.ts'
import { compileStyleSheet } from './style-sheet.ts'
import { type BookSummary, type PhotographSummary, summarisePhotographs, summariseRounds } from './summary.ts'
import type { Measurements } from './targets.ts'
import { runWebsites, type WebsiteRound } from './websites.ts'
import type { Workplace } from './workplace.ts'

export const SECTIONS = [
  'books',
  'paper',
  'editions',
  'scaling',
  'preview',
  'photographs',
  'site',
  'peers',
] as const
export type Section = (typeof SECTIONS)[number]

export interface Wishes {
  readonly pages: readonly number[]
  readonly rounds?: number
  /** Without it everything but the peers, which are of others. */
  readonly only?: Section
  readonly minutes: number
  readonly json?: boolean
}

export interface Results extends Measurements {
  readonly machine: { readonly node: string; readonly cores: number; readonly browser: string }
  readonly photographs?: PhotographSummary
  readonly scaling?: ScalingSummary
  readonly websites?: readonly WebsiteRound[]
  readonly peers?: PeerSummary
  /** What was not measured, and why. */
  readonly skipped: readonly string[]
}

/** A long book is printed once: it takes a minute, and chance weighs less in it. */
export const LONG = 1000
export const ROUNDS = 3
/** Of a book of middle length: what editions cost more, and what more browsers save, grows with the pages. */
const MIDDLE_PAGES = 480
/** What the paper is held against is a little longer than it. */
const PAPER_PAGES = 60

/** What is there to measure with: the outcome of each section, and why there is none. */
interface Measuring {
  readonly wishes: Wishes
  readonly around: Surroundings
  readonly skipped: string[]
  readonly tell: (line: string) => void
}

export async function measureAll(
  wishes: Wishes,
  workplace: Workplace,
  signal: AbortSignal,
  tell: (line: string) => void,
): Promise<Results> {
  const end = performance.now() + wishes.minutes * 60_000
  const styleSheet = join(workplace.folder, 'styles.css')
  await writeFile(styleSheet, await compileStyleSheet(PACKAGE))
  const secondsLeft = (): number => Math.max(1, (end - performance.now()) / 1000)
  const around: Surroundings = { workplace, styleSheet, secondsLeft, signal }
  const measuring: Measuring = { wishes, around, skipped: [], tell }
  const books = (await section(measuring, 'books', () => measureBooks(measuring))) ?? []
  const paper = await section(measuring, 'paper', () => measurePaper(measuring))
  const results = {
    editions: await section(measuring, 'editions', () => measureEditions(measuring)),
    scaling: await section(measuring, 'scaling', () => measureScaling(measuring)),
    previews: await section(measuring, 'preview', () => runPreviews(around, tell)),
    photographs: await section(measuring, 'photographs', async () =>
      summarisePhotographs(await runPhotographs(PACKAGE, around, tell)),
    ),
    websites: await section(measuring, 'site', () => runWebsites(around, tell)),
    peers: await section(measuring, 'peers', () => measurePeers(measuring)),
  }
  const browser = books[0]?.browser ?? paper?.browser ?? ''
  const machine = { node: process.version, cores: availableParallelism(), browser }
  const measured = Object.fromEntries(Object.entries({ paper, ...results }).filter(([, value]) => value))
  return { machine, books, ...measured, skipped: measuring.skipped }
}

/** Undefined where it is not asked for, or fails. */
async function section<T>(
  { wishes, around, skipped }: Measuring,
  name: Section,
  work: () => Promise<T>,
): Promise<T | undefined> {
  if (wishes.only === undefined ? name === 'peers' : wishes.only !== name) return undefined
  try {
    return await work()
  } catch (error) {
    around.signal.throwIfAborted()
    skipped.push(`${name}: ${(error as Error).message}`)
    return undefined
  }
}

async function measureBooks(measuring: Measuring): Promise<readonly BookSummary[]> {
  const books: BookSummary[] = []
  for (const pages of measuring.wishes.pages) {
    const name = `${pages.toLocaleString('en-GB')} pages`
    const make = () => bookOf(measuring, pages)
    const book = await summaryOf(measuring, pages, { name, make, withPageMore: true })
    if (book) books.push(book)
  }
  return books
}

async function measurePaper(measuring: Measuring): Promise<BookSummary | undefined> {
  const { folder } = measuring.around.workplace
  const bare = await bookOf(measuring, PAPER_PAGES)
  const make = () => copyPaper(PACKAGE, join(folder, 'paper'))
  return summaryOf(measuring, 0, { name: 'the paper', make, bare, withPageMore: false })
}

async function summaryOf(
  { wishes, around, skipped, tell }: Measuring,
  pages: number,
  what: Omit<Rounds, 'wanted'>,
): Promise<BookSummary | undefined> {
  const wanted = wishes.rounds ?? (pages > LONG ? 1 : ROUNDS)
  const { rounds, skipped: left } = await runRounds({ ...what, wanted }, around, tell)
  if (left) skipped.push(left)
  return rounds.length > 0 ? summariseRounds(what.name, pages, rounds) : undefined
}

async function measureEditions(measuring: Measuring) {
  const root = await bookOf(measuring, MIDDLE_PAGES)
  const { wishes, around, tell } = measuring
  return summariseEditions(await runEditions(root, wishes.rounds ?? 1, around, tell))
}

async function measureScaling(measuring: Measuring): Promise<ScalingSummary> {
  const root = await bookOf(measuring, MIDDLE_PAGES)
  const { wishes, around, tell } = measuring
  return runScaling(root, wishes.rounds ?? 1, around, tell)
}

async function measurePeers(measuring: Measuring): Promise<PeerSummary> {
  const { wishes, around, tell } = measuring
  const [pages = MIDDLE_PAGES] = wishes.pages
  return runPeers(await bookOf(measuring, pages), around, tell)
}

/** As it is made, whatever was edited in it. */
async function bookOf({ around }: Measuring, pages: number): Promise<string> {
  const { root } = await makeBook({
    from: PACKAGE,
    to: join(around.workplace.folder, `book-${pages}`),
    pages,
  })
  return root
}

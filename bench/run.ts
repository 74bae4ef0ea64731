// npm run bench: how long whole builds take against a bare print by the same browser, and what they hold in memory.
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { PACKAGE, type Surroundings } from './builds.ts'
import { type EditionSummary, runEditions, summariseEditions } from './editions.ts'
import { makeBook } from './make-book.ts'
import { runPhotographs } from './photographs.ts'
import { type PreviewRound, runPreviews } from './previews.ts'
import { runRounds } from './rounds.ts'
import { compileStyleSheet } from './style-sheet.ts'
import { type BookSummary, type PhotographSummary, summarisePhotographs, summariseRounds } from './summary.ts'
import {
  bookTable,
  editionTable,
  growthLines,
  photographTable,
  previewTable,
  websiteTable,
} from './tables.ts'
import { runWebsites, type WebsiteRound } from './websites.ts'
import { closeWorkplace, openWorkplace, type Workplace } from './workplace.ts'

interface Wishes {
  readonly pages: readonly number[]
  readonly rounds?: number
  readonly only?: 'books' | 'photographs' | 'editions' | 'site' | 'preview'
  readonly minutes: number
  readonly json?: boolean
}

interface Results {
  readonly machine: { readonly node: string; readonly cores: number; readonly browser: string }
  readonly books: readonly BookSummary[]
  readonly photographs?: PhotographSummary
  readonly editions?: EditionSummary
  readonly websites?: readonly WebsiteRound[]
  readonly previews?: readonly PreviewRound[]
  /** What was not measured, and why. */
  readonly skipped: readonly string[]
}

/** A long book is printed once: it takes a minute, and chance weighs less in it. */
const LONG = 1000
const ROUNDS = 3
/** Of a book of middle length: what editions cost more grows with the pages as the build does. */
const EDITION_PAGES = 480

const program = new Command('bench')
  .description(
    'Times whole builds of long books against a bare print. Figures on standard output, the rest on standard error.',
  )
  .option('--pages <list>', 'books of about so many pages', numbers, [60, 480, 1920])
  .option('--rounds <number>', `rounds a book (default: ${ROUNDS}, one above ${LONG} pages)`, positive)
  .addOption(
    new Option('--only <what>', 'leave the others out').choices([
      ...['books', 'photographs', 'editions', 'site', 'preview'],
    ]),
  )
  .option('--minutes <number>', 'no round is begun that would probably end later', positive, 12)
  .option('--json', 'the figures as JSON')
  .action(main)

await program.parseAsync()

async function main(wishes: Wishes): Promise<void> {
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ending.abort())
  try {
    const results = await withWorkplace((workplace) => measure(wishes, workplace, ending.signal))
    process.stdout.write(wishes.json ? `${JSON.stringify(results, null, 2)}\n` : inWords(results))
    process.exitCode = results.skipped.length === 0 ? 0 : 1
  } catch (error) {
    if (!ending.signal.aborted) throw error
    process.exitCode = 130
  }
}

async function withWorkplace<T>(work: (workplace: Workplace) => Promise<T>): Promise<T> {
  const workplace = await openWorkplace()
  try {
    return await work(workplace)
  } finally {
    await closeWorkplace(workplace)
  }
}

async function measure(wishes: Wishes, workplace: Workplace, signal: AbortSignal): Promise<Results> {
  const end = performance.now() + wishes.minutes * 60_000
  const styleSheet = join(workplace.folder, 'styles.css')
  await writeFile(styleSheet, await compileStyleSheet(PACKAGE))
  const around: Surroundings = {
    workplace,
    styleSheet,
    secondsLeft: () => Math.max(1, (end - performance.now()) / 1000),
    signal,
  }
  const skipped: string[] = []
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      skipped.push(`${what}: ${(error as Error).message}`)
    }
  }
  const books: BookSummary[] = []
  for (const pages of wants(wishes, 'books') ? wishes.pages : []) {
    const measured = await attempt(`${pages} pages`, () => measureBook(pages, wishes, around))
    if (measured?.skipped) skipped.push(measured.skipped)
    if (measured?.rounds.length) books.push(summariseRounds(pages, measured.rounds))
  }
  const pictures = wants(wishes, 'photographs')
    ? await attempt('Photographs', () => runPhotographs(PACKAGE, around, tell))
    : undefined
  const editions = wants(wishes, 'editions')
    ? await attempt('Editions', () => measureEditions(wishes, around))
    : undefined
  const websites = wants(wishes, 'site')
    ? await attempt('Websites', () => runWebsites(around, tell))
    : undefined
  const previews = wants(wishes, 'preview')
    ? await attempt('Previews', () => runPreviews(around, tell))
    : undefined
  const machine = {
    node: process.version,
    cores: availableParallelism(),
    browser: books[0]?.browser ?? pictures?.resampled.browser ?? '',
  }
  return {
    ...{ machine, books, skipped },
    ...(pictures ? { photographs: summarisePhotographs(pictures) } : {}),
    ...(editions ? { editions } : {}),
    ...(websites ? { websites } : {}),
    ...(previews ? { previews } : {}),
  }
}

function wants({ only }: Wishes, what: NonNullable<Wishes['only']>): boolean {
  return only === undefined || only === what
}

async function measureEditions(wishes: Wishes, around: Surroundings): Promise<EditionSummary> {
  const root = join(around.workplace.folder, 'book-of-editions')
  await makeBook({ from: PACKAGE, to: root, pages: EDITION_PAGES })
  return summariseEditions(await runEditions(root, wishes.rounds ?? 1, around, tell))
}

async function measureBook(pages: number, wishes: Wishes, around: Surroundings) {
  const root = join(around.workplace.folder, `book-${pages}`)
  await makeBook({ from: PACKAGE, to: root, pages })
  const rounds = wishes.rounds ?? (pages > LONG ? 1 : ROUNDS)
  return runRounds(`${pages} pages`, root, rounds, around, tell)
}

function inWords({ machine, books, photographs, editions, websites, previews, skipped }: Results): string {
  const blocks = [
    `Node ${machine.node}, ${machine.cores} cores${machine.browser && `, ${machine.browser}`}. Medians; × is times the bare print of the same round.`,
    books.length > 0 ? bookTable(books) : '',
    growthLines(books),
    photographs ? photographTable(photographs) : '',
    editions ? editionTable(editions) : '',
    websites ? websiteTable(websites) : '',
    previews ? previewTable(previews) : '',
    skipped.length > 0 ? `Not measured:\n${skipped.map((line) => `  ${line}`).join('\n')}` : '',
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

function numbers(list: string): number[] {
  return list.split(',').map(positive)
}

function positive(value: string): number {
  const number = Number(value)
  if (!(number > 0)) throw new InvalidArgumentError('It is no number above 0.')
  return number
}

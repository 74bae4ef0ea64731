// The whole program as one sentence. Rooms are joined here and nowhere else.
import { accountForWords } from '../account/account-for-words.ts'
import { valuesInPages } from '../account/values-in-pages.ts'
import { assembleBook } from '../book/assemble-book.ts'
import { DIALECT } from '../content/dialect.ts'
import { readLaunch } from '../content/launch/read-launch.ts'
import { type KeptChapters, parseChapters } from '../content/parse-chapters.ts'
import { type ReadSources, readSources } from '../content/read-sources.ts'
import { isStopped, type Made, settled } from '../editions/edition.ts'
import { editionNames, editionsToMake, needsPages } from '../editions/editions.ts'
import { type FinishAhead, finishAhead } from '../editions/finish-ahead.ts'
import { makeEditions } from '../editions/make-editions.ts'
import type { Book } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { PrintedPdf } from '../model/printed.ts'
import type { EditionName, Settings } from '../model/settings.ts'
import { applyRules, unneededExceptions } from '../rules/apply-rules.ts'
import { forEdition, groupsOf, hasOnly, sameTexts } from './edition-texts.ts'
import type { Stages } from './stages.ts'
import { type Browsers, startBrowsers } from './start-browsers.ts'
import { EndedError, type Found, withFindings } from './with-findings.ts'

/** What came out. `made` is there only when it is fit to be published, or a draft. */
export interface Outcome extends Found {
  readonly book?: Book
  readonly made?: Made
  readonly read?: ReadPublication
}

/** Finds the screen edition of an earlier build of these very inputs. */
export type EarlierScreen = (book: Book, browser: string) => Promise<Uint8Array | undefined>

/**
 * Everything that needs no browser: the sources' findings, for each edition that has a text of its own, and the book of
 * the first. What is `kept` is not parsed again.
 */
export async function checkPublication(
  settings: Settings,
  stages: Stages,
  kept?: KeptChapters,
): Promise<Outcome & { book: Book; read: ReadPublication }> {
  const [first = 'screen'] = settings.editions
  const read = await readPublication(settings, stages, { kept, edition: first })
  const findings = await accountFor(read, settings, stages)
  return { book: read.book, findings, read }
}

export interface ReadPublication {
  readonly book: Book
  /** As they were told; what a publication says of its rules is not yet done. */
  readonly told: readonly Finding[]
  /** What it was read from. */
  readonly read: ReadSources
  /** Whose blocks those that are for some editions are kept. */
  readonly edition: EditionName
}

interface Reading {
  /** Not parsed again. */
  readonly kept?: KeptChapters | undefined
  /** Told of what is new. */
  readonly onUnknown?: (() => void) | undefined
  /** Whose blocks those that are for some editions are kept. */
  readonly edition?: EditionName | undefined
}

/** Reads all texts and puts the book together. */
export async function readPublication(
  settings: Settings,
  stages: Stages,
  { edition = 'screen', ...how }: Reading = {},
): Promise<ReadPublication> {
  const read = await stages.run('Reading the texts', () => readSources(settings))
  const { launch, findings } = await stages.run('Reading launch day', () =>
    readLaunch(read.sources, settings),
  )
  const chapters = await stages.run('Understanding the texts', () =>
    understood(read, settings, launch, { edition, ...how }),
  )
  const book = await stages.run('Putting the book together', () => assembled(chapters, settings, launch))
  return { book, told: [...read.findings, ...findings, ...book.findings], read, edition }
}

/** Without an edition blocks of all of them are kept. */
function understood(
  { sources, leftOut }: ReadSources,
  settings: Settings,
  launch: Book['launch'],
  { edition, kept, onUnknown }: Reading,
): Promise<Chapter[]> {
  const own = edition ? sources.map((source) => forEdition(source, edition)) : sources
  return parseChapters(own, settings, { launch, leftOut, onUnknown, ...(kept ? { kept } : {}) })
}

async function assembled(
  chapters: readonly Chapter[],
  settings: Settings,
  launch: Book['launch'],
): Promise<Book> {
  const citer = await citerOf(settings)
  const book = assembleBook(chapters, settings, launch, citer?.cite)
  await citer?.done()
  return book
}

const bookOf = async (
  read: ReadSources,
  settings: Settings,
  launch: Book['launch'],
  how: Reading,
): Promise<Book> => assembled(await understood(read, settings, launch, how), settings, launch)

/** A text of which another edition has the same book as this one. */
export async function bookForEdition(
  { book, read, edition: given }: ReadPublication,
  edition: EditionName,
  settings: Settings,
): Promise<Book> {
  return sameTexts(book, given, edition) ? book : bookOf(read, settings, book.launch, { edition })
}

/** What cites is loaded for a publication with a bibliography alone. */
async function citerOf(settings: Settings) {
  if (!settings.citations) return undefined
  const { openCiter } = await import('../citations/open-citer.ts')
  return openCiter(settings, settings.citations)
}

/** All findings of a publication, those of words that are lost with them. */
export async function accountFor(
  given: ReadPublication,
  settings: Settings,
  stages: Stages,
): Promise<readonly Finding[]> {
  const { book, told, read } = given
  const others = await otherBooks(given, settings)
  const all = unique([...told, ...others.flatMap(({ findings }) => findings)])
  // No one edition has all the words of a file whose blocks are for some.
  const whole = hasOnly(book) ? await bookOf(read, settings, book.launch, {}) : book
  const lost = await stages.run('Accounting for every word', () =>
    accountForWords(whole, settings, [...settings.told, ...all], DIALECT),
  )
  const found = [...all, ...lost]
  const idle = unneededExceptions(found, settings.publication)
  return applyRules([...found, ...idle], settings.publication)
}

/** One for each edition that is made, or that a text names, and has a text of its own. */
async function otherBooks(given: ReadPublication, settings: Settings): Promise<Book[]> {
  const { book, edition } = given
  const named = book.chapters.flatMap(({ onlys = [] }) => onlys.flat())
  const meant = editionNames.filter((one) => settings.editions.includes(one) || named.includes(one))
  const differ = groupsOf(book, meant).filter((group) => !group.some((one) => sameTexts(book, edition, one)))
  return Promise.all(differ.map(([one]) => bookForEdition(given, one!, settings)))
}

const unique = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((one) => [JSON.stringify([one.rule, one.place, one.message]), one])).values(),
]

/**
 * Prints the publication and reads it back. A draft goes on in spite of errors in the texts. What was found goes along
 * with what is thrown: NoBrowserError where there is no browser, StageError for what a stage throws.
 */
export async function printPublication(
  wished: Settings,
  stages: Stages,
  earlierScreen: EarlierScreen = async () => undefined,
  given?: ReadPublication,
): Promise<Outcome> {
  const browsers = startBrowsers(wished)
  const ahead = finishAhead(wished)
  try {
    const edition = wished.editions.find(needsPages)
    const read = given ?? (await readPublication(wished, stages, { edition, onUnknown: browsers.begin }))
    const settings = ofOneText(wished, read)
    // One account is of all editions.
    const account = async () => (given ? [] : accountFor(read, settings, stages))
    if (isStopped(applyRules(read.told, settings.publication), settings))
      return { book: read.book, findings: await account(), read }
    const begun = await beginPrinting(read.book, settings, stages, { browsers, ahead }).catch(
      async (fault) => {
        throw new EndedError(await account(), fault)
      },
    )
    // What changes no page is found while the browsers print.
    const findings = await account()
    const printing = { read, settings, stages, begun, browsers, ahead, earlierScreen }
    if (isStopped(findings, settings)) return { book: read.book, findings, read }
    return await withFindings(findings, () => finishPrinting(printing))
  } finally {
    await ahead.close()
    await browsers.close()
  }
}

interface Printing {
  readonly read: ReadPublication
  readonly settings: Settings
  readonly stages: Stages
  readonly begun: BegunPrinting
  readonly browsers: Browsers
  readonly ahead: FinishAhead
  readonly earlierScreen: EarlierScreen
}

/** What the pages have to say for themselves, and the editions that are made of them. */
async function finishPrinting(printing: Printing): Promise<Outcome> {
  const { read, settings, begun } = printing
  const { book } = read
  const { findings } = await withFindings(settled(begun.upright.findings, { book, settings }), async () => ({
    findings: applyRules(
      await valuesInPages(book, settings, begun.upright.words, DIALECT),
      settings.publication,
    ),
  }))
  return isStopped(findings, settings)
    ? { book, findings, read }
    : withFindings(findings, () => editionsOfPages(printing))
}

async function editionsOfPages({ read, settings, begun, browsers, ...rest }: Printing): Promise<Outcome> {
  const { book } = read
  // Half a second, in the same time; where nothing is printed, most of it would be for nothing.
  void browsers.needed.then(() => prepareEditions(settings))
  const { printed, document } = await begun.printing
  const findings = settled(printed.findings, { book, settings })
  if (!isPrinted(printed) || isStopped(findings, settings)) return { book, findings, read }
  const isAlone = !settings.editions.includes('screen') && sameTexts(book, read.edition, 'screen')
  const made = await withFindings(findings, async () =>
    makeEditions({
      ...rest,
      printed,
      book,
      document,
      settings,
      renderers: await browsers.renderers,
      earlierScreen: isAlone ? await rest.earlierScreen(book, printed.browser) : undefined,
    }),
  )
  return { book, read, ...made }
}

/** What fails fails again where it is needed. */
const prepareEditions = (settings: Settings): Promise<unknown> =>
  Promise.allSettled(editionsToMake(settings.editions).map(({ prepare }) => prepare?.()))

/** Editions whose text is another one are printed by themselves. */
const ofOneText = (settings: Settings, { book, edition }: ReadPublication): Settings => ({
  ...settings,
  editions: settings.editions.filter((one) => !needsPages(one) || sameTexts(book, edition, one)),
})

interface BegunPrinting {
  /** As it was composed first. */
  readonly upright: HtmlDocument
  /** What is printed, and of which document. */
  readonly printing: Promise<{ readonly printed: PrintedPdf; readonly document: HtmlDocument }>
}

async function beginPrinting(
  book: Book,
  settings: Settings,
  stages: Stages,
  { browsers, ahead }: { browsers: Browsers; ahead: FinishAhead },
): Promise<BegunPrinting> {
  // The rooms behind the texts are loaded when there is time: `check` never waits for them.
  const { composePages, printPages } = await loadPrintingRooms()
  browsers.expect(book)
  const compose = (tables: readonly string[] = []): Promise<HtmlDocument> =>
    composePages(book, settings, undefined, tables, settings.htmlFile !== undefined)
  const upright = await stages.run('Composing the pages', () => compose())
  let document = upright
  // Only the browser can tell which tables are too wide for an upright page.
  const turn = async (tables: readonly string[]): Promise<HtmlDocument> => {
    document = await compose(tables)
    return document
  }
  const printing = stages.run('Printing', async () => {
    const listening = { turn, onPiece: ahead.begin }
    const printed = await printPages(upright, settings, await browsers.renderers, listening)
    // A tenth of a second, for which nobody need wait.
    if (!editionsToMake(settings.editions).some(({ printsMore }) => printsMore)) void browsers.close()
    return { printed, document }
  })
  printing.catch(() => {}) // Told where it is awaited.
  return { upright, printing }
}

async function loadPrintingRooms() {
  const [pages, print] = await Promise.all([
    import('../pages/compose-pages.ts'),
    import('../print/print-pages.ts'),
  ])
  return { ...pages, ...print }
}

const isPrinted = ({ pieces, press }: PrintedPdf): boolean => pieces.length > 0 || press !== undefined

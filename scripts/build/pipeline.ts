// The whole program as one sentence. Rooms are joined here and nowhere else.
import { accountForWords } from '../account/account-for-words.ts'
import { valuesInPages } from '../account/values-in-pages.ts'
import { assembleBook } from '../book/assemble-book.ts'
import { DIALECT } from '../content/dialect.ts'
import { readLaunch } from '../content/launch/read-launch.ts'
import { type KeptChapters, parseChapters } from '../content/parse-chapters.ts'
import { readSources } from '../content/read-sources.ts'
import type { Made } from '../editions/edition.ts'
import { editionsToMake } from '../editions/editions.ts'
import { type FinishAhead, finishAhead } from '../editions/finish-ahead.ts'
import { makeEditions } from '../editions/make-editions.ts'
import { atTheirFiles } from '../ground/included-lines.ts'
import type { Book } from '../model/book.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { PrintedPdf } from '../model/printed.ts'
import type { Settings } from '../model/settings.ts'
import { applyRules, unneededExceptions } from '../rules/apply-rules.ts'
import { hasErrors } from '../rules/finding.ts'
import type { Stages } from './stages.ts'
import { type Browsers, startBrowsers } from './start-browsers.ts'

/** What came out. `made` is there only when it is fit to be published, or a draft. */
export interface Outcome {
  readonly findings: readonly Finding[]
  readonly book?: Book
  readonly made?: Made
}

/** Finds the screen edition of an earlier build of these very inputs. */
export type EarlierScreen = (book: Book, browser: string) => Promise<Uint8Array | undefined>

/** Everything that needs no browser: the sources' findings and the book. What is `kept` is not parsed again. */
export async function checkPublication(
  settings: Settings,
  stages: Stages,
  kept?: KeptChapters,
): Promise<Outcome & { book: Book }> {
  const read = await readPublication(settings, stages, kept)
  return { book: read.book, findings: await accountFor(read, settings, stages) }
}

export interface ReadPublication {
  readonly book: Book
  /** As they were told; what a publication says of its rules is not yet done. */
  readonly told: readonly Finding[]
}

/** Reads all texts and puts the book together. What is `kept` is not parsed again; `onUnknown` is told of what is new. */
export async function readPublication(
  settings: Settings,
  stages: Stages,
  kept?: KeptChapters,
  onUnknown?: () => void,
): Promise<ReadPublication> {
  const { sources, leftOut, findings } = await stages.run('Reading the texts', () => readSources(settings))
  const launch = await stages.run('Reading launch day', () => readLaunch(sources, settings))
  const chapters = await stages.run('Understanding the texts', () =>
    parseChapters(sources, settings, {
      launch: launch.launch,
      leftOut,
      onUnknown,
      ...(kept ? { kept } : {}),
    }),
  )
  const book = await stages.run('Putting the book together', async () => {
    const citer = await citerOf(settings)
    const assembled = assembleBook(chapters, settings, launch.launch, citer?.cite)
    await citer?.done()
    return assembled
  })
  return { book, told: [...findings, ...launch.findings, ...book.findings] }
}

/** What cites is loaded for a publication with a bibliography alone. */
async function citerOf(settings: Settings) {
  if (!settings.citations) return undefined
  const { openCiter } = await import('../citations/open-citer.ts')
  return openCiter(settings, settings.citations)
}

/** All findings of a publication, those of words that are lost with them. */
export async function accountFor(
  { book, told }: ReadPublication,
  settings: Settings,
  stages: Stages,
): Promise<readonly Finding[]> {
  const lost = await stages.run('Accounting for every word', () =>
    accountForWords(book, settings, [...settings.told, ...told], DIALECT),
  )
  const found = [...told, ...lost]
  const idle = unneededExceptions(found, settings.publication)
  return applyRules([...found, ...idle], settings.publication)
}

/**
 * Prints the publication and reads it back. A draft goes on in spite of errors in the texts. Findings are added to
 * `findings` as they come: they stand also when this throws NoBrowserError where there is no browser, and what a stage
 * throws as StageError.
 */
export async function printPublication(
  settings: Settings,
  stages: Stages,
  findings: Finding[],
  earlierScreen: EarlierScreen = async () => undefined,
): Promise<Outcome> {
  const browsers = startBrowsers(settings)
  const ahead = finishAhead(settings)
  const tell = (found: readonly Finding[]): void => {
    findings.push(...applyRules(found, settings.publication))
  }
  const isStopped = (): boolean => hasErrors(findings) && !settings.draft
  try {
    const read = await readPublication(settings, stages, undefined, browsers.begin)
    const { book } = read
    const account = async (): Promise<void> => {
      findings.push(...(await accountFor(read, settings, stages)))
    }
    if (hasErrors(applyRules(read.told, settings.publication)) && !settings.draft) {
      await account()
      return { book, findings }
    }
    const begun = await beginPrinting(book, settings, stages, { browsers, ahead }).catch(async (fault) => {
      await account()
      throw fault
    })
    // What changes no page is found while the browsers print.
    await account()
    if (isStopped()) return { book, findings }
    tell(atTheirFiles(begun.upright.findings, book.chapters))
    tell(await valuesInPages(book, settings, begun.upright.words, DIALECT))
    if (isStopped()) return { book, findings }
    // Half a second, in the same time; where nothing is printed, most of it would be for nothing.
    void browsers.needed.then(() => prepareEditions(settings))
    const { printed, document } = await begun.printing
    tell(atTheirFiles(printed.findings, book.chapters))
    if (!isPrinted(printed) || isStopped()) return { book, findings }
    const isScreen = settings.editions.includes('screen')
    const made = await makeEditions({
      ...{ printed, book, document, settings, stages, findings, ahead },
      renderers: await browsers.renderers,
      earlierScreen: isScreen ? undefined : await earlierScreen(book, printed.browser),
    })
    return made ? { book, findings, made } : { book, findings }
  } finally {
    await ahead.close()
    await browsers.close()
  }
}

/** What fails fails again where it is needed. */
const prepareEditions = (settings: Settings): Promise<unknown> =>
  Promise.allSettled(editionsToMake(settings.editions).map(({ prepare }) => prepare?.()))

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

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
import { finishAhead } from '../editions/finish-ahead.ts'
import { makeEditions } from '../editions/make-editions.ts'
import type { Book } from '../model/book.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { PrintedPdf } from '../model/printed.ts'
import type { Settings } from '../model/settings.ts'
import { applyRules, unneededExceptions } from '../rules/apply-rules.ts'
import { hasErrors } from '../rules/finding.ts'
import type { Stages } from './stages.ts'
import { startBrowsers } from './start-browsers.ts'

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
  const { sources, leftOut, findings } = await stages.run('Reading the texts', () => readSources(settings))
  const launch = await stages.run('Reading launch day', () => readLaunch(sources, settings))
  const chapters = await stages.run('Understanding the texts', () =>
    parseChapters(sources, settings, { launch: launch.launch, leftOut, ...(kept ? { kept } : {}) }),
  )
  const book = await stages.run('Putting the book together', () =>
    assembleBook(chapters, settings, launch.launch),
  )
  const told = [...findings, ...launch.findings, ...book.findings]
  const lost = await stages.run('Accounting for every word', () =>
    accountForWords(book, settings, [...settings.told, ...told], DIALECT),
  )
  const found = [...told, ...lost]
  const idle = unneededExceptions(found, settings.publication)
  return { book, findings: applyRules([...found, ...idle], settings.publication) }
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
  // The rooms behind the texts are loaded when there is time: `check` never waits for them.
  const browsers = startBrowsers(settings)
  const ahead = finishAhead(settings)
  try {
    const checked = await checkPublication(settings, stages)
    findings.push(...checked.findings)
    if (hasErrors(checked.findings) && !settings.draft) return checked
    const { composePages, printPages } = await loadPrintingRooms()
    const { book } = checked
    browsers.expect(book)
    let document = await stages.run('Composing the pages', () => composePages(book, settings))
    findings.push(...applyRules(document.findings, settings.publication))
    findings.push(
      ...applyRules(await valuesInPages(book, settings, document.words, DIALECT), settings.publication),
    )
    if (hasErrors(findings) && !settings.draft) return { book, findings }
    // Only the browser can tell which tables are too wide for an upright page.
    const turn = async (tables: readonly string[]): Promise<HtmlDocument> => {
      document = await composePages(book, settings, undefined, tables)
      return document
    }
    const printing = stages.run('Printing', async () =>
      printPages(document, settings, await browsers.renderers, { turn, onPiece: ahead.begin }),
    )
    printing.catch(() => {}) // Reported below, where it is awaited.
    // Half a second, while the browsers print.
    await Promise.all(editionsToMake(settings.editions).map(({ prepare }) => prepare?.()))
    const printed = await printing
    findings.push(...applyRules(printed.findings, settings.publication))
    if (!isPrinted(printed) || (hasErrors(findings) && !settings.draft)) return { book, findings }
    const made = await makeEditions({
      printed,
      book,
      document,
      settings,
      stages,
      findings,
      renderers: await browsers.renderers,
      ahead,
      earlierScreen: settings.editions.includes('screen')
        ? undefined
        : await earlierScreen(book, printed.browser),
    })
    return made ? { book, findings, made } : { book, findings }
  } finally {
    await ahead.close()
    await browsers.close()
  }
}

async function loadPrintingRooms() {
  const [pages, print] = await Promise.all([
    import('../pages/compose-pages.ts'),
    import('../print/print-pages.ts'),
  ])
  return { ...pages, ...print }
}

const isPrinted = ({ pieces, press }: PrintedPdf): boolean => pieces.length > 0 || press !== undefined

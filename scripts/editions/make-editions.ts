// What was printed → the files of each edition, every one of them read back before the next is made of it.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Stages } from '../build/stages.ts'
import { openColours } from '../ground/colour/colours.ts'
import type { Book } from '../model/book.ts'
import type { Imposed } from '../model/booklet.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Facts, FinishedPdf } from '../model/finished.ts'
import type { PressFacts, PressFile, PressPrint, PressSheet } from '../model/press.ts'
import type { PrintedPdf } from '../model/printed.ts'
import type { Settings } from '../model/settings.ts'
import { finishPdf } from '../pdf/finish-pdf.ts'
import { imposePdf } from '../pdf/impose/impose-pdf.ts'
import { finishPress } from '../pdf/press/finish-press.ts'
import type { PrintBrowser } from '../print/launch-browser.ts'
import { applyRules } from '../rules/apply-rules.ts'
import { hasErrors } from '../rules/finding.ts'
import { compareEditions } from '../verify/press/compare-editions.ts'
import { type VerifiedPress, verifyPress } from '../verify/press/verify-press.ts'
import { verifyBooklet } from '../verify/verify-booklet.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import { placeOfPage } from './place-of-page.ts'
import { type JobSheet, printJobSheet } from './print-job-sheet.ts'

export interface Made {
  readonly document: HtmlDocument
  readonly printed: PrintedPdf
  readonly screen?: { readonly finished: FinishedPdf; readonly facts: Facts }
  readonly press?: MadePress
  readonly booklet?: Imposed
  /** The screen edition of an earlier build of the same inputs, which the press edition was held against. */
  readonly earlierScreen?: Uint8Array
}

export interface MadePress {
  readonly files: readonly (PressFile & { readonly facts: PressFacts })[]
  /** Whether every page was held against the screen edition. */
  readonly compared: boolean
  /** A draft has none. */
  readonly jobSheet?: JobSheet
}

interface Making {
  /** What was printed first: with a press edition to come, the screen edition alone. */
  readonly printed: PrintedPdf
  /** With the press edition; its findings are those of `printed`, and then its own. */
  readonly complete: Promise<PrintedPdf>
  readonly book: Book
  readonly document: HtmlDocument
  readonly settings: Settings
  readonly stages: Stages
  /** Those that are found are added. */
  readonly findings: Finding[]
  readonly browser: PrintBrowser
  /** For a press edition that is made alone: what else it could be held against. */
  readonly earlierScreen: Uint8Array | undefined
}

/** Undefined when one of them is not fit to be published: they are one paper. */
export async function makeEditions(making: Making): Promise<Made | undefined> {
  const { document, settings, earlierScreen } = making
  const screen = making.printed.bytes.length > 0 ? await makeScreen(making) : undefined
  if (isStopped(making)) return undefined
  const printed = await making.complete
  tell(making, printed.findings.slice(making.printed.findings.length))
  if (isStopped(making)) return undefined
  const press = printed.press
    ? await makePress({ ...making, printed }, printed.press, screen?.finished.bytes ?? earlierScreen)
    : undefined
  if (isStopped(making)) return undefined
  const wantsBooklet = screen !== undefined && settings.editions.includes('booklet')
  const booklet = wantsBooklet ? await makeBooklet(making, screen.finished) : undefined
  if (isStopped(making)) return undefined
  return {
    ...{ document, printed },
    ...(screen ? { screen } : {}),
    ...(press ? { press } : {}),
    ...(booklet ? { booklet } : {}),
    ...(earlierScreen ? { earlierScreen } : {}),
  }
}

const isStopped = ({ findings, settings }: Making): boolean => hasErrors(findings) && !settings.draft

function tell({ findings, settings }: Making, found: readonly Finding[]): void {
  findings.push(...applyRules(found, settings.publication))
}

async function makeScreen(making: Making): Promise<NonNullable<Made['screen']>> {
  const { printed, book, document, settings, stages } = making
  const finished = await stages.run('Finishing the PDF', () => finishPdf(printed, book, document, settings))
  const facts = await stages.run('Reading it back', () =>
    verifyPdf(finished, printed, book, document, settings),
  )
  tell(making, facts.findings)
  return { finished, facts }
}

async function makePress(making: Making, print: PressPrint, screen?: Uint8Array): Promise<MadePress> {
  const { printed, book, document, settings, stages, browser } = making
  const {
    files,
    pictureInk,
    findings: found,
  } = await stages.run('Finishing the press files', () =>
    finishPress({ ...printed, press: print }, book, document, settings),
  )
  const read = await stages.run('Reading the press files back', () => readFiles(making, files))
  const facts = read.map(({ drawn: _, ...one }): PressFacts => one)
  const drawn = files.map((file, index) => ({ ...file, drawn: read[index]!.drawn }))
  const apart = screen ? await stages.run('Comparing the editions', () => compareEditions(screen, drawn)) : []
  tell(making, [...found, ...facts.flatMap((one) => one.findings), ...apart])
  const made = {
    files: files.map((file, index) => ({ ...file, facts: withPictures(facts[index]!, pictureInk) })),
    compared: screen !== undefined,
  }
  if (settings.draft || isStopped(making)) return made
  const jobSheet = await stages.run('Writing the job sheet', () =>
    printJobSheet(
      {
        compared: made.compared,
        files: made.files.map(({ facts: read, ...file }) => ({
          file: { ...file, size: file.bytes.length, sha256: sha256(file.bytes) },
          facts: read,
        })),
      },
      settings,
      browser,
    ),
  )
  tell(making, jobSheet.findings)
  return { ...made, jobSheet }
}

/** The pixels of photographs are measured when they are converted; nobody decodes them twice. */
const withPictures = (facts: PressFacts, pictureInk: number): PressFacts => ({
  ...facts,
  mostInk: Math.max(facts.mostInk, pictureInk),
})

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function readFiles(
  { book, printed, settings }: Making,
  files: readonly PressFile[],
): Promise<VerifiedPress[]> {
  const colours = await openColours(await readFile(settings.press.profile.path))
  try {
    const facts: VerifiedPress[] = []
    for (const file of files)
      facts.push(
        await verifyPress(file, {
          ...{ press: settings.press, colours, claims: !settings.draft },
          slugWords: slugWords(settings.publication.short),
          slugTitle: settings.publication.short,
          placeOfPage: placeOfPage(book, printed.pageMap),
        }),
      )
    return facts
  } finally {
    colours.close()
  }
}

/** All that the line says before the title. */
function slugWords(title: string): (sheet: PressSheet) => string[] {
  const shown = title.replace(/\s+/g, ' ').trim()
  return ({ slug }) => {
    const before = slug.endsWith(shown) ? slug.slice(0, -shown.length) : slug
    return before.split(' · ').filter((word) => word.trim() !== '')
  }
}

async function makeBooklet(making: Making, screen: FinishedPdf): Promise<Imposed> {
  const { settings, stages } = making
  const { title } = settings.publication
  const imposed = await stages.run('Imposing the booklet', () =>
    imposePdf(screen.bytes, settings.booklet, { title }),
  )
  tell(making, imposed.findings)
  if (imposed.bytes.length > 0)
    tell(
      making,
      await stages.run('Reading the booklet back', () =>
        verifyBooklet(imposed, screen.bytes, settings.booklet),
      ),
    )
  return imposed
}

// What an edition has to provide, and what it gets to work with.
import type { Stages } from '../build/stages.ts'
import type { Found } from '../build/with-findings.ts'
import type { BuildReport } from '../ground/build-report-schema.ts'
import { atTheirFiles } from '../ground/included-lines.ts'
import type { Book } from '../model/book.ts'
import type { Imposed } from '../model/booklet.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { FinishedPdf, PdfFacts } from '../model/finished.ts'
import type { PressFacts, PressFile } from '../model/press.ts'
import type { PrintedPdf } from '../model/printed.ts'
import type { EditionName, Settings } from '../model/settings.ts'
import type { Renderers } from '../print/renderers.ts'
import { applyRules } from '../rules/apply-rules.ts'
import { hasErrors } from '../rules/finding.ts'
import type { FinishAhead } from './finish-ahead.ts'
import type { JobSheet } from './print-job-sheet.ts'

export interface Edition {
  readonly name: EditionName
  /** In a few words, for the help. */
  readonly is: string
  /** Editions that are made before, also where nobody asked for them; what they would write is then not written. */
  readonly needs: readonly EditionName[]
  /** It is made of the texts, without a browser, when the files of the others are in their place. */
  readonly isWithoutPages?: true
  /** Every file that it can leave, from the name of the screen edition's. */
  readonly fileNames: (screenFile: string) => readonly string[]
  /** Loads its rooms, while the browser still prints. */
  readonly prepare?: () => Promise<unknown>
  /** Whether it prints more than the book: the browsers are kept for it. */
  readonly printsMore?: true
  /** Makes it and reads it back. What is found has been `settled`. */
  readonly make?: (making: Making, made: Made) => Promise<MadeEdition>
  /** What is written into dist/, by name. */
  readonly files?: (done: Done) => readonly OutputFile[]
  /** Files of an earlier build that would be wrong beside these. */
  readonly stale?: (done: Done) => readonly string[]
  readonly describe?: (done: Done) => Partial<BuildReport>
  /** A line for each file that somebody will open. */
  readonly summary?: (done: Done) => readonly string[]
  /**
   * What is made when all files are in their place, and a line about it. `done` is undefined where nothing was
   * printed.
   */
  readonly follow?: (book: Book, settings: Settings, stages: Stages, done?: Done) => Promise<Followed>
}

export interface Made {
  readonly document: HtmlDocument
  readonly printed: PrintedPdf
  readonly screen?: { readonly finished: FinishedPdf; readonly facts: PdfFacts }
  readonly press?: MadePress
  readonly booklet?: Imposed
  /** The screen edition of an earlier build of the same inputs, which the press edition was held against. */
  readonly earlierScreen?: Uint8Array
}

/** What an edition adds to what was made before it. */
export interface MadeEdition extends Found {
  readonly made: Partial<Made>
}

export interface MadePress {
  readonly files: readonly (PressFile & { readonly facts: PressFacts })[]
  /** Whether every page was held against the screen edition. */
  readonly compared: boolean
  /** A draft has none. */
  readonly jobSheet?: JobSheet
}

export interface Making {
  readonly printed: PrintedPdf
  readonly book: Book
  readonly document: HtmlDocument
  readonly settings: Settings
  readonly stages: Stages
  readonly renderers: Renderers
  readonly ahead: FinishAhead
  /** For a press edition that is made alone: what else it could be held against. */
  readonly earlierScreen: Uint8Array | undefined
}

/** An edition that is made, with all that was found in this build. */
export interface Done {
  readonly made: Made
  readonly settings: Settings
  readonly findings: readonly Finding[]
}

export interface Followed extends Found {
  readonly summary: string
}

export interface OutputFile {
  readonly name: string
  readonly content: Uint8Array | string
}

export const isStopped = (findings: readonly Finding[], { draft }: Pick<Settings, 'draft'>): boolean =>
  hasErrors(findings) && !draft

/** What was found in the pages, at the lines of its files, and as the publication wishes it told. */
export const settled = (
  found: readonly Finding[],
  { settings, book }: Pick<Making, 'settings' | 'book'>,
): readonly Finding[] => applyRules(atTheirFiles(found, book.chapters), settings.publication)

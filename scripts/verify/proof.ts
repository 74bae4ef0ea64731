import type { Book } from '../model/book.ts'
import type { HtmlDocument, PageRun } from '../model/document.ts'
import type { FinishedPdf } from '../model/finished.ts'
import type { PrintedPdf } from '../model/printed.ts'
import type { Settings } from '../model/settings.ts'
import type { ReadPdf } from './read-back.ts'

/** What was read, and what it should be: all that a check holds against each other. */
export interface Proof {
  readonly read: ReadPdf
  readonly finished: FinishedPdf
  readonly printed: PrintedPdf
  readonly book: Book
  readonly document: HtmlDocument
  readonly settings: Settings
  /** The run of each physical page, index 0 is page 1; undefined for a blank page of ours. */
  readonly runs: readonly (PageRun | undefined)[]
}

// The filled-in truth behind what the user wishes.

import type { ImpositionPlan } from './booklet.ts'
import type { Citations } from './citations.ts'
import type { DataBook, GlossaryEntry } from './data.ts'
import type { EditionName } from './edition-name.ts'
import type { Finding } from './finding.ts'
import type { PressPlan } from './press.ts'
import type { Publication } from './publication.ts'
import type { Theme } from './theme.ts'

/** How findings are written: for people, for programs, for GitHub's pull requests, for code scanning. */
export type ReportForm = 'text' | 'json' | 'github' | 'sarif'

export type { EditionName }

/** The filled-in truth behind the user's options: nothing is optional that is always there. */
export interface Settings {
  /** Absolute path of the publication. */
  readonly root: string
  /** Absolute path of the folder that receives the files. */
  readonly out: string
  /**
   * Absolute paths of template folders, first wins file by file: the publication's own, that of its look, the built-in
   * one.
   */
  readonly templateFolders: readonly string[]
  /** Absolute path of the pipeline's own cache folder (mode 0700). */
  readonly cache: string
  /** Whether what earlier builds left there is used. */
  readonly remembers: boolean
  /** What this build makes, each once, in the order of `EditionName`. */
  readonly editions: readonly EditionName[]
  readonly press: PressPlan
  readonly booklet: ImpositionPlan
  readonly strict: boolean
  readonly draft: boolean
  readonly quiet: boolean
  /** Absolute path for the exact HTML that was printed. */
  readonly htmlFile?: string
  readonly report: ReportForm
  /** A path or `ws://` endpoint, or several of these with commas between. */
  readonly browser?: string
  /** How many browsers print at once, 1 to 8; without it as many as there are processors, or endpoints. */
  readonly renderers?: number
  readonly publication: Publication
  readonly theme: Theme
  readonly glossary: readonly GlossaryEntry[]
  readonly data: DataBook
  /** Undefined without `bibliography:`. */
  readonly citations?: Citations
  /** What is said of publication.yaml and its like, which the account of words has to know. */
  readonly told: readonly Finding[]
  /** Short commit id of the publication, or '' outside git. */
  readonly commit: string
  /** Seconds since 1970 that date the PDF: SOURCE_DATE_EPOCH, else the edition date. */
  readonly epoch: number
  /**
   * File name of the screen edition without folder: `best-by-west-midlands-2013.pdf`. See editions.ts for the others.
   */
  readonly fileName: string
  /** Folder of worker-safe pipeline version: part of every cache key. */
  readonly version: string
}

import type { PageRun } from '../model/document.ts'
import type { Expected } from './expected.ts'
import type { ReadPdf } from './read-back.ts'

/** What was read, and what it should be: all that a check holds against each other. */
export interface Proof extends Expected {
  readonly read: ReadPdf
  /** The run of each physical page, index 0 is page 1; undefined for a blank page of ours. */
  readonly runs: readonly (PageRun | undefined)[]
}

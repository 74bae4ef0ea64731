// What becomes of the texts, before anything is written. Types only.
import type { Finding, Mend } from '../model/finding.ts'
import type { Operation } from './operation.ts'
import type { Effect } from './prove-texts.ts'

export interface Change {
  readonly file: string
  readonly operations: readonly Operation[]
  readonly effect: Effect
  /** One for each thing that the reviewer did. */
  readonly told: readonly Told[]
  /** That it calls, and whose words it writes. */
  readonly notes?: readonly NamedNote[]
}

/** A new note that can be written into a text. */
export interface NamedNote {
  readonly file: string
  /** Stands for its call until that is written. */
  readonly sign: string
  /** `3`, as in `[^3]`. */
  readonly name: string
  readonly paragraphs: readonly string[]
}

export interface Told {
  readonly line: number
  readonly was: string
  readonly becomes: string
}

/** Of the text of a file, as it was read. */
export interface ReviewedText {
  readonly file: string
  readonly operations: readonly Operation[]
  readonly becomes: string
}

export interface Reviewed {
  readonly texts: readonly ReviewedText[]
  /** What is changed, one by one. */
  readonly told: readonly Mend[]
  /** Comments, and what could not be carried over. */
  readonly findings: readonly Finding[]
}

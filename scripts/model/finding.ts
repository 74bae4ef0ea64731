// What is wrong, and where.
import type { RuleId } from '../rules/rules.ts'
import type { Place, Severity } from './place.ts'

export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly place: Place
  /** What is wrong, in the author's words. */
  readonly message: string
  /** How to mend it. */
  readonly mend: string
  /** The technical cause, for whoever maintains the pipeline; shown on one line, never as a stack. */
  readonly cause?: string
  /** The words of the text that it is about, by which `except:` in publication.yaml can name it; never of an error. */
  readonly about?: string
  /** A mend that a program can make without changing what is said. */
  readonly fix?: Fix
}

/**
 * In the text of the finding's file, as it was read, `was` stands from `start` to `end` (UTF-16 units), and becomes
 * `becomes`.
 */
export interface Fix {
  readonly start: number
  readonly end: number
  readonly was: string
  readonly becomes: string
}

/** A fix that was made in the file of its finding. */
export interface Mend {
  readonly rule: RuleId
  readonly place: Place
  readonly was: string
  readonly becomes: string
}

// What a rule is. Its id names the healthy state; its words say what is wrong, in the author's terms, and how to mend it.
import type { Severity } from '../model/place.ts'

export type Facts = Readonly<Record<string, string | number | undefined>>

/**
 * What a rule is about. `style`: how a house writes, told where publication.yaml chooses that style. `slip`: wrong in anybody's style.
 * `accessibility`: what WCAG and PDF/UA ask for. `truth`: what was written is what is read. `safety`: nothing is run, fetched or shown
 * that should not be. `print`: pages and paper. `making`: what keeps a paper from being made.
 */
export type RuleKind = 'truth' | 'accessibility' | 'safety' | 'print' | 'making' | 'slip' | 'style'

export interface Rule {
  readonly kind: RuleKind
  readonly severity: Severity
  /** What is wrong. */
  readonly says: (facts: Facts) => string
  /** How to mend it. */
  readonly mend: (facts: Facts) => string
  /** Why it matters to a reader, in a sentence. */
  readonly why: string
  /** Facts of a finding that shows what the rule is about; where there are none, its words need none. */
  readonly example?: Facts
}

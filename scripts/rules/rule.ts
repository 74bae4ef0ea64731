// What a rule is. Its id names the healthy state; its words say what is wrong, in the author's terms, and how to mend it.
import type { Severity } from '../model/place.ts'

/** What a finding knows of its case, by name. */
export type Facts = Readonly<Record<string, string | number | undefined>>

/** The facts of a rule whose words are the same whatever it finds. */
export type NoFacts = { readonly none?: never }

/**
 * What a rule is about. `style`: how a house writes, told where publication.yaml chooses that style. `slip`: wrong in anybody's style.
 * `accessibility`: what WCAG and PDF/UA ask for. `truth`: what was written is what is read. `safety`: nothing is run, fetched or shown
 * that should not be. `print`: pages and paper. `making`: what keeps a paper from being made.
 */
export type RuleKind = 'truth' | 'accessibility' | 'safety' | 'print' | 'making' | 'slip' | 'style'

export interface Rule<Known extends Facts = Facts> {
  readonly kind: RuleKind
  readonly severity: Severity
  /** What is wrong. */
  says(facts: Known): string
  /** How to mend it. */
  mend(facts: Known): string
  /** The words of the text that a finding is about, by which `except:` in publication.yaml can name it. */
  about?(facts: Known): string | undefined
  /** Why it matters to a reader, in a sentence. */
  readonly why: string
  /** Facts of a finding that shows what the rule is about; where there are none, its words need none. */
  readonly example?: Known
}

/** A rule, and the facts that each of its findings has to know. */
export const rule = <Known extends Facts = NoFacts>(
  one: Rule<Known> & (Record<never, never> extends Known ? unknown : { readonly example: Known }),
): Rule<Known> => one

type Entries = Readonly<Record<string, Pick<Rule, 'kind' | 'severity' | 'why'>>>

export interface Group<Rules extends Entries = Entries> {
  /** The heading under which its rules are listed. */
  readonly heading: string
  /** About how a text is written: all that such rules find is found before any page is made. */
  readonly isOfWriting?: true
  readonly rules: Rules
}

export const group = <Rules extends Entries>(one: Group<Rules>): Group<Rules> => one

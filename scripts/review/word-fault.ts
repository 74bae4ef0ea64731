import type { FactsOf } from '../rules/rules.ts'

/** Why a Word file cannot be read, or is not one of ours. */
export class WordFault extends Error {
  readonly facts: FactsOf<'review-file-is-ours'>
  constructor(facts: WordFault['facts'], cause?: unknown) {
    super(facts.problem, { cause })
    this.facts = facts
  }
}

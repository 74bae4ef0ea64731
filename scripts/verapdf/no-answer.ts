import { type FactsOf, ruleOf } from '../rules/rules.ts'

/** Why veraPDF said nothing. */
export type WhyNoAnswer = FactsOf<'verapdf-answers'>

export class NoAnswerError extends Error {
  readonly why: WhyNoAnswer

  constructor(why: WhyNoAnswer, options: ErrorOptions = {}) {
    super(sentenceOf(why), options)
    this.why = why
  }
}

/** Why, in the sentence of the rule. */
export const sentenceOf = (why: WhyNoAnswer): string => ruleOf('verapdf-answers').says(why)

/** Of whatever ended asking it. */
export const whyOf = (error: unknown): WhyNoAnswer =>
  error instanceof NoAnswerError
    ? error.why
    : { problem: 'broke-off', said: error instanceof Error ? error.message : String(error) }

import type { Imposed } from '../../model/booklet.ts'
import { finding } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'

export type Refusal = FactsOf<'file-can-be-imposed'>

/** Nothing was put on sheets, and why. */
export const refused = (facts: Refusal, cause?: unknown): Imposed => ({
  bytes: new Uint8Array(),
  pages: 0,
  sides: [],
  sections: [],
  findings: [finding('file-can-be-imposed', {}, facts, cause)],
})

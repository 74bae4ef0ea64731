// What a rule of writing says of a stretch of the text, and to whom.
import type { FormMark } from '../../model/chapter.ts'
import type { FactsOf, RuleId } from '../../rules/rules.ts'
import type { Block } from './prose.ts'

/** Reports a stretch of a block; `becomes` is what a program may put in its place without changing what is said. */
export type Tell = <Id extends RuleId>(rule: Id, where: Passage, facts: FactsOf<Id>, becomes?: string) => void
/**
 * Notes down one of several forms in which the same thing can be written; which of them is usual only the book knows.
 */
export type Note = (
  mark: Pick<FormMark, 'rule' | 'thing' | 'form' | 'house'>,
  where: Passage,
  becomes?: string,
) => void

export interface Passage {
  readonly block: Block
  readonly from: number
  readonly to: number
}

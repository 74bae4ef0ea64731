import type { ImpositionPlan } from '../../model/booklet.ts'
import type { Cell } from './folded.ts'
import type { OriginalPage } from './read-original.ts'
import type { ReadSide } from './read-sheets.ts'

/** What the sheets are held against. */
export interface BookletProof {
  readonly sides: readonly ReadSide[]
  readonly pages: readonly OriginalPage[]
  /** The folded booklet, page by page. */
  readonly cells: readonly Cell[]
  readonly plan: ImpositionPlan
}

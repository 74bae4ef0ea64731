import { ArchiveFault } from '../../ground/archives/archive-fault.ts'
import type { FactsOf } from '../../rules/rules.ts'

/** Why a Word file cannot be read at all. */
export const wordFault = (facts: FactsOf<'word-file-is-read'>, cause?: unknown): ArchiveFault =>
  new ArchiveFault({ rule: 'word-file-is-read', facts }, cause)

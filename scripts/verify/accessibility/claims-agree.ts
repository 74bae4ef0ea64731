import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'
import type { ReadPdf } from '../read-back.ts'

/** What the file says of itself in one place it says in the other, and each claim has what it needs beside it. */
export function claimsAgree({ claims, tree }: ReadPdf): readonly Finding[] {
  const { names, infoTitle, xmpTitle, isMarked, showsTitle, pagesOutOfOrder, hasOutputIntent, hasId } = claims
  const isAccessible = names.some((name) => name.startsWith('PDF/UA'))
  const isArchival = names.some((name) => name.startsWith('PDF/A'))
  const [page] = pagesOutOfOrder
  const faults: readonly (FactsOf<'claims-agree'> | false)[] = [
    xmpTitle.trim() === '' && { problem: 'no-title' },
    infoTitle !== xmpTitle && { problem: 'two-titles', one: infoTitle, other: xmpTitle },
    !(isMarked && tree) && { problem: 'not-marked' },
    !showsTitle && { problem: 'name-for-title' },
    page !== undefined && { problem: 'other-way-of-keys', page },
    isArchival && !hasOutputIntent && { problem: 'no-colours' },
    isArchival && !hasId && { problem: 'no-id' },
    isArchival && !isAccessible && names.some((name) => name.endsWith('a')) && { problem: 'half' },
  ]
  return faults.flatMap((facts) => (facts ? [finding('claims-agree', {}, facts)] : []))
}

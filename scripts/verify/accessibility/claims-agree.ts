import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/** What the file says of itself in one place it says in the other, and each claim has what it needs beside it. */
export function claimsAgree({ claims, tree }: ReadPdf): readonly Finding[] {
  const { names, infoTitle, xmpTitle, isMarked, showsTitle, pagesOutOfOrder, hasOutputIntent, hasId } = claims
  const isAccessible = names.some((name) => name.startsWith('PDF/UA'))
  const isArchival = names.some((name) => name.startsWith('PDF/A'))
  const [page] = pagesOutOfOrder
  const faults = [
    xmpTitle.trim() === '' && 'it has no title',
    infoTitle !== xmpTitle && `it has two titles, “${infoTitle}” and “${xmpTitle}”`,
    !(isMarked && tree) && 'it is not marked as tagged',
    !showsTitle && 'viewers show the name of the file instead of the title',
    page !== undefined && `on page ${page} the keyboard goes another way than the text`,
    isArchival && !hasOutputIntent && 'it claims to be archival, and does not say what its colours mean',
    isArchival && !hasId && 'it claims to be archival, and has no id',
    isArchival &&
      !isAccessible &&
      names.some((name) => name.endsWith('a')) &&
      'it claims to be PDF/A-2a, but not PDF/UA-1',
  ]
  return faults.flatMap((fault) => (fault ? [finding('claims-agree', {}, { fault })] : []))
}

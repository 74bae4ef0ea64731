import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Proof } from '../proof.ts'

/** What a viewer calls a page is what is printed on it; the printed folios are checked by themselves. */
export function pageLabelsEqualFolios({ read, finished }: Proof): readonly Finding[] {
  return read.pages.flatMap((_, index) => {
    const folio = finished.labels[index] ?? 'nothing'
    const label = read.seen.labels[index] ?? 'nothing'
    return label === folio ? [] : [finding('page-labels-equal-folios', { page: index + 1 }, { label, folio })]
  })
}

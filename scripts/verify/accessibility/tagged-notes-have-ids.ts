import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/** Each note has an id of its own, and the id tree leads to it (PDF/UA-1, 7.9); so does every other id. */
export function taggedNotesHaveIds({ elements, parents }: ReadPdf): readonly Finding[] {
  const seen = new Set<string>()
  return elements.flatMap(({ element, type, page }) => {
    const { id, object } = element
    const place = page ? { page } : {}
    if (id === '')
      return type === 'Note' ? [finding('tagged-notes-have-ids', place, { problem: 'no-id' })] : []
    const problem = seen.has(id) ? 'shared' : parents.ids.get(id) !== object && 'elsewhere'
    seen.add(id)
    return problem ? [finding('tagged-notes-have-ids', place, { problem, id })] : []
  })
}

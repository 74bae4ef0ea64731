import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/** Each note has an id of its own, and the id tree leads to it (PDF/UA-1, 7.9); so does every other id. */
export function taggedNotesHaveIds({ elements, parents }: ReadPdf): readonly Finding[] {
  const seen = new Set<string>()
  return elements.flatMap(({ element, type, page }) => {
    const { id, object } = element
    const fault =
      id === ''
        ? type === 'Note' && 'has no id'
        : seen.has(id)
          ? `shares its id ${id} with another tag`
          : parents.ids.get(id) !== object && `has the id ${id}, which leads elsewhere`
    seen.add(id)
    return fault ? [finding('tagged-notes-have-ids', page ? { page } : {}, { fault })] : []
  })
}

import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/**
 * Every type is one of the standard, or mapped to one; no type of the standard means something else (PDF/UA-1, 7.1).
 */
export function tagsAreStandard({ elements, parents }: ReadPdf): readonly Finding[] {
  const told = new Set<string>()
  const unknown = elements.flatMap(({ element, type, page }) => {
    if (type !== '' || told.has(element.type)) return []
    told.add(element.type)
    const facts = { problem: 'unknown', tag: element.type } as const
    return [finding('tags-are-standard', page ? { page } : {}, facts)]
  })
  const top = elements.filter((one) => one.parent?.parent === undefined)
  const document = top.length > 0 && (top.length > 1 || top[0]?.type !== 'Document')
  const facts = { problem: 'not-one-document', tag: top[0]?.element.type ?? '' } as const
  const remapped = [...parents.roles.keys()].filter((type) =>
    /^(?:H[1-6]|P|L|LI|Table|TR|TH|TD|Figure|Link)$/.test(type),
  )
  return [
    ...unknown,
    ...(document ? [finding('tags-are-standard', {}, facts)] : []),
    ...remapped.map((tag) => finding('tags-are-standard', {}, { problem: 'of-another-meaning', tag })),
  ]
}

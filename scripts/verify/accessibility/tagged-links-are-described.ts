import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/**
 * A link is tagged as one, says in words where it leads, and a tagged link is one that can be followed (PDF/UA-1,
 * 7.18.5).
 */
export function taggedLinksAreDescribed({ elements, annotations }: ReadPdf): readonly Finding[] {
  const linked = new Set<number>()
  const dead: Finding[] = []
  for (const { element, type, page } of elements) {
    if (type !== 'Link') continue
    const own = element.kids.flatMap((kid) => (kid.kind === 'annotation' ? [kid.annotation] : []))
    for (const one of own) linked.add(one)
    if (own.length === 0)
      dead.push(
        finding('tagged-links-are-described', page ? { page } : {}, { problem: 'cannot-be-followed' }),
      )
  }
  const faulty = annotations.flatMap(({ object, page, contents, address, destination }) => {
    const to = destination ? `#${destination}` : address
    const problem = linked.has(object) ? contents.trim() === '' && 'no-words' : 'no-tag'
    return problem ? [finding('tagged-links-are-described', { page }, { problem, to })] : []
  })
  return [...dead, ...faulty]
}

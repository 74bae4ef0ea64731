import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/** The first heading is H1 and none leaves a level out (PDF/UA-1, 7.4.2). */
export function taggedHeadingsInOrder({ headings }: ReadPdf): readonly Finding[] {
  let last = 0
  return headings.flatMap(({ level, text, page }) => {
    const before = last
    last = level
    const heading = text.trim()
    if (heading === '')
      return [finding('tagged-headings-in-order', { page }, { problem: 'empty', heading, level })]
    if (level <= before + 1) return []
    if (before === 0)
      return [finding('tagged-headings-in-order', { page }, { problem: 'first', heading, level })]
    return [finding('tagged-headings-in-order', { page }, { problem: 'leap', heading, level, before })]
  })
}

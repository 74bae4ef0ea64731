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
      return [finding('tagged-headings-in-order', { page }, { heading, level: `H${level} and is empty` })]
    if (level <= before + 1) return []
    const other = before === 0 ? `H${level}, though it is the first` : `H${level}, right after an H${before}`
    return [finding('tagged-headings-in-order', { page }, { heading, level: other })]
  })
}

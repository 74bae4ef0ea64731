import type { Heading } from 'mdast'
import { type Draft, report } from '../markdown/draft.ts'

/** A check to be called with each heading in turn: the text begins at `##` and goes down one level at a time. */
export function headingLevelsInOrder(draft: Draft): (heading: Heading) => void {
  let before = 1
  return (heading) => {
    const { depth } = heading
    if (depth === 1) {
      report(draft, 'heading-levels-in-order', heading, { actual: 1 })
    } else if (depth > before + 1) {
      report(draft, 'heading-levels-in-order', heading, { actual: depth, expected: before + 1 })
    }
    before = depth
  }
}

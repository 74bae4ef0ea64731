// Read by `npm run types` alone: each line below the remark has to be refused.

import { type Draft, report } from '../../scripts/content/markdown/draft.ts'
import type { Tell } from '../../scripts/content/writing/tell.ts'
import { finding, findingAs } from '../../scripts/rules/finding.ts'

finding('image-is-sharp', {}, { picture: 'a.jpg', ppi: 72, needed: 1600 })
finding('page-is-not-empty', {})
finding('link-resolves', {}, { problem: 'not-there', address: 'b.md', suggestion: undefined })

// @ts-expect-error: a missing fact
finding('image-is-sharp', {}, { picture: 'a.jpg', ppi: 72 })
// @ts-expect-error: no facts at all
finding('image-is-sharp', {})
// @ts-expect-error: a foreign fact
finding('image-is-sharp', {}, { picture: 'a.jpg', ppi: 72, needed: 1600, mend: 'Take another.' })
// @ts-expect-error: a fact of the wrong kind
finding('image-is-sharp', {}, { picture: 'a.jpg', ppi: 'low', needed: 1600 })
// @ts-expect-error: a word that is none of a closed list
finding('words-are-printed', {}, { words: 'three', other: 'gone' })
// @ts-expect-error: facts for a rule that has none
finding('page-is-not-empty', {}, { actual: 'empty' })
// @ts-expect-error: a rule that is not there
finding('image-is-nice', {}, { actual: 'a.jpg' })
finding('page-count-fits-the-binding', {}, { problem: 'no-cover' })
// @ts-expect-error: a missing fact of one of the things that a rule finds
finding('page-count-fits-the-binding', {}, { problem: 'thin-spine', pages: 4 })
// @ts-expect-error: a foreign fact of one of the things that a rule finds
finding('page-count-fits-the-binding', {}, { problem: 'no-cover', pages: 4 })
// @ts-expect-error: none of the things that a rule finds
finding('page-count-fits-the-binding', {}, { problem: 'no-glue' })
// @ts-expect-error: what one of two rules needs
findingAs('info', Math.random() > 0.5 ? 'image-has-alt' : 'image-is-sharp', {}, { picture: 'a.jpg' })

/** The ways round: what tells of a text, and what tells of its words. */
export function told(draft: Draft, tell: Tell, where: Parameters<Tell>[1]): void {
  report(draft, 'quotation-has-source', {})
  tell('words-are-plain', where, { words: 'prior to', plain: '“before”' })
  // @ts-expect-error: a missing fact
  report(draft, 'heading-is-short', {}, { characters: 120 })
  // @ts-expect-error: a foreign fact
  report(draft, 'quotation-has-source', {}, { actual: 'x' })
  // @ts-expect-error: a missing fact
  tell('words-are-plain', where, { words: 'prior to' })
}

import type { Heading } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Draft, report } from '../markdown/draft.ts'

/** Two lines of a heading in print, and what a list of bookmarks can show. */
const MOST_CHARACTERS = 100

export function headingIsShort(heading: Heading, draft: Draft): void {
  const { length } = plainText(heading).replace(/\s+/g, ' ').trim()
  if (length > MOST_CHARACTERS)
    report(draft, 'heading-is-short', heading, { characters: length, most: MOST_CHARACTERS })
}

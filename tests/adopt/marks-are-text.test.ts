// What looks like a mark of ours in a text that is adopted is text, whatever marks there are.
import { expect, it } from 'vitest'
import { escapeText } from '../../scripts/adopt/word/escape-text.ts'
import { BLOCK_NAMES, INLINE_NAMES } from '../../scripts/content/directives/directives.ts'
import { markdownOf } from './page/page-of.ts'

it.each([...BLOCK_NAMES, ...INLINE_NAMES, 'one-of-tomorrow'])('`:%s[…]` is text', (name) => {
  const typed = `Type :${name}[words] here.`
  const position = { isAtStart: true, isInTable: false, hasRaised: false }
  expect(escapeText(typed, position)).toContain(`Type \\:${name}`)
  expect(markdownOf(`<p>${typed}</p>`)).toContain(`Type \\:${name}`)
})

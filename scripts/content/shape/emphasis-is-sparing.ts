import type { Paragraph } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Draft, report } from '../markdown/draft.ts'
import { isAll } from './bold-text-is-no-heading.ts'

/** A short line may stand out; a paragraph that does is hard to read. */
const LONG_CHARACTERS = 100
const MOST_CAPITALS = 20
const LEAST_WORDS = 4

/** No paragraph is set in bold, italics or capitals as a whole. */
export function emphasisIsSparing(node: Paragraph, draft: Draft): void {
  const words = plainText(node).trim()
  const style = wholly(node, words)
  if (style) report(draft, 'emphasis-is-sparing', node, { words: `${words.slice(0, 40).trimEnd()}…`, style })
}

function wholly(node: Paragraph, words: string): string | undefined {
  if (words.length > LONG_CHARACTERS) {
    if (isAll(node, 'strong')) return 'bold type'
    if (isAll(node, 'emphasis')) return 'italics'
  }
  const letters = words.replace(/\P{L}/gu, '')
  const isShouted =
    letters.length > MOST_CAPITALS && /^\p{Lu}+$/u.test(letters) && words.split(/\s+/).length >= LEAST_WORDS
  return isShouted ? 'capitals' : undefined
}

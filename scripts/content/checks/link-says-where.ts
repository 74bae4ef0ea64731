import type { Link } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Draft, report } from '../markdown/draft.ts'

const SAYS_NOTHING = new Set(
  'here|click here|click|click this|this|this link|this page|this site|link|the link|more|read more|find out more|see here|see more|page|website|web site'.split(
    '|',
  ),
)
const BARE_ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i

/** The words of a link must make sense without their sentence. */
export function linkSaysWhere(node: Link, draft: Draft): void {
  const words = plainText(node).trim()
  const bare = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const empty = bare === '' && !node.children.some((child) => child.type === 'image')
  if (empty || SAYS_NOTHING.has(bare) || BARE_ADDRESS.test(words)) {
    report(draft, 'link-says-where', node, { actual: words || node.url })
  }
}

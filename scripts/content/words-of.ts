import type { Nodes } from 'mdast'
import { withoutSoftHyphens } from '../ground/language/without-soft-hyphens.ts'

/** The words that a reader sees of a heading or a link, on one line; pictures and what is no text are left out. */
export const wordsOf = (node: Nodes): string => withoutSoftHyphens(raw(node)).replace(/\s+/g, ' ').trim()

function raw(node: Nodes): string {
  if (node.type === 'break') return ' '
  if (node.type === 'html') return ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(raw).join('') : ''
}

/** Whether anything of a text can be seen: blanks and joiners of no width cannot. */
export const isSeen = (text: string): boolean => /[^\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{M}]/u.test(text)

/** Letters and digits alone, in small letters: two texts that differ in case, signs and markup are the same. */
export const sameness = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')

// HTML of citations, of ours and of Pandoc's, as one line of words: `*italic*`, `**bold**`, `^raised^`, `~lowered~`.
import type { RootContent } from 'hast'
import { isElement } from '../../scripts/ground/html/change-tree.ts'
import { readHtml } from '../../scripts/ground/html/html-text.ts'

const SIGNS: Readonly<Record<string, string>> = {
  em: '*',
  i: '*',
  strong: '**',
  b: '**',
  sup: '^',
  sub: '~',
}

export const normalForm = (html: string): string =>
  readHtml(html).children.map(said).join('').replace(/\s+/g, ' ').trim()

function said(node: RootContent): string {
  if (node.type === 'text') return node.value
  if (!isElement(node)) return ''
  const words = node.children.map(said).join('')
  const sign = SIGNS[node.tagName]
  return sign && words.trim() !== ''
    ? `${sign}${words}${sign}`
    : node.tagName === 'div'
      ? ` ${words} `
      : words
}

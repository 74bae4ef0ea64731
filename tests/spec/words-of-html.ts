// The words that a browser shows of a piece of HTML.
import type { Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { squash } from '../../scripts/verify/squash.ts'

const reader = unified().use(rehypeParse, { fragment: true }).freeze()
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'title'])

/**
 * Without blanks and in small letters. Names that HTML does not have are words: `<your-name>` is printed as it
 * stands.
 */
export const wordsOfHtml = (html: string, isElement: (name: string) => boolean): string =>
  squash(textOf(reader.parse(captioned(literally(html, isElement))))).toLowerCase()

/** The title of a picture on a line of its own is its caption. */
const captioned = (html: string): string =>
  html.replace(/<p>(<img [^>]*title="([^"]*)"[^>]*>)<\/p>/g, '<p>$2</p>')

const literally = (html: string, isElement: (name: string) => boolean): string =>
  html.replace(/<\/?([a-z][\w.:-]*)[^<>]*>/gi, (tag, name: string) =>
    isElement(name.toLowerCase()) ? tag : tag.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  )

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && SILENT.has(node.tagName)) return ''
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

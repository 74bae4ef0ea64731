// Markdown → its tree, with places; the libraries that the rest of the program reads it by.
import type { Heading, Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const reader = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective).freeze()

export const readTree = (markdown: string): Root => reader.parse(markdown)

export const startOf = (node: Nodes): number => node.position?.start.offset ?? 0
export const endOf = (node: Nodes): number => node.position?.end.offset ?? 0

/** Each node, those around it first. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesOf(child)
}

/** The words of a heading, without tags of HTML and `{#id .class}` at its end. */
export const wordsOfHeading = (heading: Heading): string =>
  plainText(heading, { includeHtml: false })
    .replace(/(?<!\s)\s*\{[^{}]*\}\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()

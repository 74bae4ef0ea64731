// Blocks that Markdown takes for HTML though their words are Markdown: those between names that HTML has not, in
// `<div markdown="1">`, and all that an opening without an end would swallow.
import type { Html, Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Draft } from '../../markdown/draft.ts'
import { readLines } from '../../markdown/processor.ts'
import type { Heard } from './heard.ts'
import { isHtmlName } from './html-names.ts'
import { placeWithin } from './place-within.ts'

const TAGS = /<\/?([a-z][^\s/>]*)/gi
const MARKDOWN = /^[^>]*\smarkdown(?:\s*=|\s|>)/i

export function isMarkdownWithin(node: Html, heard: Heard): boolean {
  const { value } = node
  if (value.startsWith('<!--')) {
    if (value.includes('-->')) return false
    heard.unknown('<!--', node)
    return true
  }
  const opened = /^\s*<(script|style|textarea)\b/i.exec(value)?.[1]
  if (opened) return !value.toLowerCase().includes(`</${opened.toLowerCase()}`)
  if (MARKDOWN.test(value)) return true
  const names = [...value.matchAll(TAGS)].map(([, name = '']) => name.toLowerCase())
  return names.length > 0 && names.every((name) => !isHtmlName(name))
}

/** Every place is that of the file. */
export function readAsMarkdown(node: Html, { source }: Draft): Nodes[] {
  const tree = readLines(node.value)
  const place = placeWithin(node, source.text)
  visit(tree, (one) => {
    const { position } = one
    if (position)
      one.position = { start: place(position.start.offset ?? 0), end: place(position.end.offset ?? 0) }
  })
  return tree.children
}

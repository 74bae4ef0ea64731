// Blocks that Markdown takes for HTML though their words are Markdown: those between names that HTML has not, in
// `<div markdown="1">`, and all that an opening without an end would swallow.
import type { Html, Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Draft } from '../../markdown/draft.ts'
import { readLines } from '../../markdown/processor.ts'
import type { Heard } from './heard.ts'
import { isHtmlName } from './html-names.ts'
import { placeWithin } from './place-within.ts'

/** What a text is read with. */
export interface Defined {
  readonly draft: Draft
  /** Labels of notes and of links. */
  readonly notes: ReadonlySet<string>
  readonly references: ReadonlySet<string>
}

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
export function readAsMarkdown(node: Html, defined: Defined): Nodes[] {
  const children = readWithin(node.value, defined)
  const place = placeWithin(node, defined.draft.source.text)
  for (const child of children)
    visit(child, (one) => {
      const { position } = one
      if (position)
        one.position = { start: place(position.start.offset ?? 0), end: place(position.end.offset ?? 0) }
    })
  return children
}

/** What the rest of the file defines is defined here too: its labels stand below the text while it is read. */
function readWithin(text: string, { notes, references }: Defined): Nodes[] {
  const stubs = [...[...notes].map((label) => `^${label}`), ...references].map((label) => `[${label}]: x\n\n`)
  const { children } = readLines(`${text}\n\n${stubs.join('')}`)
  const isWhole = children.every(
    ({ position }) =>
      (position?.start.offset ?? 0) >= text.length || (position?.end.offset ?? 0) <= text.length,
  )
  return isWhole
    ? children.filter(({ position }) => (position?.start.offset ?? 0) < text.length)
    : readLines(text).children
}

export function referencesIn(tree: Root): ReadonlySet<string> {
  const labels = new Set<string>()
  visit(tree, 'definition', ({ label, identifier }) => {
    labels.add(label ?? identifier)
  })
  return labels
}

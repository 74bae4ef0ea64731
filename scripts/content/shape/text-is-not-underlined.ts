import type { Nodes, Root, Text } from 'mdast'
import type { Fix } from '../../model/finding.ts'
import { type Draft, lineOf, report } from '../markdown/draft.ts'
import type { InlineElement } from '../markdown/inline-element.ts'
import { mendOf } from '../markdown/mend.ts'

const BLANK_LINE = /(?<![\p{L}\p{N}_])_{3,}(?![\p{L}\p{N}_])/gu

/** Readers take what is underlined for a link, and hear a row of underscores one by one. */
export function textIsNotUnderlined(tree: Root, draft: Draft): void {
  const walk = (node: Nodes): void => {
    if (node.type === 'inlineElement') underlines(node, draft)
    else if (node.type === 'text') blanks(node, draft)
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
}

function underlines(node: InlineElement, draft: Draft): void {
  if (node.name !== 'u' && node.name !== 'ins') return
  // What was a tracked change, or other signs of another tool, has no tags to take out, and is told of in its own way.
  if (draft.source.text.charAt(node.position?.start.offset ?? 0) !== '<') return
  report(draft, 'text-is-not-underlined', node, { tag: `<${node.name}>` }, withoutTags(node, draft))
}

/** The words between the tags stay as they are. */
function withoutTags({ name, position }: InlineElement, draft: Draft): Fix | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset]
  if (start === undefined || end === undefined) return undefined
  const written = draft.source.text.slice(start, end)
  const inside = new RegExp(`^<${name}(?:\\s[^<>]*)?>([^]*)</${name}\\s*>$`, 'i').exec(written)?.[1]
  return inside === undefined || inside.toLowerCase().includes(`<${name}`)
    ? undefined
    : mendOf(draft, start, end, inside)
}

function blanks(node: Text, draft: Draft): void {
  for (const { index } of node.value.matchAll(BLANK_LINE)) {
    const line = lineOf(node) + newlines(node.value.slice(0, index))
    report(draft, 'text-is-not-underlined', { position: { start: { line, column: 1 } } }, { other: 'blank' })
  }
}

const newlines = (text: string): number => text.split('\n').length - 1

import type { Text } from 'mdast'
import { type Draft, lineOf, report } from '../markdown/draft.ts'

const CALL = /\[\^([^\]\s]+)\]/g

/** A call whose note is missing stays text for the parser, so it is looked for in the text. */
export function noteResolves(node: Text, draft: Draft): void {
  if (!node.value.includes('[^')) return
  for (const match of node.value.matchAll(CALL)) {
    const line = lineOf(node) + node.value.slice(0, match.index).split('\n').length - 1
    report(
      draft,
      'note-resolves',
      { position: { start: { line, column: 1 } } },
      { actual: match[1], other: 'has no text' },
    )
  }
}

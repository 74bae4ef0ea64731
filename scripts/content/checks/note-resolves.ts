import type { Text } from 'mdast'
import { type Draft, lineOf, report } from '../markdown/draft.ts'

const CALL = /(?<!\\)\[\^([^\][\s]{1,100})\]/g

/**
 * A check to be called with each text in turn. A call whose note is missing stays text for the library, each label is
 * told once.
 */
export function noteResolves(draft: Draft): (node: Text) => void {
  const told = new Set<string>()
  return (node) => {
    if (!node.value.includes('[^')) return
    const written = asWritten(node, draft)
    for (const match of written.matchAll(CALL)) {
      const [, label = ''] = match
      if (told.has(label.toLowerCase())) continue
      told.add(label.toLowerCase())
      const line = lineOf(node) + written.slice(0, match.index).split('\n').length - 1
      reportCall(label, line, draft)
    }
  }
}

/** A call in front matter, where it prints as it stands too. */
export function reportCall(label: string, line: number, draft: Draft): void {
  const place = { position: { start: { line, column: 1 } } }
  report(draft, 'note-resolves', place, { problem: 'call-is-printed', label })
}

export const callsWithoutNote = (text: string): string[] =>
  [...text.matchAll(CALL)].map(([, label = '']) => label)

/** An author who means the signs themselves puts a backslash before them. */
function asWritten({ value, position }: Text, { source }: Draft): string {
  const [start, end] = [position?.start.offset, position?.end.offset]
  return start === undefined || end === undefined ? value : source.text.slice(start, end)
}

// Where the words of a tree stand in the file, so that a mend can say what it changes.
import type { Text } from 'mdast'
import type { Fix } from '../../model/finding.ts'
import type { Draft } from './draft.ts'

/** What stands from `start` to `end` in the text of the file becomes something else. */
export const mendOf = ({ source }: Draft, start: number, end: number, becomes: string): Fix => ({
  start,
  end,
  was: source.text.slice(start, end),
  becomes,
})

/**
 * Where the words of a text begin; undefined where the file spells them otherwise: `&amp;`, `\*`, a line end behind
 * `>`.
 */
export function offsetOf(node: Text, { source }: Draft): number | undefined {
  const start = node.position?.start.offset
  return start !== undefined && source.text.startsWith(node.value, start) ? start : undefined
}

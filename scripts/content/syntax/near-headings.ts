// `#Our plan` alone, without a blank behind its sign: a heading, or a hashtag. At the head of a file it is a title;
// elsewhere it stays as it stands, and is told.
import type { Prose } from './prose.ts'
import type { Seen } from './unknown-kinds.ts'

/** A hashtag of several words has capitals within, and a sentence that begins with one ends with a stop. */
const HEADING = /^#\p{Lu}\p{Ll}*(?:[ \t][^#\n]*)?(?<![.!?…])$/u
const LONGEST = 80

export function nearHeadings(prose: Prose, text: string): Seen[] {
  if (!isNearHeading(prose)) return []
  const typed = text.slice(prose.start, prose.start + firstLine(prose).length)
  return [{ at: prose.start, problem: 'signs-are-printed', typed, sign: 'hash' }]
}

export function isNearHeading(prose: Prose): boolean {
  const first = firstLine(prose)
  const next = prose.shown.split('\n')[1]
  const isAlone = next === undefined || /^\p{Lu}/u.test(next)
  return prose.node.type === 'paragraph' && first.length <= LONGEST && isAlone && HEADING.test(first)
}

const firstLine = ({ shown }: Prose): string => (shown.split('\n', 1)[0] ?? '').trimEnd()

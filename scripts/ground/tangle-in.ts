// What keeps a parser busy without end, found before anything parses it.
import { crowdedParagraph, MOST_LINES, MOST_SIGNS } from './crowded-paragraph.ts'
import { nestingDepth } from './nesting-depth.ts'
import { openTags } from './open-tags.ts'

export interface Tangle {
  readonly depth: number
  /** Side by side in one paragraph, and not within each other: signs, or lines. */
  readonly other?: 'crowded' | 'lines'
  readonly line: number
}

const MOST_DEEP = 100

/** The deepest nesting, or the paragraph with the most signs or lines, where it is beyond what can be read. */
export function tangleIn(text: string): Tangle | undefined {
  for (const deepest of [nestingDepth(text), openTags(text)]) if (deepest.depth > MOST_DEEP) return deepest
  const { signs, lines } = crowdedParagraph(text)
  if (signs.count > MOST_SIGNS) return { depth: signs.count, other: 'crowded', line: signs.line }
  return lines.count > MOST_LINES ? { depth: lines.count, other: 'lines', line: lines.line } : undefined
}

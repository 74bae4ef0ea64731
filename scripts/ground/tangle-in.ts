// What keeps a parser busy without end, found before anything parses it.
import { crowdedParagraph, MOST_SIGNS } from './crowded-paragraph.ts'
import { nestingDepth } from './nesting-depth.ts'

export interface Tangle {
  readonly depth: number
  /** Side by side in one paragraph, and not within each other. */
  readonly other?: 'crowded'
  readonly line: number
}

const MOST_DEEP = 100

/** The deepest nesting, or the paragraph with the most signs, where it is beyond what can be read. */
export function tangleIn(text: string): Tangle | undefined {
  const deepest = nestingDepth(text)
  if (deepest.depth > MOST_DEEP) return deepest
  const { signs, line } = crowdedParagraph(text)
  return signs > MOST_SIGNS ? { depth: signs, other: 'crowded', line } : undefined
}

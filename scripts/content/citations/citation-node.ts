// A citation in the tree of a text.
import type { Literal } from 'mdast'
import type { Cite } from '../../model/citations.ts'

export interface Citation extends Omit<Literal, 'value'> {
  type: 'citation'
  cites: readonly Cite[]
  /** `@key` in a sentence. */
  isInSentence?: true
  /** It is a note of its own. */
  isNote?: true
  /** As it stands in the text. */
  typed: string
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation
  }
  interface RootContentMap {
    citation: Citation
  }
}

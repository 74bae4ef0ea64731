// What blocks are written as, and what is known while they are written. Types only.
import type { Literal, Parent, RootContent } from 'mdast'
import type { Paragraph } from './pieces.ts'
import type { Telling } from './telling.ts'
import type { Written } from './written.ts'

declare module 'mdast' {
  interface RootContentMap {
    written: WrittenText
    fenced: Fenced
  }
  interface PhrasingContentMap {
    written: WrittenText
  }
  interface BlockContentMap {
    fenced: Fenced
  }
}

/** A line that is Markdown already. */
export interface WrittenText extends Literal {
  type: 'written'
  value: string
}

/** A block of the dialect: `:::callout`. */
export interface Fenced extends Parent {
  type: 'fenced'
  head: string
  children: RootContent[]
}

export interface Writing extends Written {
  readonly idOf: (paragraph: Paragraph) => string | undefined
  readonly telling: Telling
}

// What is known, and what is gathered, while a Word file is read from its first paragraph to its last. Types only.

import type { Counted } from './count-items.ts'
import type { Element } from './element.ts'
import type { OpenField } from './fields.ts'
import type { Relations } from './open-package.ts'
import type { PictureStore } from './picture-store.ts'
import type { Block } from './pieces.ts'
import type { Numbering } from './read-numbering.ts'
import type { Styles } from './read-styles.ts'
import type { Telling } from './telling.ts'

export interface Change {
  readonly kind: 'inserted' | 'moved' | 'deleted' | 'hidden'
  readonly author: string
  words: string
  readonly paragraph: number
}

export interface Reading {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly count: (id: string, level: number) => Counted | undefined
  /** The language of most of its words. */
  readonly main: string | undefined
  readonly relations: Relations
  /** Parts that are drawn: charts, diagrams. */
  readonly drawn: ReadonlyMap<string, Element>
  readonly pictures: PictureStore
  readonly telling: Telling
  /** For what stands within a line and holds paragraphs: a text box. */
  readonly blocksOf: (element: Element, reading: Reading) => Block[]
  readonly gathered: Gathered
}

/** What grows while it is read. */
export interface Gathered {
  readonly fields: OpenField[]
  readonly changes: Change[]
  /** The words between the two marks of a comment, by its id. */
  readonly beside: Map<string, string>
  readonly openComments: Set<string>
  paragraph: number
  /** The mark at the end of the last paragraph was struck out. */
  joinsNext: boolean
  pageBreaks: number
  contents: number
  /** Words of this paragraph that fields keep and do not show. */
  unseen: string
  indexEntries: number
  /** Words that Word shows in capitals. */
  readonly capitals: string[]
  /** Signs by which an author calls notes, by the notes. */
  readonly ownMarks: Map<string, string>
  readonly numberedHeadings: string[]
  /** Items whose numbers stand between signs, as `(5)`, each with its words. */
  readonly setOffNumbers: string[]
  /** Words of cells that run upwards or downwards. */
  readonly turned: string[]
}

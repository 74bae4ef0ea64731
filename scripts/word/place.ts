// Where in the text a paragraph stands, which says how it is set.
import type { StyleId } from './styles.ts'

export interface Format {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly strike?: boolean
  readonly underline?: boolean
  readonly highlight?: boolean
  readonly code?: boolean
  readonly raised?: 'superscript' | 'subscript'
  /** The number of a note that Word does not count itself. */
  readonly isCall?: boolean
  /** Of the words, where it is not the publication's. */
  readonly language?: string
}

export interface Place {
  readonly style: StyleId
  readonly format: Format
  /** `3:14`, of the nearest element that knows it. */
  readonly source?: string
  readonly column?: number
  /** The item whose first paragraph is still to come. */
  readonly item?: { readonly list: number; readonly level: number; taken: boolean }
  /** Depth of the list around it, 0 for none. */
  readonly depth: number
  readonly box?: 'callout' | 'side' | 'quote'
  readonly alignment?: 'right' | 'center'
  readonly keepNext?: boolean
}

export const TOP: Place = { style: 'BodyText', format: {}, depth: 0 }

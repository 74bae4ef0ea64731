import type { Format } from './place.ts'
import type { Xml } from './xml.ts'

/** A stretch of words, or a thing that stands among them. */
export type Piece =
  | { readonly text: string; readonly format: Format; readonly link?: Link }
  | { readonly node: Xml; readonly link?: Link; readonly isSeen?: boolean }
  | { readonly isBreak: true; readonly link?: Link }

export interface Link {
  /** An address, or `#anchor`. */
  readonly href: string
}

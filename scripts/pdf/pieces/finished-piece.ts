import type { LinkWords } from '../tags/describe-links.ts'
import type { Subset } from './read-subset.ts'
import type { Texts } from './texts.ts'

/** All that a finished piece is made of: the same task has the same answer, whoever does it, and whenever. */
export interface PieceTask {
  /** As the browser printed it. */
  readonly bytes: Uint8Array
  /** Undefined where nothing is tagged: for the press. */
  readonly tags?: {
    /** Whether running heads are printed, by index of the page. */
    readonly hasHeads: readonly boolean[]
    readonly words: LinkWords
  }
  /** Of the paper, upright; undefined for the press, whose sheets are larger. */
  readonly trimMm?: { readonly widthMm: number; readonly heightMm: number }
}

/**
 * A stretch of the book's pages, ready to be joined with the others: plain data, which can go from thread to thread
 * and into a file. Objects have the numbers that they have in their piece.
 */
export interface FinishedPiece {
  /** Those of the objects first, in their order; others are named by their index. */
  readonly texts: Texts
  readonly objects: {
    readonly numbers: Uint32Array
    /** Where in `streams` each one's bytes end, which begin where those before end; -1 for an object without. */
    readonly streamEnds: Int32Array
    readonly streams: Uint8Array
    /** Of what other pieces may have too; '' of what is this piece's alone. */
    readonly digests: readonly string[]
  }
  readonly pages: readonly number[]
  /** What the pages name as their parent: it is made in the book. */
  readonly pageTree: number
  readonly faces: readonly (Subset & { readonly number: number })[]
  /** Places are texts. */
  readonly bookmarks: readonly { readonly title: string; readonly place?: number }[]
  readonly destinations: readonly { readonly anchor: string; readonly place: number }[]
  /** Undefined when the browser tagged nothing. */
  readonly structure?: PieceStructure
}

export interface PieceStructure {
  /** The element `Document`, made in the book; its text lacks parent and kids. */
  readonly document: { readonly number: number; readonly text: number }
  /** What stands directly in it. Their texts lack parent and kids. */
  readonly tops: readonly TopElement[]
  /** Elements, or lists of them, in the order of the keys by which pages, forms and annotations name them. */
  readonly parents: readonly number[]
  /** Ids as they are counted in the piece, and their elements. */
  readonly ids: readonly { readonly id: string; readonly number: number }[]
  /** How many ids of each kind were counted. */
  readonly counted: { readonly cell: number; readonly note: number }
  readonly types: readonly string[]
  /** Abbreviations as they are shown, in the order of the text. */
  readonly abbreviations: readonly string[]
  readonly headings: readonly { readonly number: number; readonly text: string }[]
}

export interface TopElement {
  readonly number: number
  readonly text: number
  /** The text of its kids, one behind the other. */
  readonly kids: number
  /** For a section of the book: the number of its part, '' for one in none. */
  readonly part?: string
}

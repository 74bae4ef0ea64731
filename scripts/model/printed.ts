// What the browser printed, and where all of it came to stand.
import type { Finding } from './finding.ts'
import type { PressPrint } from './press.ts'
import type { PrintedPiece } from './printed-piece.ts'

export interface PageMap {
  readonly total: number
  /** Physical page, from 1, of every anchor. */
  readonly anchors: Readonly<Record<string, number>>
  /** In order, blanks among them. */
  readonly runs: readonly {
    readonly id: string
    readonly first: number
    readonly pages: number
    /** How much of its last page is filled, 0 to 1. */
    readonly filled: number
    readonly blank: boolean
  }[]
}

/** A run of characters as it stood in the printed document. */
export interface PrintedText {
  /** `3:14` when it came from a file, else ''. */
  readonly src: string
  /** True for text that the pipeline made: numbers, labels, panels. */
  readonly made: boolean
  readonly text: string
}

export interface PrintedAlt {
  readonly text: string
  /** `3:14`, where the picture stands in its file; '' for one that the pipeline made. */
  readonly src: string
}

export interface PrintedPdf {
  /** Tagged, for the screen, in order; none where only the press edition is made, or nothing could be printed. */
  readonly pieces: readonly PrintedPiece[]
  readonly press?: PressPrint
  readonly pageMap: PageMap
  /** All tagged text in document order, read from the page that was printed, page numbers filled in. */
  readonly text: readonly PrintedText[]
  /** Alternative texts of pictures and charts in document order. */
  readonly alts: readonly PrintedAlt[]
  /** The exact HTML that was printed. */
  readonly html: string
  /** Name and version. */
  readonly browser: string
  /** False where it had to run without its sandbox. */
  readonly isSandboxed: boolean
  /** Number of prints it took. */
  readonly prints: number
  /** Those of the press print are its own. */
  readonly findings: readonly Finding[]
}

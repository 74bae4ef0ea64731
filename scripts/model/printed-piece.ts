/** A contiguous stretch of the book's pages, as a browser printed it: a file of its own. */
export interface PrintedPiece {
  readonly bytes: Uint8Array
  /** Physical page of the book, from 1, that is its first. */
  readonly first: number
  readonly pages: number
  /** Whether it begins within the section in which the piece before it ends. */
  readonly continues: boolean
  /** Whether an earlier build had printed it. */
  readonly remembered: boolean
  /** For how long a browser was at it in this build. */
  readonly seconds: number
}

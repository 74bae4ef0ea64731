import type { FinishedPiece } from './finished-piece.ts'

export interface PieceOfBook extends FinishedPiece {
  /** Whether it begins within the section in which the piece before it ends. */
  readonly continues: boolean
}

/** A piece on its way into the book. */
export interface Joining {
  readonly piece: PieceOfBook
  /** Numbers of objects in the book by those in the piece. */
  readonly numbers: Map<number, number>
  /** How much was counted in the pieces before. */
  readonly before: { readonly cell: number; readonly note: number; readonly key: number }
  /** A text of the piece, as it reads in the book. */
  readonly textAt: (index: number) => string
}

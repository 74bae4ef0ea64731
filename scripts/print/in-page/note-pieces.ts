// Runs inside the browser: it can use nothing but what stands in the function itself, and what it brings.
import type { End, Sheet } from './end-of-page.ts'

/** A note, and where its lines may be parted: pixels from its head. */
export interface Note {
  readonly element: HTMLElement
  readonly height: number
  readonly cuts: () => readonly number[]
}

/** A note, or what of it stands on one page. */
export interface Piece {
  readonly note: Note
  readonly from: number
  readonly to: number
}

/** Where a note is called for the first time. */
export interface Call {
  readonly page: number
  /** The line of the call. */
  readonly top: number
  readonly bottom: number
  /** The note, and those that are called in it. */
  readonly notes: readonly Note[]
}

export interface Settlement {
  readonly pieces: readonly Piece[]
  readonly rest: readonly Piece[]
  readonly end: End | undefined
}

export interface Foot {
  readonly sheet: Sheet
  /** Above the notes of a page, with the line. */
  readonly space: number
}

export const whole = (note: Note): Piece => ({ note, from: 0, to: note.height })

export function heightOf(pieces: readonly Piece[], { space }: Foot): number {
  if (pieces.length === 0) return 0
  // The pixel keeps the last line from being pushed over.
  return space + 1 + pieces.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** The part of a piece that has room, and what goes on; undefined where no place to part them lies above. */
export function cutPiece({ note, from, to }: Piece, room: number): readonly [Piece, Piece] | undefined {
  const at = note.cuts().findLast((cut) => cut > from && cut < to && cut - from <= room + 0.5)
  return at === undefined
    ? undefined
    : [
        { note, from, to: at },
        { note, from: at, to },
      ]
}

export function carriedOn(
  carried: readonly Piece[],
  most: number,
  foot: Foot,
): { pieces: readonly Piece[]; rest: readonly Piece[] } {
  const pieces: Piece[] = []
  const rest: Piece[] = []
  for (const piece of carried) {
    const fits = rest.length === 0 && heightOf([...pieces, piece], foot) <= most
    if (fits) pieces.push(piece)
    else {
      const used = pieces.length > 0 ? heightOf(pieces, foot) : foot.space + 1
      const parted = rest.length === 0 ? cutPiece(piece, most - used) : undefined
      if (parted) pieces.push(parted[0])
      rest.push(parted ? parted[1] : piece)
    }
  }
  // What can nowhere be parted stands where it may.
  if (pieces.length === 0 && rest.length > 0) pieces.push(rest.shift()!)
  return { pieces, rest }
}

/** Notes of some of the calls, in the order of the text. */
export const inOrder = (some: readonly Call[], calls: readonly Call[]): Note[] =>
  calls.filter((call) => some.includes(call)).flatMap(({ notes }) => notes)

/** All that the functions of this file call. */
export const PARTING = [whole, heightOf, cutPiece, carriedOn, inOrder]

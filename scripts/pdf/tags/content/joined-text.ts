/** Where text stands, as printed and as written; lengths are in text space, from where Tm put the line. */
export interface JoinedText {
  /** Where the line begins, and its next glyph. */
  x: number
  y: number
  at: number
  /** The same as written. `pen` is NaN where only a Td tells. */
  writtenX: number
  writtenY: number
  pen: number
  /** A glyph may stand so far from where it was printed; NaN until somebody asks. */
  tolerance: number
  /** The last Td, when nothing has been shown since; -1 for none. */
  moveFrom: number
  moveTo: number
  /**
   * The run that is open: its bytes, or -1, and what is to be written for them: bytes, for a string that grows by
   * each glyph is costly.
   */
  from: number
  to: number
  body: Buffer
  length: number
  isInString: boolean
  isArray: boolean
  /** Whether letters are spaced by the text state: Chromium never does it, and all is left as it is. */
  isOff: boolean
}

export const joinedText = (): JoinedText => ({
  x: 0,
  y: 0,
  at: 0,
  writtenX: 0,
  writtenY: 0,
  pen: 0,
  tolerance: Number.NaN,
  moveFrom: -1,
  moveTo: -1,
  from: -1,
  to: -1,
  body: Buffer.alloc(512),
  length: 0,
  isInString: false,
  isArray: false,
  isOff: false,
})

/** BT or Tm: the line begins where it says. */
export function beginLine(joined: JoinedText): void {
  joined.x = joined.y = joined.at = joined.writtenX = joined.writtenY = joined.pen = 0
  joined.tolerance = Number.NaN
  joined.moveFrom = -1
}

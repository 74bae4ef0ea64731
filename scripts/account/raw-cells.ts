// The cells of a table as its file has them, before anybody says what they are. Types only.

export interface RawSheet {
  /** As its tab says; '' for a file that is one sheet. */
  readonly name: string
  readonly cells: readonly RawCell[]
}

export interface RawCell {
  /** Its row in the sheet, or its line in the file, from 1. */
  readonly line: number
  /** From 0. */
  readonly column: number
  readonly text: string
  /** Of a cell that holds a number and not the signs by which it is shown. */
  readonly number?: number
  /** The same, as days since the end of 1899. */
  readonly serial?: number
  readonly isHidden?: boolean
}

/** `A` for 0, `AA` for 26. */
export const lettersOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : lettersOf(Math.floor(column / 26) - 1) + lettersOf(column % 26)

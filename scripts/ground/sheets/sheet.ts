// A table as a spreadsheet or a file of CSV holds it, before anybody says what its columns are. Types only.

export interface Sheet {
  /** As its tab says; '' for a file that is one sheet. */
  readonly name: string
  /** Those that hold something, in their order. */
  readonly rows: readonly SheetRow[]
  readonly merged: readonly MergedCells[]
  /** What its maker does not show: left out here. Columns by their letters. */
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly string[]
}

export interface SheetRow {
  /** Its number in the sheet, or its line in the file, from 1. */
  readonly line: number
  /** From the first column on. */
  readonly cells: readonly SheetCell[]
}

export interface SheetCell {
  /** As the sheet shows it. */
  readonly text: string
  /** Of a number that its format shows as something else: `(1,234)`, `12 kg`. */
  readonly shown?: string
  /** Of a date: 2013-07-26. */
  readonly day?: string
  readonly fault?: 'no-result' | 'error-value'
}

/** From 0, both ends within. `firstRow` and `lastRow` are numbers of rows as the sheet has them. */
export interface MergedCells {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

export const EMPTY: SheetCell = { text: '' }

/** More is no table for a paper. */
export const MOST_ROWS = 5000
export const MOST_COLUMNS = 200

/** `A` for 0, `AB` for 27. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (column % 26))
}

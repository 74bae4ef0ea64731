// What is known of a table before it is understood, and what two steps share.
import { firstOfMany } from '../../ground/language/first-of-many.ts'
import type { DataQuestion } from '../../model/data.ts'
import type { CellNumber } from './number-in-cell.ts'
import type { SaidOfTable } from './said-of-table.ts'
import type { TableColumn } from './sheet-table.ts'
import type { TellPlace } from './tell-place.ts'

export interface TableContext {
  readonly id: string
  readonly language: string
  /** What the file says of all its tables. */
  readonly said: SaidOfTable
  readonly place: TellPlace
  readonly separator: string
  readonly sheet: NonNullable<DataQuestion['sheet']>
}

export interface ColumnNumbers {
  readonly column: TableColumn
  readonly numbers: readonly CellNumber[]
}

const MOST = 5

export const quoted = (texts: readonly string[]): string =>
  firstOfMany(
    texts.map((text) => `“${text}”`),
    MOST,
  )

// What of a sheet is its table: names of columns, rows, and the words above and below.
import {
  columnLetters,
  EMPTY,
  type MergedCells,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from '../../ground/sheets/sheet.ts'

export interface SheetTable {
  /** All that stand in its first row or below it. */
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** Rows of one cell above and below it, in their order. */
  readonly beside: readonly Beside[]
}

export interface TableColumn {
  /** '' where nobody named it. */
  readonly name: string
  /** `C`, as the sheet calls it. */
  readonly letters: string
  readonly cells: readonly SheetCell[]
}

export interface TableRow {
  readonly line: number
}

export interface Beside {
  readonly line: number
  readonly text: string
  readonly isAbove: boolean
}

export function tableOf(sheet: Sheet): SheetTable {
  const rows = filledDown(sheet)
  const first = Math.min(...rows.map(({ cells }) => cells.findIndex(isFilled)))
  const isBeside = ({ cells }: SheetRow): boolean =>
    cells.filter(isFilled).length === 1 && cells.findIndex(isFilled) === first
  const isWide = rows.some((row) => !isBeside(row))
  const head = isWide ? rows.findIndex((row) => !isBeside(row) && !SAYS.test(wordsOf(row))) : 0
  const last = isWide ? rows.findLastIndex((row) => !isBeside(row)) : rows.length - 1
  const tail = rows.slice(last + 1)
  const notes = tail.findIndex((row, index) => isNote(row, rows[last + index]))
  const end = notes < 0 ? rows.length : last + 1 + notes
  const names = rows.slice(head, head + rowsOfNames(sheet.merged, rows, head))
  const body = rows.slice(head + names.length, end)
  return {
    columns: columnsOf(names, body, sheet.merged),
    rows: body.map(({ line }) => ({ line })),
    beside: [
      ...rows.slice(0, head).map((row) => besideOf(row, true)),
      ...rows.slice(end).map((row) => besideOf(row, false)),
    ],
  }
}

const isFilled = ({ text, fault }: SheetCell): boolean => text !== '' || fault !== undefined

/** `Source: Ofcom`, in one cell or in two. */
const SAYS = /^#?\s*(?:source|title|unit|note|of|question)s?\s*:/i

const wordsOf = ({ cells }: SheetRow): string =>
  cells
    .filter(isFilled)
    .map(({ text }) => text)
    .join(' ')

const besideOf = (row: SheetRow, isAbove: boolean): Beside => ({
  line: row.line,
  text: wordsOf(row).replace(/\s+/g, ' ').replace(/^#\s*/, ''),
  isAbove,
})

const LONG = 60

/** A name without numbers may be a row; what stands apart, or reads as a note, is none. */
function isNote(row: SheetRow, before: SheetRow | undefined): boolean {
  const words = wordsOf(row)
  const isApart = row.line > (before?.line ?? row.line) + (before ? linesOf(before) : 1)
  return isApart || SAYS.test(words) || words.length > LONG || /^(?:[*†‡[]|\(?\d+[).])/.test(words)
}

/** A cell of a file of CSV may go on over lines. */
const linesOf = ({ cells }: SheetRow): number =>
  cells.reduce((sum, { text }) => sum + text.split('\n').length - 1, 1)

/** A name that is written once over several rows stands in each of them. */
function filledDown({ rows, merged }: Sheet): SheetRow[] {
  const down = merged.filter((one) => one.lastRow > one.firstRow && one.firstColumn === one.lastColumn)
  if (down.length === 0) return [...rows]
  const cellsAt = new Map(rows.map(({ line, cells }) => [line, cells]))
  return rows.map(({ line, cells }) => {
    const filled = [...cells]
    for (const { firstRow, lastRow, firstColumn } of down) {
      if (line <= firstRow || line > lastRow) continue
      while (filled.length <= firstColumn) filled.push(EMPTY)
      filled[firstColumn] = cellsAt.get(firstRow)?.[firstColumn] ?? EMPTY
    }
    return { line, cells: filled }
  })
}

/** Names that stand over several columns have further names below them. */
function rowsOfNames(merged: readonly MergedCells[], rows: readonly SheetRow[], head: number): number {
  let count = 1
  for (; head + count < rows.length; count += 1) {
    const line = rows[head + count - 1]?.line ?? 0
    const here = merged.filter(({ firstRow }) => firstRow === line)
    if (!here.some((one) => one.lastRow > one.firstRow || one.lastColumn > one.firstColumn)) break
  }
  return count
}

function columnsOf(
  names: readonly SheetRow[],
  body: readonly SheetRow[],
  merged: readonly MergedCells[],
): TableColumn[] {
  const width = Math.max(0, ...[...names, ...body].map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, column): TableColumn => {
    const named = names.map((row) => nameAt(row, column, merged)).filter((name) => name !== '')
    return {
      name: [...new Set(named)].join(' ').replace(/\s+/g, ' '),
      letters: columnLetters(column),
      cells: body.map(({ cells }) => cells[column] ?? EMPTY),
    }
  })
  return columns.filter(({ name, cells }) => name !== '' || cells.some(isFilled))
}

/** Its own, or the one that stands over it and its neighbours. */
function nameAt({ line, cells }: SheetRow, column: number, merged: readonly MergedCells[]): string {
  const over = merged.find(
    (one) =>
      one.firstRow <= line && one.lastRow >= line && one.firstColumn <= column && one.lastColumn >= column,
  )
  return cells[over ? over.firstColumn : column]?.text ?? ''
}

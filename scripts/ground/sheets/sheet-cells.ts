// One sheet of a workbook: its cells as they are shown, and what of it is merged or hidden.
import { type CellFormats, shownNumber } from './cell-formats.ts'
import {
  columnLetters,
  EMPTY,
  type MergedCells,
  MOST_COLUMNS,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from './sheet.ts'
import { readOrThrow, WorkbookError } from './workbook-parts.ts'

export interface SheetContext {
  readonly name: string
  readonly strings: readonly string[]
  readonly formats: CellFormats
  readonly language: string
  readonly isFrom1904: boolean
  readonly mostRows: number
}

export interface ReadSheet {
  readonly sheet: Sheet
  /** Formulas that ask another program. */
  readonly asking: readonly string[]
}

/** What has been read of a cell so far. */
interface OpenCell {
  readonly column: number
  readonly kind: string
  readonly style: number
  value: string
  formula: string
  hasFormula: boolean
}

/** What is known while the XML of a sheet is read. */
interface Reading {
  readonly rows: { line: number; isHidden: boolean; cells: SheetCell[] }[]
  readonly hidden: { first: number; last: number }[]
  readonly merged: MergedCells[]
  readonly asking: string[]
  cell: OpenCell | undefined
  inside: string
  /** How a text is to be spoken, which is no part of it. */
  isSpoken: boolean
}

/** Throws WorkbookError. */
export function readSheetCells(xml: string, context: SheetContext): ReadSheet {
  const reading: Reading = {
    rows: [],
    hidden: [],
    merged: [],
    asking: [],
    cell: undefined,
    inside: '',
    isSpoken: false,
  }
  readOrThrow(xml, {
    opens: (name, attribute) => opens(name, attribute, reading),
    says: (text) => says(text, reading),
    closes: (name) => closes(name, reading, context),
  })
  const { rows, hidden, merged, asking } = reading
  return { sheet: seen(rows, hidden, merged, context.name), asking }
}

function opens(name: string, attribute: (key: string) => string | undefined, reading: Reading): void {
  const { rows, hidden, merged } = reading
  reading.inside = name
  if (name === 'rPh') reading.isSpoken = true
  if (name === 'col' && isOn(attribute('hidden')))
    hidden.push({ first: Number(attribute('min')) - 1, last: Number(attribute('max')) - 1 })
  if (name === 'mergeCell') merged.push(...mergedAt(attribute('ref') ?? ''))
  if (name === 'row') {
    const line = Number(attribute('r') ?? (rows.at(-1)?.line ?? 0) + 1)
    rows.push({ line, isHidden: isOn(attribute('hidden')), cells: [] })
  }
  if (name === 'c') {
    const column = columnAt(attribute('r')) ?? rows.at(-1)?.cells.length ?? 0
    const style = Number(attribute('s') ?? 0)
    reading.cell = { column, kind: attribute('t') ?? 'n', style, value: '', formula: '', hasFormula: false }
  }
  if (name === 'f' && reading.cell) reading.cell.hasFormula = true
}

function says(text: string, { cell, inside, isSpoken }: Reading): void {
  if (!cell || isSpoken) return
  if (inside === 'v' || inside === 't') cell.value += text
  if (inside === 'f') cell.formula += text
}

function closes(name: string, reading: Reading, context: SheetContext): void {
  const { rows, cell } = reading
  reading.inside = ''
  if (name === 'rPh') reading.isSpoken = false
  const row = rows.at(-1)
  if (name === 'row' && row?.cells.length === 0) rows.pop()
  if (name !== 'c' || !cell || !row) return
  if (/\w\|[^|]*!/.test(cell.formula)) reading.asking.push(`${columnLetters(cell.column)}${row.line}`)
  put(row.cells, cell, context)
  const { mostRows } = context
  if (rows.length > mostRows) throw new WorkbookError({ problem: 'too-many-rows', most: mostRows })
  reading.cell = undefined
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

/** `XFD` is 16,383, the last that a sheet has. */
const columnAt = (reference = ''): number | undefined => {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function mergedAt(reference: string): MergedCells[] {
  const [, from, first, to, last] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
  const [firstColumn, lastColumn] = [columnAt(`${from}1`), columnAt(`${to}1`)]
  if (firstColumn === undefined || lastColumn === undefined) return []
  return [{ firstRow: Number(first), lastRow: Number(last), firstColumn, lastColumn }]
}

function put(cells: SheetCell[], open: OpenCell, context: SheetContext): void {
  const made = cellOf(open, context)
  if (made.text === '' && !made.fault) return
  if (open.column >= MOST_COLUMNS)
    throw new WorkbookError({ problem: 'too-many-columns', most: MOST_COLUMNS })
  while (cells.length < open.column) cells.push(EMPTY)
  cells[open.column] = made
}

function cellOf({ kind, style, value, hasFormula }: OpenCell, context: SheetContext): SheetCell {
  if (hasFormula && value === '' && kind !== 'str') return { text: '', fault: 'no-result' }
  if (kind === 'e') return { text: value, fault: 'error-value' }
  if (kind === 's') return { text: plain(context.strings[Number(value)] ?? '') }
  if (kind === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' }
  if (kind === 'd') return { text: value.slice(0, 10), day: value.slice(0, 10) }
  const number = Number(value)
  if (kind !== 'n' || value.trim() === '' || !Number.isFinite(number)) return { text: plain(value) }
  return shownNumber(number, context.formats(style), context)
}

/** What XML cannot hold is written as `_x000D_`. */
export const plain = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .trim()

interface ReadRow extends SheetRow {
  readonly isHidden: boolean
}

/** Without what is hidden, of which the places are kept. */
function seen(
  rows: readonly ReadRow[],
  columns: readonly { first: number; last: number }[],
  merged: readonly MergedCells[],
  name: string,
): Sheet {
  const isHidden = (column: number): boolean =>
    columns.some(({ first, last }) => column >= first && column <= last)
  const shown = rows.filter((row) => !row.isHidden)
  const hidden = new Set<number>()
  const left = shown.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, column) => {
      if (!isHidden(column) || cell.text === '') return cell
      hidden.add(column)
      return EMPTY
    }),
  }))
  return {
    name,
    rows: left.filter(({ cells }) => cells.some(({ text, fault }) => text !== '' || fault)),
    merged,
    hiddenRows: rows.filter((row) => row.isHidden).map(({ line }) => line),
    hiddenColumns: [...hidden].sort((one, other) => one - other).map(columnLetters),
  }
}

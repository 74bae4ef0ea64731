// What an editor is to know of a table: cells without numbers, columns that are left, names that lack.
import { firstOfMany } from '../../ground/language/first-of-many.ts'
import { typedNumber } from '../../ground/language/typed-number.ts'
import type { SheetCell } from '../../ground/sheets/sheet.ts'
import type { Finding } from '../../model/finding.ts'
import type { ColumnRoles } from './column-roles.ts'
import type { SheetTable, TableColumn } from './sheet-table.ts'
import { type ColumnNumbers, quoted, type TableContext } from './table-context.ts'
import type { TellPlace } from './tell-place.ts'
import { placeOfTile } from './tile-place.ts'
import { unclearNumbers } from './unclear-numbers.ts'

const lineAt = ({ rows }: SheetTable, row: number): number => rows[row]?.line ?? 1

const wordsIn = (cells: readonly SheetCell[]): string =>
  quoted([...new Set(cells.map(({ text }) => text).filter((text) => text !== ''))])

/** Columns that nothing is made of, and places that are none. */
export function columnsTold(roles: ColumnRoles, table: SheetTable, place: TellPlace): Finding[] {
  const places = roles.at?.cells.findIndex(({ text }) => text !== '' && !placeOfTile(text)) ?? -1
  const where = { line: lineAt(table, places), letters: roles.at?.letters ?? '' }
  const written = roles.at?.cells[places]?.text ?? ''
  return [
    ...roles.left.map(({ name, cells }) =>
      place.tell('sheet-is-all-used', { problem: 'column-is-left', column: name, words: wordsIn(cells) }),
    ),
    ...(roles.note && roles.note.name !== 'note' && wordsIn(roles.note.cells) !== ''
      ? [place.tell('sheet-is-all-used', { problem: 'name-is-left', column: roles.note.name })]
      : []),
    ...roles.nameless.map((column) => {
      const line = lineAt(
        table,
        column.cells.findIndex(({ text }) => text !== ''),
      )
      const facts = { column: column.letters, words: wordsIn(column.cells) }
      return place.tell('sheet-has-names', { problem: 'no-name', ...facts }, { ...column, line })
    }),
    ...(places < 0
      ? []
      : [place.tell('sheet-number-is-clear', { problem: 'place-is-none', written }, where)]),
  ]
}

/** Two columns of one name, a row of none, a first row that is one of numbers. */
export function namesTold(
  roles: ColumnRoles,
  table: SheetTable,
  { place, language }: TableContext,
): Finding[] {
  const names = roles.numbers.map(({ name }) => name)
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  const isOdd = ({ name }: TableColumn): boolean =>
    typedNumber(name, language) !== undefined && !/^\d{4}$/.test(name)
  const cellsOf = (row: number): SheetCell[] =>
    [...roles.numbers, ...roles.left].flatMap(({ cells }) => cells[row] ?? [])
  return [
    ...twice.map((name) => place.tell('sheet-has-names', { problem: 'twice', name })),
    ...(names.length > 0 && roles.numbers.every(isOdd)
      ? [place.tell('sheet-has-names', { problem: 'first-row-is-numbers', words: quoted(names) })]
      : []),
    ...table.rows.flatMap(({ line }, row) =>
      roles.label?.cells[row]?.text === ''
        ? [place.tell('sheet-has-names', { problem: 'no-label', words: wordsIn(cellsOf(row)) }, { line })]
        : [],
    ),
  ]
}

/** Cells that give none, that give more than one, and that give one in words of another. */
export function numbersTold(
  read: readonly ColumnNumbers[],
  table: SheetTable,
  { place, language, separator }: TableContext,
): Finding[] {
  return [
    ...noneGiven(read, table, place),
    ...read.flatMap((one) => faultsIn(one, table, place)),
    ...read.flatMap(({ column }) => {
      const unclear = unclearNumbers(column, language, separator === ';')
      if (!unclear) return []
      const cell = { line: lineAt(table, unclear.row), letters: column.letters }
      return [place.tell('sheet-number-is-clear', unclear.facts, cell)]
    }),
  ]
}

/** The last row, or the first, where it has the name of a sum and is one: a chart draws it beside its parts. */
export function sumTold(
  read: readonly ColumnNumbers[],
  { label }: ColumnRoles,
  table: SheetTable,
  place: TellPlace,
): Finding[] {
  const isSum = (row: number): boolean =>
    read.every(({ numbers }) => {
      const total = numbers[row]?.value.number
      const parts = numbers.flatMap(({ value }, index) => (index === row ? [] : (value.number ?? [])))
      const sum = parts.reduce((whole, part) => whole + part, 0)
      // Parts may be rounded.
      return total !== undefined && parts.length > 1 && Math.abs(sum - total) <= Math.abs(total) / 100
    })
  const row = [table.rows.length - 1, 0].find((one) => SUM.test(label?.cells[one]?.text ?? '') && isSum(one))
  if (row === undefined) return []
  const facts = { problem: 'row-is-sum', row: label?.cells[row]?.text ?? '' } as const
  return [
    place.tell('sheet-number-is-clear', facts, { line: lineAt(table, row), letters: label?.letters ?? '' }),
  ]
}

const SUM =
  /^(?:(?:grand |sub-?)?totals?|sum|all|overall|altogether|(?:gesamt)?summe|gesamt|insgesamt|ensemble|totale|totaal|i alt|totalt|suma|razem|cyfanswm)\b/i

const MOST_CELLS = 6

function noneGiven(read: readonly ColumnNumbers[], table: SheetTable, place: TellPlace): Finding[] {
  const cells = read.flatMap(({ column, numbers }) =>
    numbers.flatMap(({ is, value }, row) => {
      if (is !== 'none') return []
      const name = place.nameOf(lineAt(table, row), column.letters)
      return [value.typed === '' ? name : `“${value.typed}” (${name})`]
    }),
  )
  if (cells.length === 0) return []
  const facts = { cells: firstOfMany(cells, MOST_CELLS), count: cells.length }
  return [place.tell('sheet-number-is-given', { problem: 'none-given', ...facts })]
}

function faultsIn({ column, numbers }: ColumnNumbers, table: SheetTable, place: TellPlace): Finding[] {
  const taken = numbers.filter(({ is }) => is === 'taken').length
  let isTold = false
  return numbers.flatMap(({ is, value }, row) => {
    const cell = { line: lineAt(table, row), letters: column.letters }
    const { text = '', shown } = column.cells[row] ?? {}
    const rule = 'sheet-number-is-clear'
    if (is === 'no-number')
      return [place.tell(rule, { problem: is, written: text, column: column.name }, cell)]
    if (is === 'no-result') return [place.tell(rule, { problem: is }, cell)]
    if (is === 'error-value') return [place.tell(rule, { problem: is, written: text }, cell)]
    if (is !== 'taken' || isTold) return []
    isTold = true
    const facts = { written: shown ?? text, taken: value.typed, column: column.name, count: taken }
    return [place.tell(rule, { problem: 'taken-as', ...facts }, cell)]
  })
}

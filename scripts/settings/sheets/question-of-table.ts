// Rows for charts out of a table, and what is to be told of it.
import { unitOf } from '../../ground/language/unit.ts'
import type { Sheet } from '../../ground/sheets/sheet.ts'
import { trueShare } from '../../ground/true-share.ts'
import type { ChartRow, DataQuestion } from '../../model/data.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { type ColumnRoles, isNamedShare, rolesOf } from './column-roles.ts'
import { numberInCell } from './number-in-cell.ts'
import { isSaid, type SaidOfTable, saidIn, saidInVain, wholeIn, withSaid } from './said-of-table.ts'
import { type Beside, type SheetTable, type TableColumn, tableOf } from './sheet-table.ts'
import { type ColumnNumbers, quoted, type TableContext } from './table-context.ts'
import { columnsTold, namesTold, numbersTold, sumTold } from './tell-of-table.ts'
import type { TellPlace } from './tell-place.ts'
import { placeOfTile } from './tile-place.ts'

export interface ReadTable {
  readonly question?: DataQuestion
  readonly findings: readonly Finding[]
}

export function questionOfTable(sheet: Sheet, context: TableContext): ReadTable {
  const { language, place } = context
  const table = tableOf(sheet)
  const roles = rolesOf(table, language)
  const { said, left: others } = saidBeside(table.beside, context.said)
  const left = [...others, ...saidInVain(said, language)]
  const told =
    left.length === 0
      ? []
      : [place.tell('sheet-is-all-used', { problem: 'words-are-left', words: quoted(left) })]
  if (roles.numbers.length === 0)
    return { findings: [...told, place.tell('sheet-is-read', { problem: 'no-numbers' })] }
  const numbers = roles.numbers.map((column) => numbersIn(column, language))
  const shares = roles.percent && numbersIn(roles.percent, language)
  const read = [...numbers, ...(shares ? [shares] : [])]
  const rows = table.rows.map((_, row) => rowOf(row, roles, numbers, shares))
  const kept = table.rows.flatMap((_, row) => (rows[row]?.label ? [row] : []))
  return {
    question: {
      id: context.id,
      question: said.question ?? said.title ?? '',
      ...wholeAndUnit(said, language),
      series: roles.numbers.map(({ name }) => name),
      heads: { label: roles.label?.name ?? '', share: roles.percent?.name ?? '' },
      rows: kept.flatMap((row) => rows[row] ?? []),
      source: said.source ?? '',
      sheet: context.sheet,
      place: { file: place.file, lines: kept.map((row) => table.rows[row]?.line ?? 1) },
    },
    findings: [
      ...told,
      ...columnsTold(roles, table, place),
      ...namesTold(roles, table, context),
      ...numbersTold(read, table, context),
      ...sumTold(numbers, roles, table, place),
      ...sharesTold(rows, wholeIn(said.of, language), table, place),
    ],
  }
}

/** A share beside a count can be worked out. */
function sharesTold(
  rows: readonly ChartRow[],
  of: number | undefined,
  table: SheetTable,
  { file, sheet }: TellPlace,
): Finding[] {
  if (of === undefined) return []
  return rows.flatMap(({ count, percent }, row) => {
    const expected = trueShare(percent, count, of)
    if (expected === undefined) return []
    const line = sheet === '' ? { line: table.rows[row]?.line ?? 1 } : {}
    return [finding('share-is-true', { file, ...line }, { share: percent, trueShare: expected, count, of })]
  })
}

/** What is said of the table above and below it, and the words that say something else. */
function saidBeside(
  beside: readonly Beside[],
  ofFile: SaidOfTable,
): { said: SaidOfTable; left: readonly string[] } {
  let said = ofFile
  const left: string[] = []
  for (const { text, isAbove } of beside) {
    const found = saidIn(text)
    if (found && found.key !== 'note' && !isSaid(said, found)) said = withSaid(said, found.key, found.value)
    else if (isAbove && said.title === undefined && !found) said = withSaid(said, 'title', text)
    else left.push(text)
  }
  return { said, left }
}

function wholeAndUnit(said: SaidOfTable, language: string): Pick<DataQuestion, 'of' | 'unit'> {
  const [of, unit] = [wholeIn(said.of, language), unitOf(said.unit ?? '')]
  return { ...(of ? { of } : {}), ...(unit ? { unit } : {}) }
}

const numbersIn = (column: TableColumn, language: string): ColumnNumbers => ({
  column,
  numbers: column.cells.map((cell) => numberInCell(cell, language, isNamedShare(column.name))),
})

function rowOf(
  row: number,
  roles: ColumnRoles,
  numbers: readonly ColumnNumbers[],
  shares: ColumnNumbers | undefined,
): ChartRow {
  const values = numbers.flatMap((one) => one.numbers[row]?.value ?? [])
  const [first] = values
  const label = roles.label?.cells[row]
  const place = placeOfTile(roles.at?.cells[row]?.text)
  const link = roles.link?.cells[row]?.text
  return {
    label: (label?.text ?? '').replace(/\s+/g, ' '),
    ...(label?.day ? { day: label.day } : {}),
    note: (roles.note?.cells[row]?.text ?? '').replace(/\s+/g, ' '),
    count: first?.number ?? 0,
    ...(first?.typed === String(first?.number) ? {} : { typed: first?.typed ?? '' }),
    percent: shares?.numbers[row]?.value.typed ?? '',
    ...(values.length > 1 || first?.number === undefined ? { values } : {}),
    ...(place ? { at: place } : {}),
    ...(link ? { link } : {}),
  }
}

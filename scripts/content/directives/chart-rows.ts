// The numbers behind a chart: rows of a Markdown table, or a question, list or figure of `data/`.
import type { Table, TableRow } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { typedNumber } from '../../ground/language/typed-number.ts'
import { questionNamed, unreadFileOf } from '../../ground/question-named.ts'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import type { ChartRow, ChartValue, DataBook, DataFigure, DataQuestion, Unit } from '../../model/data.ts'

export interface ChartNumbers {
  readonly rows: readonly ChartRow[]
  readonly question: string
  readonly of?: number | undefined
  readonly unit?: Unit | undefined
  readonly series?: readonly string[] | undefined
  readonly heads?: DataQuestion['heads']
  readonly source?: string
  /** A figure of `data/` that is no number. */
  readonly lost?: string | undefined
  /** Of rows in `data/`. */
  readonly place?: DataQuestion['place']
}

/** A number that is none. */
interface RowFault {
  readonly line: number | undefined
  readonly written: string
}

export interface TableNumbers extends Pick<ChartNumbers, 'rows' | 'series'> {
  readonly faults: readonly RowFault[]
}

interface Cell {
  readonly written: string
  readonly number: number | undefined
  readonly sign: string
}

/**
 * Columns: label, number, then a share (`37.5%`) and a note where they are given. `several`: every further column of
 * numbers is one of its own.
 */
export function rowsOfTable(table: Table, language: string, several: boolean): TableNumbers {
  const [head, ...body] = table.children
  const cells = body.map((row) => row.children.map((cell) => readCell(plainText(cell).trim(), language)))
  const columns = several ? columnsOfNumbers(cells) : [1]
  const series = columns.map((column) => plainText(head?.children[column] ?? { type: 'text' }).trim())
  const faults = body.flatMap((row, index) => faultsOf(row, cells[index] ?? [], columns))
  const rows = cells.map((row) => rowOf(row, columns))
  return { rows, faults, ...(columns.length > 1 ? { series } : {}) }
}

const readCell = (written: string, language: string): Cell => {
  const read = typedNumber(written, language)
  return { written, number: read?.number, sign: read?.sign ?? '' }
}

/** A cell without a number in a column that has some. */
const isEmpty = ({ written }: Cell): boolean => /^[-–—]?$/.test(written)

/** The second, and all that hold numbers. Percentages beside other numbers are the shares of these. */
function columnsOfNumbers(cells: readonly (readonly Cell[])[]): number[] {
  const width = Math.max(2, ...cells.map((row) => row.length))
  const inColumn = (column: number): Cell[] => cells.flatMap((row) => row[column] ?? [])
  const isShare = (column: number): boolean => inColumn(column).some(({ sign }) => sign === '%')
  const isOfNumbers = (column: number): boolean =>
    inColumn(column).some(({ number }) => number !== undefined) && (isShare(1) || !isShare(column))
  const others = Array.from({ length: width - 2 }, (_, index) => index + 2)
  return [1, ...others.filter(isOfNumbers)]
}

/** In a chart of one column every row has its number; of several, one may be left out. */
function faultsOf(row: TableRow, cells: readonly Cell[], columns: readonly number[]): RowFault[] {
  const numbers = columns.map((column) => cells[column] ?? { written: '', number: undefined, sign: '' })
  const isKnown = numbers.some(({ number }) => number !== undefined)
  const lost = numbers.find((cell) => cell.number === undefined && !(isKnown && isEmpty(cell)))
  return lost ? [{ line: row.position?.start.line, written: lost.written }] : []
}

function rowOf(cells: readonly Cell[], columns: readonly number[]): ChartRow {
  const label = cells[0]?.written ?? ''
  const numbers = columns.map((column): ChartValue => {
    const { number, written = '' } = cells[column] ?? {}
    return { number, typed: written }
  })
  const others = cells
    .filter((_, index) => index > 0 && !columns.includes(index))
    .map(({ written }) => written)
  const percent = others.find((cell) => /%$/.test(cell)) ?? ''
  const note = others.find((cell) => cell !== '' && cell !== percent) ?? ''
  const { number: count = 0, typed = '' } = numbers[0] ?? {}
  return {
    label,
    note,
    count,
    ...(typed === String(count) ? {} : { typed }),
    percent,
    ...(numbers.length > 1 ? { values: numbers } : {}),
  }
}

/** What `data=name` means, or the nearest name. */
export function rowsOfData(
  name: string,
  data: DataBook,
  language: string,
): ChartNumbers | { readonly suggestion: string | undefined; readonly unread: string | undefined } {
  const question = questionNamed(name, data.questions)
  if (question) return question
  const ids = own(data.lists, name) ?? (own(data.figures, name) ? [name] : undefined)
  if (!ids)
    return {
      suggestion: nearest(name, [data.questions, data.lists, data.figures].flatMap(Object.keys)),
      unread: unreadFileOf(name, data.unread),
    }
  const figures = ids.flatMap((id) => own(data.figures, id) ?? [])
  const areCounted = figures.every(({ count }) => count !== undefined)
  const rows = figures.map((figure) => rowOfFigure(figure, areCounted, language))
  const lost = areCounted ? undefined : figures.find(({ value }) => !typedNumber(value, language))?.value
  return { rows, question: '', lost, ...(areCounted ? { of: figures[0]?.of, unit: figures[0]?.unit } : {}) }
}

/** Where the number behind one of the percentages is not known, all are drawn as the percentages that they are. */
function rowOfFigure(
  { label, count = 0, value }: DataFigure,
  isCounted: boolean,
  language: string,
): ChartRow {
  const said = { label, note: '' }
  if (isCounted) return { ...said, count, percent: /%$/.test(value) ? value : '' }
  return { ...said, count: typedNumber(value, language)?.number ?? 0, typed: value, percent: '' }
}

/** `data=constructor` names nothing of the publication's. */
const own = <T>(entries: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(entries, name) ? entries[name] : undefined

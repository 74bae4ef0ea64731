// `column="2011 | 2012"`: which columns of a table in data/ a chart draws.
import { nearest } from '../../ground/language/nearest.ts'
import { typedNumber } from '../../ground/language/typed-number.ts'
import type { ChartRow, ChartValue } from '../../model/data.ts'
import type { ChartNumbers } from './chart-rows.ts'

interface Column {
  readonly name: string
  readonly valueIn: (row: ChartRow) => ChartValue
}

/** The first name that no column has, or the numbers of those that are named. */
export function columnsNamed(
  wanted: string,
  numbers: ChartNumbers,
  language: string,
): ChartNumbers | { readonly column: string; readonly suggestion: string | undefined } {
  const columns = columnsOf(numbers, language)
  const named = (name: string): Column | undefined => columns.find((one) => plain(one.name) === plain(name))
  const names = named(wanted) ? [wanted] : wanted.split('|')
  const lost = names.find((name) => !named(name))
  if (lost !== undefined) {
    const known = columns.map(({ name }) => name)
    return { column: lost.trim(), suggestion: nearest(lost.trim(), known) }
  }
  const found = names.flatMap((name) => named(name) ?? [])
  return {
    ...numbers,
    series: found.map(({ name }) => name),
    rows: numbers.rows.map((row) => rowOf(row, found)),
  }
}

const plain = (name: string): string => name.trim().toLowerCase().normalize('NFC')

/** The shares beside counts are a column of their own here. */
function columnsOf({ series = [], heads }: ChartNumbers, language: string): Column[] {
  const counted = series.map(
    (name, index): Column => ({ name, valueIn: (row) => valuesOf(row)[index] ?? NONE }),
  )
  if (!heads?.share) return counted
  const shareIn = ({ percent }: ChartRow): ChartValue => ({
    number: typedNumber(percent, language)?.number,
    typed: percent,
  })
  return [...counted, { name: heads.share, valueIn: shareIn }]
}

const NONE: ChartValue = { number: undefined, typed: '' }

const valuesOf = ({ values, count, typed = String(count) }: ChartRow): readonly ChartValue[] =>
  values ?? [{ number: count, typed }]

function rowOf(row: ChartRow, columns: readonly Column[]): ChartRow {
  const { values: _, typed: __, ...said } = row
  const values = columns.map(({ valueIn }) => valueIn(row))
  const { number = 0, typed = '' } = values[0] ?? {}
  return {
    ...said,
    count: number,
    percent: '',
    ...(typed === String(number) ? {} : { typed }),
    ...(values.length > 1 || values[0]?.number === undefined ? { values } : {}),
  }
}

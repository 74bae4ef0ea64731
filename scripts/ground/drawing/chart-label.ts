// A chart in words: what a reader who cannot see it is told.
import type { ChartRow, ChartSpec } from '../../model/data.ts'
import { asTyped, counted } from '../language/unit.ts'
import { valuesOf } from './chart-values.ts'

/** One line with the title, the question and every number. */
export function chartLabel(spec: ChartSpec): string {
  const rows = spec.rows.map((row) => `${rowName(row)} ${rowNumbers(row, spec)}`)
  const base = spec.of === undefined ? '' : `${spec.of}: `
  return [spec.title, spec.question, `${base}${rows.join(isSeries(spec) ? '; ' : ', ')}`]
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(' ')
    .replace(/\s+/g, ' ')
}

const isSeries = ({ series = [] }: ChartSpec): boolean => series.length > 1

const rowName = (row: ChartRow): string => (row.note ? `${row.label}, ${row.note},` : row.label)

/** Of several, each with the name of its series; a base of marks says what is counted by itself. */
function rowNumbers(row: ChartRow, spec: ChartSpec): string {
  const { series = [], unit, kind } = spec
  if (isSeries(spec)) {
    const named = valuesOf(row).map(({ number, typed }, index) =>
      number === undefined ? '' : `${series[index]} ${typed}`,
    )
    return named.filter(Boolean).join(', ')
  }
  const number = ['share', 'levels', 'counts'].includes(kind) ? asTyped(row) : counted(row, unit)
  return row.percent ? `${number} (${row.percent})` : number
}

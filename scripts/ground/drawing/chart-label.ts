// A chart in words: what a reader who cannot see it is told.
import type { ChartRow, ChartSpec } from '../../model/data.ts'
import { asTyped } from '../language/unit.ts'

/** One line with the title, the question and every number. */
export function chartLabel(spec: ChartSpec): string {
  const rows = spec.rows.map((row) => `${rowName(row)} ${rowNumbers(row)}`)
  const base = spec.of === undefined ? '' : `${spec.of}: `
  return [spec.title, spec.question, `${base}${rows.join(', ')}`]
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(' ')
    .replace(/\s+/g, ' ')
}

const rowName = (row: ChartRow): string => (row.note ? `${row.label}, ${row.note},` : row.label)
const rowNumbers = (row: ChartRow): string =>
  row.percent ? `${asTyped(row)} (${row.percent})` : asTyped(row)

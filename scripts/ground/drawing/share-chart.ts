// One share of a base in marks, the whole measure wide.
import type { ChartSpec } from '../../model/data.ts'
import { asTyped } from '../language/unit.ts'
import { chartLabel } from './chart-label.ts'
import { drawing, escapeText, straightRow } from './marks.ts'

const WIDTH_MM = 127.5
const ROW_MM = 14

/** A single row with its numbers under it. */
export function shareChart(spec: ChartSpec): string {
  const [row] = spec.rows
  const of = spec.of ?? row?.count ?? 1
  const count = row?.count ?? 0
  const marks = straightRow({ count, of, widthMm: WIDTH_MM, heightMm: ROW_MM })
  const words = `<text class="note" x="0" y="${ROW_MM + 5.6}"><tspan class="name">${escapeText(row?.label ?? '')}</tspan><tspan dx="1.2">${escapeText([`${row ? asTyped(row) : count}/${of}`, row?.percent ?? ''].filter(Boolean).join(', '))}</tspan></text>`
  return drawing(marks + words, {
    widthMm: WIDTH_MM,
    heightMm: ROW_MM + 8,
    name: 'chart share',
    label: chartLabel(spec),
  })
}

// One share of a base, the whole measure wide.
import type { ChartSpec } from '../../model/data.ts'
import { asTyped } from '../language/unit.ts'
import { chartLabel } from './chart-label.ts'
import { drawing, escapeText, MOST_MARKS, straightRow, upright } from './marks.ts'

const WIDTH_MM = 127.5
const ROW_MM = 14

/** A single row with its numbers under it. */
export function shareChart(spec: ChartSpec): string {
  const [row] = spec.rows
  const of = spec.of ?? row?.count ?? 1
  const count = row?.count ?? 0
  const marks =
    of <= MOST_MARKS && Number.isInteger(count)
      ? straightRow({ count, of, widthMm: WIDTH_MM, heightMm: ROW_MM })
      : `<path class="lit" d="${upright(0, 0, (count / of) * WIDTH_MM, ROW_MM)}"/><path class="frame" d="${upright(0.1, 0.1, WIDTH_MM - 0.2, ROW_MM - 0.2)}"/>`
  const words = `<text class="note" x="0" y="${ROW_MM + 5.6}"><tspan class="name">${escapeText(row?.label ?? '')}</tspan><tspan dx="1.2">${escapeText([`${row ? asTyped(row) : count}/${of}`, row?.percent ?? ''].filter(Boolean).join(', '))}</tspan></text>`
  return drawing(marks + words, {
    widthMm: WIDTH_MM,
    heightMm: ROW_MM + 8,
    name: 'chart share',
    label: chartLabel(spec),
  })
}

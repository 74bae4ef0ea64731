// Marks or bars on the screen, a row for each number.
import type { ChartRow, ChartSpec } from '../../../model/data.ts'
import { asTyped, counted } from '../../language/unit.ts'
import { wholeOf } from '../chart-values.ts'
import { escapeText, hasMarks, markStep, straightRow, upright } from '../marks.ts'
import { HEIGHT, plot, strip, WIDTH } from './screen-strip.ts'

export const screenRows = (spec: ChartSpec): string =>
  plot(spec, spec.rows.map((row) => rowOf(row, spec)).join(''))

function rowOf(row: ChartRow, spec: ChartSpec): string {
  const bars = hasMarks(spec) ? '' : ' solid-bar'
  const accent = row.label === spec.accent ? ' accent' : ''
  const count = spec.of === undefined ? counted(row, spec.unit) : `${asTyped(row)}/${spec.of}`
  const numbers = [row.percent, count].filter(Boolean).map(escapeText)
  const note = row.note ? ` <span class="note">${escapeText(row.note)},</span>` : ''
  return `<div class="row${accent}${bars}"><p class="name"><b>${escapeText(row.label)}</b>${note} <span class="numbers">${numbers.join(', ')}</span></p>${strip(marksOf(row, spec))}</div>`
}

/**
 * Of a known base all marks stand there, the rest as stubs; without one, marks alone, to the scale of the largest
 * row.
 */
function marksOf(row: ChartRow, spec: ChartSpec): string {
  const most = Math.max(1, wholeOf(spec) ?? 0, ...spec.rows.map(({ count }) => count))
  if (!hasMarks(spec)) {
    const frame =
      wholeOf(spec) === undefined ? '' : `<path class="frame" d="${upright(0, 0, WIDTH, HEIGHT)}"/>`
    return `<path class="bar" d="${upright(0, 0, (row.count / most) * WIDTH, HEIGHT)}"/>${frame}`
  }
  if (spec.of !== undefined)
    return straightRow({ count: row.count, of: spec.of, widthMm: WIDTH, heightMm: HEIGHT })
  const { step, mark } = markStep(Math.max(most, 40), WIDTH)
  const path = Array.from({ length: row.count }, (_, index) => upright(index * step, 0, mark, HEIGHT)).join(
    '',
  )
  return path && `<path class="lit" d="${path}"/>`
}

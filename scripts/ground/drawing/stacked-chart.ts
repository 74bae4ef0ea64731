// Bars whose parts stand behind each other, with the number of each part below it.
import { scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import type { ChartRow, ChartSpec, ChartValue } from '../../model/data.ts'
import { keyOf } from './bars-chart.ts'
import { chartLabel } from './chart-label.ts'
import { valuesOf, valueWidth } from './chart-values.ts'
import { filledArea } from './fills.ts'
import { drawing, escapeText, round } from './marks.ts'
import { namedRows, type RowDrawing } from './named-rows.ts'
import type { Paper } from './paper.ts'

const BAR_MM = 5
const WORDS_MM = 4.6
const BETWEEN_PARTS_MM = 0.5
const BETWEEN_WORDS_MM = 2

export function stackedChart(spec: ChartSpec, paper: Paper): string {
  const { rows, series = [] } = spec
  const spans = partsOf(rows, series)
  const most = Math.max(0, ...spans.flat().map(([, to]) => to))
  const x = scaleLinear([0, Math.max(spec.of ?? 0, most) || 1], [0, paper.columnMm])
  const named = namedRows(rows, paper, (row, index) =>
    stackedRow(valuesOf(row), spans[index] ?? [], x, paper),
  )
  const key = keyOf(series, paper)
  const body = `<g transform="translate(${round(named.leftMm)} 0)">${key.body}</g><g transform="translate(0 ${round(key.heightMm)})">${named.body}</g>`
  return drawing(body, {
    widthMm: named.widthMm,
    heightMm: key.heightMm + named.heightMm,
    mostMm: paper.heightMm,
    name: `chart bars${named.leftMm > 0 ? ' rows' : ''}`,
    label: chartLabel(spec),
  })
}

type Span = readonly [from: number, to: number]

/** For each row, where each of its parts begins and ends. */
function partsOf(rows: readonly ChartRow[], series: readonly string[]): Span[][] {
  const stacked = stack<unknown, ChartRow, number>()
    .keys(series.map((_, index) => index))
    .value((row, index) => valuesOf(row)[index]?.number ?? 0)([...rows])
  return rows.map((_, row) => stacked.map((part): Span => [part[row]?.[0] ?? 0, part[row]?.[1] ?? 0]))
}

function stackedRow(
  values: readonly ChartValue[],
  spans: readonly Span[],
  x: (number: number) => number,
  { columnMm, sans }: Paper,
): RowDrawing {
  const parts = spans.map(([from, to], series) => {
    const gap = from > 0 ? BETWEEN_PARTS_MM : 0
    return to > from ? filledArea(series, x(from) + gap, 0, Math.max(x(to) - x(from) - gap, 0.3), BAR_MM) : ''
  })
  const widths = values.map(({ number, typed }) =>
    number === undefined ? 0 : valueWidth(typed, sans) + BETWEEN_WORDS_MM,
  )
  const starts = besideEachOther(
    spans.map(([from]) => x(from)),
    widths,
    columnMm + BETWEEN_WORDS_MM,
  )
  const words = values.map(({ number, typed }, index) =>
    number === undefined
      ? ''
      : `<text class="value" x="${round(starts[index] ?? 0)}" y="${BAR_MM + 4}">${escapeText(typed)}</text>`,
  )
  return { body: parts.join('') + words.join(''), heightMm: BAR_MM + WORDS_MM }
}

/** Each where its part begins, or as far behind that as those before it ask, or before it as those behind. */
function besideEachOther(wanted: readonly number[], widths: readonly number[], endMm: number): number[] {
  let free = 0
  const pushed = wanted.map((at, index) => {
    const start = Math.max(at, free)
    free = start + (widths[index] ?? 0)
    return start
  })
  let end = endMm
  return pushed
    .reverse()
    .map((at, index) => {
      end = Math.min(at, end - (widths[widths.length - 1 - index] ?? 0))
      return end
    })
    .reverse()
}

// Points on a line for each row, one for each series: how far apart they lie is what is seen.
import { scaleLinear } from 'd3-scale'
import type { ChartRow, ChartSpec } from '../../model/data.ts'
import { chartLabel } from './chart-label.ts'
import { domainOf, VALUE_MM, valuesOf, valueWidth } from './chart-values.ts'
import { point } from './fills.ts'
import { drawing, escapeText, round } from './marks.ts'
import { namedRows, type RowDrawing } from './named-rows.ts'
import type { Paper } from './paper.ts'
import { seriesKey } from './series-key.ts'
import { breakLines } from './text-width.ts'

const ROW_MM = 6
const BESIDE_POINT_MM = 2.2
const LINE_MM = 4.6

export function dotsChart(spec: ChartSpec, paper: Paper): string {
  const { rows, series = [] } = spec
  const widest = Math.max(0, ...rows.flatMap(valuesOf).map(({ typed }) => valueWidth(typed, paper.sans)))
  const edge = widest + BESIDE_POINT_MM + 1
  const x = scaleLinear([...domainOf(rows, spec.of)], [edge, paper.columnMm - edge])
  const named = namedRows(rows, paper, (row) => dotsRow(row, series, x, paper))
  const key =
    series.length > 1
      ? seriesKey(series, paper.columnMm, paper.sans, (one) => point(one, 3, 1.8))
      : { body: '', heightMm: 0 }
  const body = `<g transform="translate(${round(named.leftMm)} 0)">${key.body}</g><g transform="translate(0 ${round(key.heightMm)})">${named.body}</g>`
  return drawing(body, {
    widthMm: named.widthMm,
    heightMm: key.heightMm + named.heightMm,
    mostMm: paper.heightMm,
    name: `chart dots${named.leftMm > 0 ? ' rows' : ''}`,
    label: chartLabel(spec),
  })
}

type Scale = ReturnType<typeof scaleLinear<number, number>>

function dotsRow(row: ChartRow, series: readonly string[], x: Scale, paper: Paper): RowDrawing {
  const given = valuesOf(row).flatMap(({ number, typed }, index) =>
    number === undefined ? [] : [{ number, typed, index }],
  )
  const numbers = given.map(({ number }) => number)
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)]
  // Behind a number no line runs: from point to point, or from nought to the only one.
  const guide =
    given.length === 0
      ? ''
      : `<path class="guide" d="M${round(x(given.length > 1 ? from : 0))} ${ROW_MM / 2}H${round(x(to))}"/>`
  const points = given.map(({ number, index }) => point(index, x(number), ROW_MM / 2)).join('')
  if (series.length <= 2) return { body: guide + points + atPoints(given, x), heightMm: ROW_MM }
  const said = given.map(({ typed, index }) => `${series[index] ?? ''} ${typed}`.trim()).join(', ')
  const lines = breakLines(said, paper.columnMm / VALUE_MM, paper.sans)
  const words = lines.map((line, index) => value(0, ROW_MM + 4 + index * LINE_MM, line, 'start'))
  return { body: guide + points + words.join(''), heightMm: ROW_MM + lines.length * LINE_MM }
}

/** The lesser to the left of its point, the greater to the right: they cannot meet. */
function atPoints(given: readonly { number: number; typed: string }[], x: Scale): string {
  const [first, second] = [...given].sort((a, b) => a.number - b.number)
  if (!first) return ''
  const right = second ?? first
  const after = value(x(right.number) + BESIDE_POINT_MM, ROW_MM / 2 + 1.4, right.typed, 'start')
  return second
    ? value(x(first.number) - BESIDE_POINT_MM, ROW_MM / 2 + 1.4, first.typed, 'end') + after
    : after
}

const value = (x: number, y: number, text: string, anchor: 'start' | 'end'): string =>
  `<text class="value" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeText(text)}</text>`

// Bars from one line, to the right and, below nought, to the left: one for each row, or one for each series of it.
import { scaleLinear } from 'd3-scale'
import type { ChartRow, ChartSpec } from '../../model/data.ts'
import { chartLabel } from './chart-label.ts'
import { besideBars, domainOf, valuesOf, valueWidth, wholeOf } from './chart-values.ts'
import { filledArea } from './fills.ts'
import { drawing, escapeText, round, upright } from './marks.ts'
import { namedRows, type RowDrawing } from './named-rows.ts'
import type { Paper } from './paper.ts'
import { seriesKey } from './series-key.ts'

const BAR_MM = 6
const GROUPED_BAR_MM = 4.4
const GROUPED_STEP_MM = 4.9
const GAP_MM = 1.4
/** Of the width, for what is written beside the bars. */
const MOST_WORDS = 0.4

/** Every bar has its number at its end. */
export function barsChart(spec: ChartSpec, paper: Paper): string {
  const { series = [] } = spec
  const bars = barsOf(spec, paper)
  const named = namedRows(spec.rows, paper, (row, index) =>
    series.length > 1 ? groupedBars(row, bars) : singleBar(row, bars.texts[index] ?? '', bars, spec),
  )
  const key = series.length > 1 ? keyOf(series, paper) : { body: '', heightMm: 0 }
  const heightMm = key.heightMm + named.heightMm
  const body = `<g transform="translate(${round(named.leftMm)} 0)">${key.body}${bars.nought(key.heightMm, heightMm)}</g><g transform="translate(0 ${round(key.heightMm)})">${named.body}</g>`
  return drawing(body, {
    widthMm: named.widthMm,
    heightMm,
    mostMm: paper.heightMm,
    name: `chart bars${named.leftMm > 0 ? ' rows' : ''}`,
    label: chartLabel(spec),
  })
}

export const keyOf = (series: readonly string[], { columnMm, sans }: Paper) =>
  seriesKey(series, columnMm, sans, (one) => filledArea(one, 0, 0, 6, 3.4))

interface Bars {
  readonly texts: readonly string[]
  readonly x: (number: number) => number
  /** What bars fill when they are full. */
  readonly whole: number | undefined
  /** The line that bars begin at, where some go to the left of it or have no length. */
  readonly nought: (fromMm: number, toMm: number) => string
}

function barsOf(spec: ChartSpec, { columnMm, sans }: Paper): Bars {
  const { rows, series = [] } = spec
  const texts = besideBars(spec, columnMm * MOST_WORDS, sans)
  const ends = rows.flatMap((row, index) =>
    series.length > 1
      ? valuesOf(row).flatMap(({ number, typed }) => (number === undefined ? [] : { number, text: typed }))
      : [{ number: row.count, text: texts[index] ?? '' }],
  )
  const roomFor = (some: typeof ends): number =>
    some.length === 0 ? 0 : Math.max(...some.map(({ text }) => valueWidth(text, sans))) + GAP_MM + 0.6
  const whole = wholeOf(spec)
  const x = scaleLinear()
    .domain(domainOf(rows, whole))
    .range([
      roomFor(ends.filter(({ number }) => number < 0)),
      columnMm - roomFor(ends.filter(({ number }) => number >= 0)),
    ])
  const isShown = ends.some(({ number }) => number <= 0)
  const nought = (from: number, to: number): string =>
    isShown ? `<path class="axis" d="M${round(x(0))} ${round(from)}V${round(to)}"/>` : ''
  return { texts, x, whole, nought }
}

function singleBar(row: ChartRow, text: string, { x, whole }: Bars, { accent }: ChartSpec): RowDrawing {
  const frame =
    whole === undefined
      ? ''
      : `<path class="frame" d="${upright(x(0) + 0.1, 0.1, x(whole) - x(0) - 0.2, BAR_MM - 0.2)}"/>`
  const bar = filledArea(row.label === accent ? 1 : 0, ...spanOf(row.count, x, BAR_MM, 0))
  // Of a known whole, numbers stand behind it, below each other.
  const at = whole === undefined ? row.count : Math.max(whole, row.count)
  return { body: bar + frame + valueAt(at, text, x, BAR_MM / 2), heightMm: BAR_MM }
}

function groupedBars(row: ChartRow, { x }: Bars): RowDrawing {
  const values = valuesOf(row)
  const body = values.map(({ number, typed }, series) => {
    if (number === undefined) return ''
    const y = series * GROUPED_STEP_MM
    const bar = filledArea(series, ...spanOf(number, x, GROUPED_BAR_MM, y))
    return bar + valueAt(number, typed, x, y + GROUPED_BAR_MM / 2)
  })
  return { body: body.join(''), heightMm: values.length * GROUPED_STEP_MM - 0.5 }
}

/** What is not nought is seen. */
function spanOf(number: number, x: Bars['x'], heightMm: number, y: number) {
  const [from, to] = [Math.min(x(0), x(number)), Math.max(x(0), x(number))]
  const width = number === 0 ? 0 : Math.max(to - from, 0.4)
  return [number < 0 ? to - width : from, y, width, heightMm] as const
}

function valueAt(number: number, text: string, x: Bars['x'], middleMm: number): string {
  const [at, anchor] = number < 0 ? [x(number) - GAP_MM, 'end'] : [x(number) + GAP_MM, 'start']
  return `<text class="value" x="${round(at)}" y="${round(middleMm + 1.4)}" text-anchor="${anchor}">${escapeText(text)}</text>`
}

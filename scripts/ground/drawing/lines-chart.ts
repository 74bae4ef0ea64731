// Lines over time: each point where its number is, each line named at its end or in a key.
import { scaleLinear, scalePoint, scaleUtc } from 'd3-scale'
import { line } from 'd3-shape'
import type { ChartRow, ChartSpec } from '../../model/data.ts'
import { chartLabel } from './chart-label.ts'
import { domainOf, valuesOf, valueWidth } from './chart-values.ts'
import { point } from './fills.ts'
import { type Box, type Label, placedLabels } from './free-places.ts'
import { drawing, escapeText, round } from './marks.ts'
import type { Paper } from './paper.ts'
import { seriesKey } from './series-key.ts'

const PLOT_MM = 52
const ABOVE_MM = 7
/** A line of numbers, and the times. */
const BELOW_MM = 11
const TIMES_MM = 9
const NUMBERS_BELOW_MM = 5
const NAME_LINE_MM = 4.8
/** Of the width, for the names of the lines. */
const MOST_NAMES = 0.3

interface Point {
  readonly x: number
  /** Undefined where no number is known: the line has a gap there. */
  readonly y: number | undefined
  readonly typed: string
}

export function linesChart(spec: ChartSpec, paper: Paper): string {
  const { rows, series = [''] } = spec
  const names = series.length > 1 ? series : []
  const room = Math.max(0, ...names.map((name) => valueWidth(name, paper.sans) + 4))
  const isNamedAtEnd = room > 0 && room <= paper.columnMm * MOST_NAMES
  const edges = [edgeOf(rows, paper), paper.columnMm - Math.max(edgeOf(rows, paper), isNamedAtEnd ? room : 0)]
  const lines = pointsOf(rows, series.length, edges as [number, number])
  const ends = isNamedAtEnd ? namesAtEnds(names, lines) : undefined
  const key = names.length > 1 && !ends ? keyOf(names, paper) : { body: '', heightMm: 0 }
  const bottom = lines.nought
  const body = [
    `<path class="axis" d="M0 ${round(bottom)}H${round(edges[1] ?? 0)}"/>`,
    ...lines.series.map(drawnLine),
    ...lines.series.flatMap((one, index) =>
      one.map(({ x, y }) => (y === undefined ? '' : point(index, x, y, 3.4))),
    ),
    ...valuesAtPoints(lines, paper),
    ends ?? '',
    ...timesBelow(rows, lines.series[0] ?? [], paper),
  ]
  return drawing(`${key.body}<g transform="translate(0 ${round(key.heightMm)})">${body.join('')}</g>`, {
    widthMm: paper.columnMm,
    heightMm: key.heightMm + ABOVE_MM + PLOT_MM + BELOW_MM,
    mostMm: paper.heightMm,
    name: 'chart lines',
    label: chartLabel(spec),
  })
}

const keyOf = (names: readonly string[], { columnMm, sans }: Paper) =>
  seriesKey(
    names,
    columnMm,
    sans,
    (one) => `<path class="line s${one}" d="M0 1.8H6"/>${point(one, 3, 1.8, 3.4)}`,
  )

/** Half of the first and the last words below the line, and of a number, may stand out to either side. */
const edgeOf = (rows: readonly ChartRow[], { sans }: Paper): number =>
  Math.max(2, ...rows.flatMap(valuesOf).map(({ typed }) => valueWidth(typed, sans) / 2 + 0.4))

interface Lines {
  readonly series: readonly (readonly Point[])[]
  /** Where nought is. */
  readonly nought: number
}

function pointsOf(rows: readonly ChartRow[], count: number, range: [number, number]): Lines {
  const xs = timesAcross(rows, range)
  const y = scaleLinear([...domainOf(rows)], [ABOVE_MM + PLOT_MM, ABOVE_MM])
  const series = Array.from({ length: count }, (_, index) =>
    rows.map((row, at): Point => {
      const { number, typed = '' } = valuesOf(row)[index] ?? {}
      return { x: xs[at] ?? 0, y: number === undefined ? undefined : y(number), typed }
    }),
  )
  return { series, nought: y(0) }
}

/** As far from each other as they are in time; in equal steps where they are no years or dates, or run backwards. */
function timesAcross(rows: readonly ChartRow[], range: [number, number]): number[] {
  const times = rows.map(({ label, day }) => timeOf(day ?? label))
  const isTime = times.every((time, index) => index === 0 || Number(time) > Number(times[index - 1]))
  const [first, last] = [times[0], times.at(-1)]
  if (isTime && first && last) {
    const scale = scaleUtc([first, last], range)
    return times.map((time) => scale(time ?? first))
  }
  const steps = scalePoint(
    rows.map((_, index) => index),
    range,
  )
  return rows.map((_, index) => steps(index) ?? 0)
}

/** `2013`, `2013-07`, `2013-07-26`. */
const timeOf = (label: string): Date | undefined => {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(label.trim()) ?? []
  return year === undefined ? undefined : new Date(`${year}-${month}-${day}`)
}

function drawnLine(points: readonly Point[], series: number): string {
  const path = line<Point>()
    .defined(({ y }) => y !== undefined)
    .x(({ x }) => x)
    .y(({ y }) => y ?? 0)
    .digits(3)([...points])
  return path ? `<path class="line s${series}" d="${path}"/>` : ''
}

/** The first, the last, the least and the greatest of a line before all others; each where nothing stands yet. */
function valuesAtPoints({ series, nought }: Lines, { sans, columnMm }: Paper): string[] {
  const labels = series.flatMap((points): Label[] => {
    const known = points.flatMap(({ x, y, typed }) => (y === undefined ? [] : [{ x, y, typed }]))
    const ys = known.map(({ y }) => y)
    const isFirst = ({ y }: { y: number }, index: number): boolean =>
      index === 0 || index === known.length - 1 || y === Math.min(...ys) || y === Math.max(...ys)
    return known.map((one, index) => ({
      ...one,
      text: one.typed,
      widthMm: valueWidth(one.typed, sans),
      first: isFirst(one, index),
    }))
  })
  const room: Box = { left: 0, right: columnMm, top: 0, bottom: ABOVE_MM + PLOT_MM + NUMBERS_BELOW_MM }
  const axis = [0, columnMm].map((x) => ({ x, y: nought }))
  return placedLabels(labels, [...series, axis], room).map(
    ({ x, y, text }) =>
      `<text class="value" x="${round(x)}" y="${round(y)}" text-anchor="middle">${escapeText(text)}</text>`,
  )
}

/** Undefined where they cannot stand beside the ends of their lines. */
function namesAtEnds(names: readonly string[], { series }: Lines): string | undefined {
  const ends = names.flatMap((name, index) => {
    const last = series[index]?.at(-1)
    return last?.y === undefined ? [] : [{ name, x: last.x, wanted: last.y, y: last.y }]
  })
  if (ends.length < names.length) return undefined
  ends.sort((a, b) => a.wanted - b.wanted)
  for (const [index, end] of ends.entries()) {
    const before = ends[index - 1]
    if (before) end.y = Math.max(end.y, before.y + NAME_LINE_MM)
  }
  if (ends.some(({ y, wanted }) => y - wanted > NAME_LINE_MM)) return undefined
  return ends
    .map(
      ({ name, x, y }) =>
        `<text class="value" x="${round(x + 2.4)}" y="${round(y + 1.4)}">${escapeText(name)}</text>`,
    )
    .join('')
}

/** The first and the last time always, and of the others those that have room. */
function timesBelow(
  rows: readonly ChartRow[],
  points: readonly Point[],
  { columnMm, sans }: Paper,
): string[] {
  const y = ABOVE_MM + PLOT_MM + TIMES_MM
  const all = rows.map(({ label }, index) => {
    const half = Math.min(valueWidth(label, sans), columnMm * 0.45) / 2
    const x = Math.min(Math.max(points[index]?.x ?? 0, half), columnMm - half)
    return { label, x, from: x - half - 1, to: x + half + 1 }
  })
  const last = all.at(-1)
  const kept: typeof all = []
  for (const one of all) {
    const free = one.from >= (kept.at(-1)?.to ?? Number.NEGATIVE_INFINITY)
    if (one === last || (free && one.to <= (last?.from ?? 0))) kept.push(one)
  }
  return kept.map(
    ({ label, x }) =>
      `<text class="note" x="${round(x)}" y="${y}" text-anchor="middle">${escapeText(shortened(label, columnMm * 0.45, sans))}</text>`,
  )
}

function shortened(label: string, mostMm: number, sans: Paper['sans']): string {
  if (valueWidth(label, sans) <= mostMm) return label
  const signs = [...label]
  return `${signs.slice(0, Math.floor((mostMm / valueWidth(label, sans)) * signs.length) - 1).join('')}…`
}

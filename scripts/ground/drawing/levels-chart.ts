// High, medium, low told three times: by height, by fill and in words.
import type { ChartRow, ChartSpec } from '../../model/data.ts'
import { asTyped } from '../language/unit.ts'
import { chartLabel } from './chart-label.ts'
import type { FaceWidths } from './face-widths.ts'
import { drawing, escapeText, hasMarks, markStep, round, upright } from './marks.ts'
import type { Paper } from './paper.ts'
import { textWidth } from './text-width.ts'

const WIDTH_MM = 127.5
const HEIGHT_MM = 21
const LOWEST_MM = 6
const OUTLINE_MM = 0.2
const LABEL_MM = 4.05
const LABEL_LINE_MM = 6

/** Marks of every row in one line, first row tallest; labels stand under the first mark of their row. */
export function levelsChart(spec: ChartSpec, { columnMm, sans, heightMm }: Paper): string {
  const total = spec.rows.reduce((sum, row) => sum + row.count, 0)
  const widthMm = hasMarks(spec) ? WIDTH_MM : columnMm
  const marks = hasMarks(spec)
    ? singleMarks(spec.rows, total)
    : proportionalBlocks(spec.rows, total || 1, widthMm)
  const labels = placeLabels(spec.rows, marks.starts, widthMm, sans)
  return drawing(marks.body + labels.body, {
    widthMm,
    mostMm: heightMm,
    heightMm: HEIGHT_MM + 2 + labels.lines * LABEL_LINE_MM,
    name: `chart levels${hasMarks(spec) ? '' : ' bars'}`,
    label: chartLabel(spec),
  })
}

interface Marks {
  readonly body: string
  readonly starts: readonly number[]
}

const levelHeight = (row: number, rows: number): number =>
  rows < 2 ? HEIGHT_MM : round(HEIGHT_MM - ((HEIGHT_MM - LOWEST_MM) * row) / (rows - 1))

const levelFill = (row: number, rows: number): string =>
  row === 0 ? 'solid' : row === rows - 1 ? 'open' : 'half'

function singleMarks(rows: readonly ChartRow[], total: number): Marks {
  const { step, mark } = markStep(total, WIDTH_MM)
  const starts: number[] = []
  let before = 0
  let body = ''
  rows.forEach((row, index) => {
    starts.push(round(before * step))
    let path = ''
    for (let one = 0; one < row.count; one += 1)
      path += level((before + one) * step, mark, index, rows.length)
    body += `<path class="${levelFill(index, rows.length)}" d="${path}"/>`
    before += row.count
  })
  return { body, starts }
}

function proportionalBlocks(rows: readonly ChartRow[], total: number, widthMm: number): Marks {
  const starts: number[] = []
  let before = 0
  let body = ''
  rows.forEach((row, index) => {
    const x = (before / total) * widthMm
    starts.push(round(x))
    const width = Math.max((row.count / total) * widthMm - 0.6, 0.4)
    body += `<path class="${levelFill(index, rows.length)}" d="${level(x, width, index, rows.length)}"/>`
    before += row.count
  })
  return { body, starts }
}

/** Outlined marks are drawn half an outline smaller, so that all stand equally wide. */
function level(x: number, width: number, row: number, rows: number): string {
  const height = levelHeight(row, rows)
  if (row === 0) return upright(x, HEIGHT_MM - height, width, height)
  const inset = OUTLINE_MM / 2
  return upright(
    x + inset,
    HEIGHT_MM - height + inset,
    Math.max(width - OUTLINE_MM, 0.1),
    height - OUTLINE_MM,
  )
}

/** On one line while they fit there, the last one flush right; else one below the other. */
function placeLabels(
  rows: readonly ChartRow[],
  starts: readonly number[],
  widthMm: number,
  sans: FaceWidths,
): { body: string; lines: number } {
  const widths = rows.map(
    (row) => (textWidth(`${row.label} ${asTyped(row)}  ${row.percent}`, sans) + 0.8) * LABEL_MM,
  )
  const last = rows.length - 1
  const x = rows.map((_, index) =>
    index === last && index > 0 ? widthMm - (widths[index] ?? 0) : (starts[index] ?? 0),
  )
  const collide = x.some(
    (left, index) => index < last && left + (widths[index] ?? 0) > (x[index + 1] ?? widthMm),
  )
  const first = HEIGHT_MM + 5.6
  if (collide) {
    const body = rows.map((row, index) => label(row, 0, first + index * LABEL_LINE_MM, 'start')).join('')
    return { body, lines: rows.length }
  }
  const body = rows.map((row, index) =>
    index === last && index > 0
      ? label(row, widthMm, first, 'end')
      : label(row, starts[index] ?? 0, first, 'start'),
  )
  return { body: body.join(''), lines: 1 }
}

const label = (row: ChartRow, x: number, y: number, anchor: 'start' | 'end'): string =>
  `<text class="note" x="${x}" y="${round(y)}" text-anchor="${anchor}"><tspan class="name">${escapeText(row.label)} ${escapeText(asTyped(row))}</tspan><tspan dx="1.2">${escapeText(row.percent)}</tspan></text>`

// Rows of marks with their names in the hanging column: shares of a base, and counts without one.
import type { ChartRow, ChartSpec } from '../../model/data.ts'
import { asTyped, counted } from '../language/unit.ts'
import { chartLabel } from './chart-label.ts'
import type { FaceWidths } from './face-widths.ts'
import { drawing, escapeText, markStep, round, straightRow, upright } from './marks.ts'
import { breakLines, hardBroken } from './text-width.ts'

const WIDTH_MM = 170
const HANG_MM = 42.5
const NAME_MM = 38.25
const TEXT_MM = WIDTH_MM - HANG_MM
const ROW_MM = 12
const STEP_MM = 18
const NAME_LINE_MM = 5.2
const NOTE_LINE_MM = 4.8
const NAME_SIZE_MM = 4.59
const NOTE_SIZE_MM = 4.06
const OUTLINE_MM = 0.2

/** A count without a base is told with what it counts. */
export function rowsChart(spec: ChartSpec, sans: FaceWidths): string {
  const scale = scaleOf(spec)
  let y = 0
  let body = ''
  for (const row of spec.rows) {
    const names = nameLines(row, spec, sans)
    const height = names.heightMm
    body += `<g transform="translate(0 ${round(y)})">${names.body}${markRow(row, spec, scale)}</g>`
    y += Math.max(STEP_MM, height + 4)
  }
  const heightMm = Math.max(ROW_MM, y - (STEP_MM - ROW_MM))
  return drawing(body, {
    widthMm: WIDTH_MM,
    heightMm,
    name: `chart rows ${spec.kind}`,
    label: chartLabel(spec),
  })
}

interface Scale {
  readonly base: number
  /** Room kept at the end of the row for the number, when there are no stubs that show the base. */
  readonly widthMm: number
}

function scaleOf(spec: ChartSpec): Scale {
  const most = Math.max(1, ...spec.rows.map((row) => row.count))
  return { base: Math.max(spec.of ?? 0, most), widthMm: spec.of === undefined ? TEXT_MM - 16 : TEXT_MM }
}

function markRow(row: ChartRow, spec: ChartSpec, scale: Scale): string {
  const accent = row.label === spec.accent ? ' accent' : ''
  if (spec.of !== undefined) {
    const marks = straightRow({ count: row.count, of: spec.of, widthMm: TEXT_MM, heightMm: ROW_MM })
    return `<g class="row${accent}" transform="translate(${HANG_MM} 0)">${marks}</g>`
  }
  // Without a base the step is the base's that the largest row would have, but never wider than a fortieth and a half.
  const step = Math.min(scale.widthMm / scale.base, (TEXT_MM / 40) * 1.6)
  const { mark } = markStep(scale.base, step * scale.base)
  let path = ''
  for (let index = 0; index < row.count; index += 1) {
    path += accent
      ? upright(index * step + OUTLINE_MM / 2, OUTLINE_MM / 2, mark - OUTLINE_MM, ROW_MM - 1 - OUTLINE_MM)
      : upright(index * step, 0, mark, ROW_MM - 1)
  }
  const marks = path && `<path class="lit" d="${path}"/>`
  return `<g class="row${accent}" transform="translate(${HANG_MM} 0)">${marks}${end(row.count * step, asTyped(row))}</g>`
}

const end = (x: number, text: string): string =>
  `<text class="name" x="${round(x + 1.2)}" y="7.4">${escapeText(text)}</text>`

function nameLines(row: ChartRow, spec: ChartSpec, sans: FaceWidths) {
  const names = breakLines(row.label, NAME_MM / NAME_SIZE_MM, sans).flatMap((line) =>
    hardBroken(line, NAME_MM / NAME_SIZE_MM, sans),
  )
  const notes = [
    row.note,
    spec.of === undefined ? '' : `${counted(row, spec.unit)}${row.percent ? `, ${row.percent}` : ''}`,
  ]
    .filter(Boolean)
    .flatMap((note) => breakLines(note, NAME_MM / NOTE_SIZE_MM, sans))
  // A single line stands at the middle of its marks, two and more begin at their top.
  const first = names.length + notes.length === 1 ? 7.4 : 4.4
  const name = names.map(
    (line, index) =>
      `<text class="name" x="0" y="${round(first + index * NAME_LINE_MM)}">${escapeText(line)}</text>`,
  )
  const under = first + (names.length - 1) * NAME_LINE_MM + 5.4
  const note = notes.map(
    (line, index) =>
      `<text class="note" x="0" y="${round(under + index * NOTE_LINE_MM)}">${escapeText(line)}</text>`,
  )
  const heightMm = under + Math.max(0, notes.length - 1) * NOTE_LINE_MM
  return { body: name.join('') + note.join(''), heightMm: notes.length > 0 ? heightMm : heightMm - 5.4 }
}

// Charts on the screen: the marks of print, stretched to the width that is there, with their words as text of the
// page, so that they can be read at 320 px as well as at 1280.
import { chartLabel } from '../ground/drawing/chart-label.ts'
import { escapeText, MOST_MARKS, markStep, straightRow, upright } from '../ground/drawing/marks.ts'
import { asTyped, counted } from '../ground/language/unit.ts'
import type { ChartRow, ChartSpec } from '../model/data.ts'

const WIDTH = 1000
const HEIGHT = 100

/** One picture for whoever listens: its label holds every number. */
export function screenChart(spec: ChartSpec): string {
  const body = spec.kind === 'levels' ? levels(spec) : spec.rows.map((row) => rowOf(row, spec)).join('')
  return `<div class="plot ${spec.kind}" role="img" aria-label="${escapeText(chartLabel(spec))}">${body}</div>`
}

/** Widths may stretch, heights are the style sheet's: `none` lets both be what they are. */
const strip = (body: string): string =>
  `<svg class="strip" aria-hidden="true" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">${body}</svg>`

function rowOf(row: ChartRow, spec: ChartSpec): string {
  const accent = row.label === spec.accent ? ' accent' : ''
  const count = spec.of === undefined ? counted(row, spec.unit) : `${asTyped(row)}/${spec.of}`
  const numbers = [row.percent, count].filter(Boolean).map(escapeText)
  const note = row.note ? ` <span class="note">${escapeText(row.note)},</span>` : ''
  return `<div class="row${accent}"><p class="name"><b>${escapeText(row.label)}</b>${note} <span class="numbers">${numbers.join(', ')}</span></p>${strip(marksOf(row, spec))}</div>`
}

/**
 * Of a known base all marks stand there, the rest as stubs; without one, marks alone, to the scale of the largest
 * row.
 */
function marksOf(row: ChartRow, spec: ChartSpec): string {
  const most = Math.max(1, spec.of ?? 0, ...spec.rows.map(({ count }) => count))
  if (most > MOST_MARKS || !Number.isInteger(row.count))
    return `<path class="lit" d="${upright(0, 0, (row.count / most) * WIDTH, HEIGHT)}"/>`
  if (spec.of !== undefined)
    return straightRow({ count: row.count, of: spec.of, widthMm: WIDTH, heightMm: HEIGHT })
  const { step, mark } = markStep(Math.max(most, 40), WIDTH)
  const path = Array.from({ length: row.count }, (_, index) => upright(index * step, 0, mark, HEIGHT)).join(
    '',
  )
  return path && `<path class="lit" d="${path}"/>`
}

/** High, medium, low: told by height, by fill and in words. */
function levels(spec: ChartSpec): string {
  const total = spec.rows.reduce((sum, { count }) => sum + count, 0)
  const last = spec.rows.length - 1
  const { step, mark } =
    total > MOST_MARKS ? { step: WIDTH / total, mark: WIDTH / total } : markStep(total, WIDTH)
  let before = 0
  const paths = spec.rows.map((row, index) => {
    const height = last < 1 ? HEIGHT : HEIGHT - (index * 70) / last
    const marks = Array.from({ length: row.count }, (_, one) =>
      upright((before + one) * step, HEIGHT - height, mark, height),
    )
    before += row.count
    return `<path class="${levelOf(index, last)}" d="${marks.join('')}"/>`
  })
  const names = spec.rows.map(
    (row, index) =>
      `<li><span class="swatch ${levelOf(index, last)}"></span><b>${escapeText(row.label)}</b> <span class="numbers">${escapeText([row.percent, asTyped(row)].filter(Boolean).join(', '))}</span></li>`,
  )
  return `${strip(paths.join(''))}<ul class="levels-key">${names.join('')}</ul>`
}

const levelOf = (index: number, last: number): string =>
  index === 0 ? 'solid' : index === last ? 'open' : 'half'

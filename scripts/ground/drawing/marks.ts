// The marks that every drawing is made of. One mark stands for one of what is counted; lengths are millimetres.

import type { ChartRow, ChartSpec } from '../../model/data.ts'

export interface RowShape {
  readonly count: number
  /** Base; marks beyond `count` are drawn as stubs. Undefined: only the counted marks. */
  readonly of?: number | undefined
  readonly widthMm: number
  readonly heightMm: number
  /** Height of a stub as a part of the row's height. */
  readonly stub?: number
  /** Width of a mark as a part of its step. */
  readonly ratio?: number
}

/** Beyond this base single marks become a grey texture that nobody can count: plain bars are drawn instead. */
export const MOST_MARKS = 100

/** Whether each that is counted is to have a mark of its own, and can. */
export function hasMarks({ marks, of = 0, kind, rows }: ChartSpec): boolean {
  const counts = rows.map(({ count }) => count)
  const base = kind === 'levels' ? counts.reduce((sum, one) => sum + one, 0) : Math.max(of, ...counts)
  return Boolean(marks) && base <= MOST_MARKS && rows.every(isCount)
}

const isCount = ({ count, typed = '' }: ChartRow): boolean =>
  Number.isInteger(count) && count >= 0 && !/[%\p{Sc}]/u.test(typed)

/** Three decimals of a millimetre: finer than any press, and equal on every machine. */
export const round = (millimetres: number): number => Number(millimetres.toFixed(3))

/** Distance from mark to mark when `of` marks fill the width, the first and the last flush with it. */
export function markStep(of: number, widthMm: number, ratio = 0.68): { step: number; mark: number } {
  if (of <= 1) return { step: widthMm, mark: widthMm * ratio }
  const mark = (widthMm / of) * ratio
  return { step: (widthMm - mark) / (of - 1), mark }
}

/** A straight row: lit marks at full height, the rest as thin stubs standing on the same line. Two paths. */
export function straightRow(shape: RowShape): string {
  const { count, of = count, widthMm, heightMm, stub = 0.3, ratio = 0.68 } = shape
  const { step, mark } = markStep(of, widthMm, ratio)
  let lit = ''
  let unlit = ''
  for (let index = 0; index < of; index += 1) {
    const x = index * step
    if (index < count) lit += upright(x, 0, mark, heightMm)
    else unlit += upright(x + mark * 0.3, heightMm * (1 - stub), mark * 0.4, heightMm * stub)
  }
  return `${unlit && `<path class="unlit" d="${unlit}"/>`}${lit && `<path class="lit" d="${lit}"/>`}`
}

/** A closed upright rectangle as path data. */
export const upright = (x: number, y: number, width: number, height: number): string =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`

/**
 * Every drawing is sized in millimetres with one unit of its viewBox per millimetre, unless it is higher than it may
 * be.
 */
export function drawing(
  body: string,
  shape: { widthMm: number; heightMm: number; name: string; label?: string; mostMm?: number },
): string {
  const [width, height] = [round(shape.widthMm), round(shape.heightMm)]
  const smaller = Math.min(1, (shape.mostMm ?? height) / height)
  const voice =
    shape.label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeText(shape.label)}"`
  return `<svg class="${shape.name}" ${voice} width="${round(width * smaller)}mm" height="${round(height * smaller)}mm" viewBox="0 0 ${width} ${height}">${body}</svg>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Safe in element text and in quoted attributes; a line break becomes a space, for labels are one line. */
export const escapeText = (text: string): string =>
  text.replace(/(?<!\s)\s*\n\s*/g, ' ').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)

// The numbers of a chart, one list for each row, and how they are written beside what is drawn.
import type { ChartRow, ChartSpec, ChartValue } from '../../model/data.ts'
import { asTyped, counted } from '../language/unit.ts'
import type { FaceWidths } from './face-widths.ts'
import { textWidth } from './text-width.ts'

export const VALUE_MM = 4.06

/** At least one, in the order of the series. */
export const valuesOf = (row: ChartRow): readonly ChartValue[] =>
  row.values ?? [{ number: row.count, typed: asTyped(row) }]

export const numbersIn = (rows: readonly ChartRow[]): number[] =>
  rows.flatMap(valuesOf).flatMap(({ number }) => number ?? [])

/** From nought, or from the least below it, to the greatest; never without a length. */
export function domainOf(rows: readonly ChartRow[], base = 0): readonly [number, number] {
  const numbers = numbersIn(rows)
  const [least, most] = [Math.min(0, ...numbers), Math.max(0, base, ...numbers)]
  return least === most ? [0, 1] : [least, most]
}

/** Whether all are percentages: their whole is 100. */
export const arePercentages = (rows: readonly ChartRow[]): boolean =>
  rows.length > 0 &&
  rows.every((row) => valuesOf(row).every(({ number, typed }) => number === undefined || /%$/.test(typed)))

/** What bars fill when they are full, where that is known. */
export function wholeOf({ kind, of, rows }: ChartSpec): number | undefined {
  if (arePercentages(rows)) return kind === 'share' ? 100 : undefined
  return kind === 'share' || kind === 'counts' ? of : undefined
}

export const valueWidth = (text: string, sans: FaceWidths): number => textWidth(text, sans) * VALUE_MM

/** With what is counted where there is room for it. */
export function besideBars({ rows, unit }: ChartSpec, roomMm: number, sans: FaceWidths): string[] {
  const written = [unit, undefined].map((one) =>
    rows.map((row) => [counted(row, one), row.percent].filter(Boolean).join(', ')),
  )
  const fits = (texts: readonly string[]): boolean => texts.every((text) => valueWidth(text, sans) <= roomMm)
  return written.find(fits) ?? rows.map(asTyped)
}

// What a printer cuts and registers by, in all inks at once, outside of the bleed.

import { type PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import { pointsOf } from '../../ground/units.ts'
import { rounded, type SheetBoxes } from './sheet-boxes.ts'

/** Name of the colour space in the page's resources. */
export const ALL_INKS = 'PressAll'

const WIDTH_PT = 0.25
const LENGTH_MM = 5
/** Between the bleed and a mark: a knife that is out by this much still leaves no trace of it. */
const GAP_MM = 0.5
const TARGET_RADIUS_MM = 1.5

/** The separation that is on every plate (ISO 32000-1, 8.6.6.4). */
export function allInks({ context }: PDFDocument): PDFRef {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 }
  const all = [PDFName.of('Separation'), PDFName.of('All'), PDFName.of('DeviceCMYK'), context.obj(tint)]
  return context.register(context.obj(all))
}

/**
 * Crop marks at the corners, a target in the middle of each side; `folds`: where the spine begins and ends, from the
 * left.
 */
export function drawMarks(boxes: SheetBoxes, folds: readonly number[] = []): string {
  const drawn = [...cropMarks(boxes), ...targets(boxes, folds)]
  const dashed = folds.length > 0 ? ['[2 2] 0 d', ...foldMarks(boxes, folds)] : []
  return `q /${ALL_INKS} CS 1 SCN ${WIDTH_PT} w 0 J\n${[...drawn, ...dashed].join('\n')}\nQ\n`
}

function line(...points: readonly [number, number, number, number]): string {
  const [x1, y1, x2, y2] = points.map(rounded)
  return `${x1} ${y1} m ${x2} ${y2} l S`
}

function cropMarks({ trim, bleed }: SheetBoxes): string[] {
  const gap = pointsOf(GAP_MM)
  const end = pointsOf(GAP_MM + LENGTH_MM)
  const [left, bottom, right, top] = bleed
  return [
    ...[trim[0], trim[2]].flatMap((x) => [
      line(x, top + gap, x, top + end),
      line(x, bottom - gap, x, bottom - end),
    ]),
    ...[trim[1], trim[3]].flatMap((y) => [
      line(left - gap, y, left - end, y),
      line(right + gap, y, right + end, y),
    ]),
  ]
}

function foldMarks({ bleed: [, bottom, , top] }: SheetBoxes, folds: readonly number[]): string[] {
  const gap = pointsOf(GAP_MM)
  const end = pointsOf(GAP_MM + LENGTH_MM)
  return folds.flatMap((x) => [line(x, top + gap, x, top + end), line(x, bottom - gap, x, bottom - end)])
}

/** In the middle of each side; where that is folded, in the middle of the front. */
function targets({ bleed: [left, bottom, right, top] }: SheetBoxes, folds: readonly number[]): string[] {
  const away = pointsOf(GAP_MM + LENGTH_MM / 2)
  const [middle, centre] = [((folds.at(-1) ?? left) + right) / 2, (bottom + top) / 2]
  return [
    ...target(left - away, centre),
    ...target(right + away, centre),
    ...target(middle, top + away),
    ...target(middle, bottom - away),
  ]
}

/** A circle in four Bézier curves. */
const KAPPA = 0.5523

function target(x: number, y: number): string[] {
  const radius = pointsOf(TARGET_RADIUS_MM)
  const arm = radius * 1.6
  const curve = (...points: readonly number[]): string => `${points.map(rounded).join(' ')} c`
  const bend = radius * KAPPA
  return [
    `${rounded(x + radius)} ${rounded(y)} m`,
    curve(x + radius, y + bend, x + bend, y + radius, x, y + radius),
    curve(x - bend, y + radius, x - radius, y + bend, x - radius, y),
    curve(x - radius, y - bend, x - bend, y - radius, x, y - radius),
    `${curve(x + bend, y - radius, x + radius, y - bend, x + radius, y)} S`,
    line(x - arm, y, x + arm, y),
    line(x, y - arm, x, y + arm),
  ]
}

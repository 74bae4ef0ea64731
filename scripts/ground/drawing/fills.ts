// What tells the series of a chart apart without colour: fills of areas, shapes of points.
import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle, symbolWye } from 'd3-shape'
import { round, upright } from './marks.ts'

/** In their order. `half` is the light colour; the others are the dark one, whole or in lines. */
const FILLS = ['solid', 'half', 'hatched', 'open', 'netted'] as const

/** More cannot be told apart. */
export const MOST_SERIES = FILLS.length

const OUTLINE_MM = 0.2
const HATCH_MM = 1.4

/** An area of a series; what has an outline is drawn half of it smaller. */
export function filledArea(series: number, x: number, y: number, width: number, height: number): string {
  const fill = FILLS[series % FILLS.length] ?? 'solid'
  if (width <= 0 || height <= 0) return ''
  if (fill === 'solid') return `<path class="solid" d="${upright(x, y, width, height)}"/>`
  const inset = Math.min(OUTLINE_MM, width / 2, height / 2) / 2
  const inner = [x + inset, y + inset, width - 2 * inset, height - 2 * inset] as const
  const ground = `<path class="${fill === 'half' ? 'half' : 'open'}" d="${upright(...inner)}"/>`
  if (fill === 'hatched') return ground + hatch(...inner, [1])
  return fill === 'netted' ? ground + hatch(...inner, [1, -1]) : ground
}

/** Lines at 45 degrees, rising (1) or falling (-1), cut off at the edges. */
function hatch(x: number, y: number, width: number, height: number, slopes: readonly number[]): string {
  let path = ''
  for (const slope of slopes) {
    for (let along = HATCH_MM / 2; along < width + height; along += HATCH_MM) {
      const [from, to] = [Math.max(0, along - height), Math.min(width, along)]
      const atX = (one: number): number => (slope > 0 ? x + one : x + width - one)
      path += `M${round(atX(from))} ${round(y + along - from)}L${round(atX(to))} ${round(y + along - to)}`
    }
  }
  return path && `<path class="hatch" d="${path}"/>`
}

const SYMBOLS = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolWye]
const SYMBOL_MM2 = 5

/** A point of a series. The second and the fourth are open. */
export function point(series: number, x: number, y: number, area = SYMBOL_MM2): string {
  const path = symbol(SYMBOLS[series % SYMBOLS.length], area).digits(3)() ?? ''
  return `<path class="point s${series}" transform="translate(${round(x)} ${round(y)})" d="${path}"/>`
}

// The cover's radar: findings as rings of marks in a quarter circle, one mark for each that is counted.
import { round } from './marks.ts'

export interface Ring {
  readonly count: number
  readonly of: number
}

export interface RingsShape {
  /** Outer ring first. */
  readonly rings: readonly Ring[]
  readonly widthMm: number
  readonly heightMm: number
  /** The corner that holds the centre; from the bottom right corner the picture is mirrored. */
  readonly corner: 'left' | 'right'
  readonly innerMm: number
  readonly outerMm: number
  /** Depth of a mark as a part of the ring's depth; above 1 it reaches over its neighbours. */
  readonly fill: number
  /** Index of the one lit ring, or all of them, or none. */
  readonly lit: 'all' | 'none' | number
}

/** Of a mark's angle, how much it fills; the rest is the gap to its neighbour. */
const WIDE = 0.62
const DOT_MM = 0.62

/** Paths of the lit marks and of the dots for the others. Marks count from the bottom edge upwards. */
export function drawRings(shape: RingsShape): string {
  const depth = ringDepth(shape)
  let lit = ''
  let unlit = ''
  shape.rings.forEach((ring, index) => {
    const middle = ringRadius(shape, index)
    const isLit = shape.lit === 'all' || shape.lit === index
    let dots = ''
    for (let mark = 0; mark < ring.of; mark += 1) {
      const angle = markAngle(mark + 0.5, ring.of)
      if (isLit && mark < ring.count) lit += wedge(shape, middle, (depth * shape.fill) / 2, angle, ring.of)
      else dots += dot(shape, middle, angle)
    }
    if (dots) unlit += `<path class="unlit" stroke-width="${dotWidth(middle, ring.of)}" d="${dots}"/>`
  })
  return `${unlit}<path class="lit" d="${lit}"/>`
}

/** Where the bearing ends: the caption of the lit ring stands there. Millimetres from the top left corner. */
export interface Bearing {
  readonly path: string
  readonly xMm: number
  readonly yMm: number
}

/** Between which marks the bearing leaves: after three eighths of the quarter, 33.75° when the base is 40. */
const BEARING_AT = 0.375

/** A hairline from the lit ring out to its caption. It runs between two marks, so that it meets no dot. */
export function drawBearing(
  shape: RingsShape & { readonly lit: number },
  endMm: number,
): Bearing | undefined {
  const ring = shape.rings[shape.lit]
  if (!ring) return undefined
  const mark = Math.min(ring.count, Math.round(ring.of * BEARING_AT))
  const angle = markAngle(mark, ring.of)
  const start = ringRadius(shape, shape.lit) + (ringDepth(shape) * shape.fill) / 2
  const from = point(shape, start, angle)
  const to = point(shape, Math.max(endMm, start), angle)
  return { path: `<path class="bearing" d="M${from.join(' ')}L${to.join(' ')}"/>`, xMm: to[0], yMm: to[1] }
}

const ringDepth = (shape: RingsShape): number =>
  (shape.outerMm - shape.innerMm) / Math.max(1, shape.rings.length)
const ringRadius = (shape: RingsShape, index: number): number =>
  shape.outerMm - (index + 0.5) * ringDepth(shape)
const markAngle = (mark: number, of: number): number => (mark / of) * (Math.PI / 2)

function point(shape: RingsShape, radius: number, angle: number): [number, number] {
  const x = radius * Math.cos(angle)
  return [
    round(shape.corner === 'left' ? x : shape.widthMm - x),
    round(shape.heightMm - radius * Math.sin(angle)),
  ]
}

function wedge(shape: RingsShape, middle: number, half: number, angle: number, of: number): string {
  const turn = (markAngle(1, of) * WIDE) / 2
  const corners = [
    point(shape, middle - half, angle - turn),
    point(shape, middle + half, angle - turn),
    point(shape, middle + half, angle + turn),
    point(shape, middle - half, angle + turn),
  ]
  return `M${corners.map((corner) => corner.join(' ')).join('L')}Z`
}

// A dot is a stroke that is all cap: drawn as circles, the six hundred dots of an opener were 170 kB of curves in the
// PDF. Not quite without length, or the browser draws circles itself.
const STROKE = 'h.01'

function dot(shape: RingsShape, middle: number, angle: number): string {
  const [x, y] = point(shape, middle, angle)
  return `M${x} ${y}${STROKE}`
}

const dotWidth = (middle: number, of: number): number =>
  round(2 * Math.min(DOT_MM, middle * markAngle(1, of) * 0.16))

// How large the pieces of a path are on the page, without drawing it.

import type { Matrix } from '../../ground/pdf/matrix.ts'
import { pointsOf } from '../../ground/units.ts'

/** Filled surfaces that are wider and taller than this keep the depth of four inks. */
const AREA_PT = pointsOf(10)

/** A path in the making. `from` is where its first operator begins in the stream, -1 while there is none. */
export interface DrawnPath {
  from: number
  isArea: boolean
  left: number
  right: number
  low: number
  high: number
}

export const newPath = (): DrawnPath => ({ from: -1, isArea: false, ...NOWHERE })

const NOWHERE = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity }

/** A new piece begins: `m`, or `re`. A chart's marks are one path of many pieces, each of them small. */
export function beginPiece(path: DrawnPath, from: number): void {
  endPiece(path)
  if (path.from < 0) path.from = from
}

export function addPoint(path: DrawnPath, [a, b, c, d, e, f]: Matrix, x: number, y: number): void {
  const across = a * x + c * y + e
  const up = b * x + d * y + f
  if (across < path.left) path.left = across
  if (across > path.right) path.right = across
  if (up < path.low) path.low = up
  if (up > path.high) path.high = up
}

export function endPiece(path: DrawnPath): void {
  if (path.right - path.left > AREA_PT && path.high - path.low > AREA_PT) path.isArea = true
  Object.assign(path, NOWHERE)
}

export function clearPath(path: DrawnPath): void {
  path.from = -1
  path.isArea = false
  Object.assign(path, NOWHERE)
}

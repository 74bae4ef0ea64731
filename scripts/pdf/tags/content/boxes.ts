import type { Matrix } from '../../../ground/pdf/matrix.ts'
import type { Box } from '../element.ts'

/** Widens the box by a point in the coordinates of the matrix. */
export function addPoint(box: Box, matrix: Matrix, x: number, y: number): void {
  const atX = x * matrix[0] + y * matrix[2] + matrix[4]
  const atY = x * matrix[1] + y * matrix[3] + matrix[5]
  if (atX < box.left) box.left = atX
  if (atX > box.right) box.right = atX
  if (atY < box.bottom) box.bottom = atY
  if (atY > box.top) box.top = atY
}

export function addRectangle(
  box: Box,
  matrix: Matrix,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  addPoint(box, matrix, x, y)
  addPoint(box, matrix, x + width, y)
  addPoint(box, matrix, x, y + height)
  addPoint(box, matrix, x + width, y + height)
}

/** What both cover; its left is beyond its right when they do not meet. */
export const overlap = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.min(one.right, other.right),
  top: Math.min(one.top, other.top),
})

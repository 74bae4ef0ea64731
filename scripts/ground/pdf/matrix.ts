/** A transformation [a b c d e f] (ISO 32000-1, 8.3.3). */
export type Matrix = [number, number, number, number, number, number]

export const identity = (): Matrix => [1, 0, 0, 1, 0, 0]

/** First `m`, then `n`. */
export const product = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]

/** The first six of a row of numbers. */
export const matrixOf = (numbers: ArrayLike<number>): Matrix => [
  numbers[0]!,
  numbers[1]!,
  numbers[2]!,
  numbers[3]!,
  numbers[4]!,
  numbers[5]!,
]

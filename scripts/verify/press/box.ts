/** In points of the page, from its lower left. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]

/** What two boxes share; undefined when they do not even touch. A line has no width and is there all the same. */
export function shared(one: Box, other: Box): Box | undefined {
  const left = Math.max(one[0], other[0])
  const bottom = Math.max(one[1], other[1])
  const right = Math.min(one[2], other[2])
  const top = Math.min(one[3], other[3])
  return left <= right && bottom <= top ? [left, bottom, right, top] : undefined
}

export const grown = ([left, bottom, right, top]: Box, by: number): Box => [
  left - by,
  bottom - by,
  right + by,
  top + by,
]

export const holds = (box: Box, x: number, y: number): boolean =>
  x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]

/** Whether one box lies in the other, but for `slackPt`. */
export const isWithin = (inner: Box, outer: Box, slackPt = 0): boolean =>
  inner[0] >= outer[0] - slackPt &&
  inner[1] >= outer[1] - slackPt &&
  inner[2] <= outer[2] + slackPt &&
  inner[3] <= outer[3] + slackPt

/** Whether what they have in common measures so much each way. */
export function overlaps(one: Box, other: Box, leastPt: number): boolean {
  const both = shared(one, other)
  return both !== undefined && both[2] - both[0] >= leastPt && both[3] - both[1] >= leastPt
}

/** The box around points that are given as x, y, x, y … */
export function around(points: ArrayLike<number>): Box {
  let left = Infinity
  let bottom = Infinity
  let right = -Infinity
  let top = -Infinity
  for (let index = 0; index < points.length; index += 2) {
    const x = points[index]!
    const y = points[index + 1]!
    if (x < left) left = x
    if (x > right) right = x
    if (y < bottom) bottom = y
    if (y > top) top = y
  }
  return [left, bottom, right, top]
}

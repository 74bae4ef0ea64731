import type { Operands } from '../../ground/pdf/content-stream.ts'
import type { Matrix } from '../../ground/pdf/matrix.ts'
import { around, type Box, grown, isWithin, shared } from './box.ts'
import { lookOf, type PageReading } from './page-reading.ts'
import type { Outline } from './press-page.ts'

/** Adds a point to the path, in points of the page. */
function addPoint({ points, state: { matrix } }: PageReading, x: number, y: number): void {
  points.push(x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5])
}

export function moveTo(reading: PageReading, { numbers }: Operands): void {
  reading.starts.push(reading.points.length)
  addPoint(reading, numbers[0]!, numbers[1]!)
}

export function lineTo(reading: PageReading, { numbers }: Operands): void {
  if (reading.starts.length === 0) reading.starts.push(0)
  addPoint(reading, numbers[0]!, numbers[1]!)
}

/** A curve as four straight pieces: near enough to say where a shape lies. */
export function curveTo(reading: PageReading, { numbers }: Operands): void {
  const { points } = reading
  const from = points.length - 2
  if (from < 0) return
  addPoint(reading, numbers[0]!, numbers[1]!)
  addPoint(reading, numbers[2]!, numbers[3]!)
  addPoint(reading, numbers[4]!, numbers[5]!)
  bend(points, from)
}

export function curveFrom(reading: PageReading, { numbers }: Operands): void {
  const { points } = reading
  const from = points.length - 2
  if (from < 0) return
  points.push(points[from]!, points[from + 1]!)
  addPoint(reading, numbers[0]!, numbers[1]!)
  addPoint(reading, numbers[2]!, numbers[3]!)
  bend(points, from)
}

export function curveInto(reading: PageReading, { numbers }: Operands): void {
  const { points } = reading
  const from = points.length - 2
  if (from < 0) return
  addPoint(reading, numbers[0]!, numbers[1]!)
  addPoint(reading, numbers[2]!, numbers[3]!)
  points.push(points.at(-2)!, points.at(-1)!)
  bend(points, from)
}

/** Puts points of the curve in place of the control points that stand behind `from`. */
function bend(points: number[], from: number): void {
  const control = points.splice(from, 8)
  const at = (part: number, axis: 0 | 1): number => {
    const rest = 1 - part
    return (
      rest ** 3 * control[axis]! +
      3 * rest ** 2 * part * control[axis + 2]! +
      3 * rest * part ** 2 * control[axis + 4]! +
      part ** 3 * control[axis + 6]!
    )
  }
  points.push(control[0]!, control[1]!)
  for (const part of [0.25, 0.5, 0.75, 1]) points.push(at(part, 0), at(part, 1))
}

export function addRectangle(reading: PageReading, { numbers }: Operands): void {
  const { matrix } = reading.state
  const [x = 0, y = 0, width = 0, height = 0] = numbers
  if (isUpright(matrix)) {
    const left = x * matrix[0] + y * matrix[2] + matrix[4]
    const bottom = x * matrix[1] + y * matrix[3] + matrix[5]
    const right = left + width * matrix[0] + height * matrix[2]
    const top = bottom + width * matrix[1] + height * matrix[3]
    reading.rectangles.push([
      Math.min(left, right),
      Math.min(bottom, top),
      Math.max(left, right),
      Math.max(bottom, top),
    ])
    return
  }
  reading.starts.push(reading.points.length)
  addPoint(reading, x, y)
  addPoint(reading, x + width, y)
  addPoint(reading, x + width, y + height)
  addPoint(reading, x, y + height)
}

const isUpright = (matrix: Matrix): boolean =>
  (matrix[1] === 0 && matrix[2] === 0) || (matrix[0] === 0 && matrix[3] === 0)

export const willClip = (reading: PageReading): void => {
  reading.pendingClip = true
}

/** Ends the path without painting it, or after it was painted. */
export function endPath(reading: PageReading): void {
  if (reading.pendingClip) {
    const { state } = reading
    const box = shared(boxOfPath(reading), state.clip)
    state.clip = box ?? [0, 0, -1, -1]
    reading.pendingClip = false
  }
  if (reading.points.length > 0) reading.points = []
  if (reading.starts.length > 0) reading.starts = []
  reading.rectangles.length = 0
}

function boxOfPath({ points, rectangles }: PageReading): Box {
  const boxes = points.length > 0 ? [...rectangles, around(points)] : rectangles
  return boxes.length === 1 ? boxes[0]! : around(boxes.flat())
}

export function fillPath(reading: PageReading, evenOdd: boolean): void {
  const { rectangles, points, starts, state, paints } = reading
  const look = lookOf(state, false)
  if (points.length === 0 && !isFramed(rectangles)) {
    for (const rectangle of rectangles) addFill(reading, rectangle, look)
    return
  }
  const outline = { points, starts, evenOdd }
  const single = rectangles.length === 0 && starts.length === 1 ? rectangleOf(points) : undefined
  if (single) {
    addFill(reading, single, look)
    return
  }
  const whole = withRectangles(outline, rectangles)
  const box = shared(around(whole.points), state.clip)
  if (box) paints.push({ kind: 'fill', box, thicknessPt: Infinity, look, outline: whole })
}

function addFill({ paints, state }: PageReading, rectangle: Box, look: ReturnType<typeof lookOf>): void {
  const box = shared(rectangle, state.clip)
  if (!box) return
  const thicknessPt = Math.min(rectangle[2] - rectangle[0], rectangle[3] - rectangle[1])
  paints.push({ kind: 'fill', box, thicknessPt, look })
}

/** Rectangles in one another are a frame, not a pile. */
const isFramed = (rectangles: readonly Box[]): boolean =>
  rectangles.length > 1 && rectangles.slice(1).every((one) => isWithin(one, rectangles[0]!))

/** Four corners that are those of an upright rectangle. */
function rectangleOf(points: readonly number[]): Box | undefined {
  const isClosed = points.length === 10 && points[0] === points[8] && points[1] === points[9]
  if (points.length !== 8 && !isClosed) return undefined
  const box = around(points)
  for (let index = 0; index < 8; index += 2) {
    const nextX = points[(index + 2) % 8]!
    const nextY = points[(index + 3) % 8]!
    if (points[index] !== nextX && points[index + 1] !== nextY) return undefined
    if (points[index] !== box[0] && points[index] !== box[2]) return undefined
    if (points[index + 1] !== box[1] && points[index + 1] !== box[3]) return undefined
  }
  return box
}

function withRectangles(outline: Outline, rectangles: readonly Box[]): Outline {
  if (rectangles.length === 0) return outline
  const points = [...outline.points]
  const starts = [...outline.starts]
  for (const [left, bottom, right, top] of rectangles) {
    starts.push(points.length)
    points.push(left, bottom, right, bottom, right, top, left, top)
  }
  return { ...outline, points, starts }
}

export function strokePath(reading: PageReading): void {
  const { state, points, starts, rectangles, paints } = reading
  if (points.length === 0 && rectangles.length === 0) return
  const { matrix } = state
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  const thicknessPt = state.lineWidth * scale
  const look = lookOf(state, true)
  // Each mark of the printer's counts for itself; of drawings, it is enough to know where they are.
  const boxes =
    look.ink.space === 'all'
      ? starts.map((start, index) => around(points.slice(start, starts[index + 1]))).concat(rectangles)
      : [boxOfPath(reading)]
  for (const one of boxes) {
    const box = shared(grown(one, thicknessPt / 2), state.clip)
    if (box) paints.push({ kind: 'stroke', box, thicknessPt, look })
  }
}

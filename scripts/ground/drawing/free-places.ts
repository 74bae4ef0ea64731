// Where numbers stand at the points of lines without meeting each other, another point or a line.

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Label {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly widthMm: number
  /** Placed before all others. */
  readonly first: boolean
}

const ABOVE_MM = -2.6
const BELOW_MM = 5.2
const BESIDE_MM = 2
const MIDDLE_MM = 1.3
const ASCENT_MM = 3
const DESCENT_MM = 0.9
/** Lines are looked at in steps of this. */
const STEP_MM = 0.8

type Course = readonly { readonly x: number; readonly y: number | undefined }[]

/** `x` is the middle of a text, `y` its line. What has no place is left out. */
export function placedLabels(labels: readonly Label[], courses: readonly Course[], room: Box): Label[] {
  const taken: Box[] = courses.flatMap(boxesAlong)
  const ordered = [...labels.filter(({ first }) => first), ...labels.filter(({ first }) => !first)]
  return ordered.flatMap((label): Label[] => {
    const half = label.widthMm / 2
    const free = placesAround(label, half).find(({ x, y }) => {
      const box = boxOf(x, y, half)
      return isWithin(box, room) && !taken.some((other) => meet(box, other))
    })
    if (!free) return []
    taken.push(boxOf(free.x, free.y, half + 0.8))
    return [{ ...label, ...free }]
  })
}

/** Above it before all, then below, to the right and to the left. */
const placesAround = ({ x, y }: Label, half: number) => [
  { x, y: y + ABOVE_MM },
  { x, y: y + BELOW_MM },
  { x: x + half + BESIDE_MM, y: y + MIDDLE_MM },
  { x: x - half - BESIDE_MM, y: y + MIDDLE_MM },
]

const isWithin = (box: Box, room: Box): boolean =>
  box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom

const boxOf = (x: number, y: number, half: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - ASCENT_MM,
  bottom: y + DESCENT_MM,
})

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

function boxesAlong(course: Course): Box[] {
  return course.flatMap(({ x, y }, index) => {
    const next = course[index + 1]
    if (y === undefined) return []
    const boxes = [around(x, y, 1.4)]
    if (next?.y === undefined) return boxes
    const steps = Math.ceil(Math.hypot(next.x - x, next.y - y) / STEP_MM)
    for (let step = 1; step < steps; step += 1) {
      const part = step / steps
      boxes.push(around(x + (next.x - x) * part, y + (next.y - y) * part, 0.2))
    }
    return boxes
  })
}

const around = (x: number, y: number, by: number): Box => ({
  left: x - by,
  right: x + by,
  top: y - by,
  bottom: y + by,
})

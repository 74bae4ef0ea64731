// Pictures of a gallery stand in rows that are as wide as the text, all pictures of a row of one height.

/** Between two pictures, as the styles have it. */
export const GALLERY_GAP_MM = 3
/** Of the width: how high a row is at best, and what all may come to, so that they stand on one page with a caption. */
const BEST = 0.42
const LEAST = 0.12
const STEP = 0.02
const MOST_OF_ALL = 1.05
/** A wall goes on over pages. A row of it that would be so many times as high as the best one is not filled. */
const MOST_OF_A_ROW = 1.4
const BEST_OF_A_WALL = 0.36
const LEAST_MM = 52

/** Of a picture whose size is not known: that of most photographs. */
export const USUAL_SHAPE = 3 / 2

/** `shapes`: widths by heights. How many pictures stand in each row, from the first on. */
export function galleryRows(shapes: readonly number[]): number[] {
  let rows = rowsOf(shapes, BEST)
  for (let best = BEST - STEP; heightOf(shapes, rows) > MOST_OF_ALL && best > LEAST; best -= STEP)
    rows = rowsOf(shapes, best)
  return rows
}

/** How high the rows of a wall are at best, in parts of its width: on a small page captions would have no room else. */
export const bestOfWall = (widthMm: number): number => Math.max(BEST_OF_A_WALL, LEAST_MM / widthMm)

/** Of a wall whose rows are so high at best, how many pictures stand in each row. */
export const wallRows = (shapes: readonly number[], best: number): number[] => rowsOf(shapes, best)

/** Of a row of a wall: the shape of what stays empty at its end, 0 for a row that is filled. */
export const emptyShape = (row: readonly number[], best: number): number =>
  Math.max(0, 1 / (best * MOST_OF_A_ROW) - row.reduce((sum, shape) => sum + shape, 0))

/** In millimetres, in the order of the pictures, of a gallery that is so wide. */
export const galleryWidths = (shapes: readonly number[], widthMm: number): number[] =>
  inRows(shapes, galleryRows(shapes)).flatMap((row) => widthsOf(row, widthMm, 0))

/** The same of a wall. */
export function wallWidths(shapes: readonly number[], widthMm: number): number[] {
  const best = bestOfWall(widthMm)
  return inRows(shapes, wallRows(shapes, best)).flatMap((row) =>
    widthsOf(row, widthMm, emptyShape(row, best)),
  )
}

function inRows(shapes: readonly number[], rows: readonly number[]): number[][] {
  let at = 0
  return rows.map((length) => {
    at += length
    return shapes.slice(at - length, at)
  })
}

function widthsOf(row: readonly number[], widthMm: number, empty: number): number[] {
  const gaps = row.length - 1 + Number(empty > 0)
  const room = widthMm - GALLERY_GAP_MM * gaps
  const sum = row.reduce((all, shape) => all + shape, empty)
  return row.map((shape) => (room * shape) / sum)
}

const heightOf = (shapes: readonly number[], rows: readonly number[]): number =>
  inRows(shapes, rows).reduce((all, row) => all + rowHeight(row), 0)

/** Of its width. */
const rowHeight = (shapes: readonly number[]): number => 1 / shapes.reduce((sum, shape) => sum + shape, 0)

/** More pictures than that stand in no row. */
const LONGEST = 12

/** The rows whose heights are nearest to the best one: from the last picture back, each end once. */
function rowsOf(shapes: readonly number[], best: number): number[] {
  const plans: { readonly cost: number; readonly length: number }[] = [{ cost: 0, length: 0 }]
  for (let from = shapes.length - 1; from >= 0; from -= 1) {
    const ways = Array.from({ length: Math.min(LONGEST, shapes.length - from) }, (_, index) => {
      const length = index + 1
      const off = Math.log(rowHeight(shapes.slice(from, from + length)) / best)
      return { cost: off * off + plans[shapes.length - from - length]!.cost, length }
    })
    plans.push(ways.reduce((least, way) => (way.cost < least.cost ? way : least)))
  }
  const rows: number[] = []
  for (let left = shapes.length; left > 0; left -= rows.at(-1)!) rows.push(plans[left]!.length)
  return rows
}

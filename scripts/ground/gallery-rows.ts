// Pictures of a gallery stand in rows that are as wide as the text, all pictures of a row of one height.

/** Between two pictures, as the styles have it. */
export const GALLERY_GAP_MM = 3
/** Of the width: how high a row is at best, and what all may come to, so that they stand on one page with a caption. */
const BEST = 0.42
const LEAST = 0.12
const STEP = 0.02
const MOST_OF_ALL = 1.05

/** Of a picture whose size is not known: that of most photographs. */
export const USUAL_SHAPE = 3 / 2

/** `shapes`: widths by heights. How many pictures stand in each row, from the first on. */
export function galleryRows(shapes: readonly number[]): number[] {
  let rows = rowsOf(shapes, BEST)
  for (let best = BEST - STEP; heightOf(shapes, rows) > MOST_OF_ALL && best > LEAST; best -= STEP)
    rows = rowsOf(shapes, best)
  return rows
}

/** In millimetres, in the order of the pictures, of a gallery that is so wide. */
export function galleryWidths(shapes: readonly number[], widthMm: number): number[] {
  let at = 0
  return galleryRows(shapes).flatMap((length) => {
    const row = shapes.slice(at, at + length)
    at += length
    const room = widthMm - GALLERY_GAP_MM * (length - 1)
    const sum = row.reduce((all, shape) => all + shape, 0)
    return row.map((shape) => (room * shape) / sum)
  })
}

function heightOf(shapes: readonly number[], rows: readonly number[]): number {
  let at = 0
  return rows.reduce((all, length) => {
    at += length
    return all + rowHeight(shapes.slice(at - length, at))
  }, 0)
}

/** Of its width. */
const rowHeight = (shapes: readonly number[]): number => 1 / shapes.reduce((sum, shape) => sum + shape, 0)

/** The rows whose heights are nearest to the best one: from the last picture back, each end once. */
function rowsOf(shapes: readonly number[], best: number): number[] {
  const plans: { readonly cost: number; readonly rows: readonly number[] }[] = [{ cost: 0, rows: [] }]
  for (let from = shapes.length - 1; from >= 0; from -= 1) {
    const ways = Array.from({ length: shapes.length - from }, (_, index) => {
      const length = index + 1
      const off = Math.log(rowHeight(shapes.slice(from, from + length)) / best)
      const rest = plans[shapes.length - from - length]!
      return { cost: off * off + rest.cost, rows: [length, ...rest.rows] }
    })
    plans.push(ways.reduce((least, way) => (way.cost < least.cost ? way : least)))
  }
  return [...plans.at(-1)!.rows]
}

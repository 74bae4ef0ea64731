import { describe, expect, it } from 'vitest'
import {
  bestOfWall,
  emptyShape,
  GALLERY_GAP_MM,
  wallRows,
  wallWidths,
} from '../../scripts/ground/gallery-rows.ts'

const SHAPES = [1.5, 0.7, 2, 1, 0.7, 0.7, 1.5, 1.33, 1.78, 0.66]

/** The widths of each row, and the height that its pictures come to, in mm. */
function rowsIn(shapes: readonly number[], widthMm: number) {
  const widths = wallWidths(shapes, widthMm)
  let at = 0
  return wallRows(shapes, bestOfWall(widthMm)).map((length) => {
    const row = widths.slice(at, at + length)
    const heights = row.map((width, index) => width / shapes[at + index]!)
    at += length
    return { row, heights }
  })
}

describe.each([
  ['A4', 170],
  ['A5', 112],
])('a wall on %s', (_, widthMm) => {
  it('fills each row to the millimetre, all pictures of one height and of their own shape', () => {
    const rows = rowsIn(SHAPES, widthMm)
    expect(rows.flatMap(({ row }) => row)).toHaveLength(SHAPES.length)
    for (const { row, heights } of rows) {
      const sum = row.reduce((all, width) => all + width, GALLERY_GAP_MM * (row.length - 1))
      expect(sum).toBeCloseTo(widthMm, 6)
      for (const height of heights) expect(height).toBeCloseTo(heights[0]!, 6)
    }
  })

  it('has no row that is a strip, and none that takes the page', () => {
    for (const { heights } of rowsIn(SHAPES, widthMm)) {
      expect(heights[0]! / widthMm).toBeGreaterThan(0.22)
      expect(heights[0]! / widthMm).toBeLessThanOrEqual(0.65)
    }
  })
})

describe('a picture that is left alone', () => {
  it('does not grow over the page: the rest of its row stays empty', () => {
    expect(wallRows([0.7], 0.36)).toEqual([1])
    const [width = 0] = wallWidths([0.7], 170)
    expect(width / 0.7).toBeLessThanOrEqual(86)
    expect(emptyShape([0.7], 0.36)).toBeCloseTo(1.284)
    expect(emptyShape([1.5, 0.7], 0.36)).toBe(0)
  })
})

it('hangs ten thousand pictures in a blink', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => SHAPES[index % SHAPES.length]!)
  const before = process.cpuUsage().user
  expect(wallRows(many, 0.36).reduce((sum, length) => sum + length, 0)).toBe(10_000)
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(1)
})

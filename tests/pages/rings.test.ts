import { describe, expect, it } from 'vitest'
import { drawBearing, drawRings, type RingsShape } from '../../scripts/ground/drawing/rings.ts'

const shape: RingsShape = {
  rings: [
    { count: 39, of: 40 },
    { count: 15, of: 40 },
  ],
  widthMm: 210,
  heightMm: 297,
  corner: 'left',
  innerMm: 20,
  outerMm: 176,
  fill: 0.8,
  lit: 'all',
}

const marks = (svg: string, name: 'lit' | 'unlit'): number =>
  [...svg.matchAll(new RegExp(`class="${name}"[^>]* d="([^"]*)"`, 'g'))].flatMap(
    ([, d]) => d?.match(/M/g) ?? [],
  ).length

describe('the rings of the cover', () => {
  it('light one mark for each answer and draw a dot for every other', () => {
    const svg = drawRings(shape)
    expect(marks(svg, 'lit')).toBe(54)
    expect(marks(svg, 'unlit')).toBe(26)
  })

  it('draw a dot as one short stroke: circles made the pages ten times as large', () => {
    expect(drawRings(shape)).not.toMatch(/class="unlit"[^>]*a/)
  })

  it('light one ring alone on an opener', () => {
    expect(marks(drawRings({ ...shape, lit: 1 }), 'lit')).toBe(15)
  })

  it('light nothing on the back cover', () => {
    expect(marks(drawRings({ ...shape, lit: 'none' }), 'lit')).toBe(0)
  })

  it('are mirrored from the other corner', () => {
    const [, x] = /M([\d.]+) /.exec(drawRings({ ...shape, rings: [{ count: 1, of: 40 }] })) ?? []
    const [, mirrored] =
      /class="lit" d="M([\d.]+) /.exec(
        drawRings({ ...shape, rings: [{ count: 1, of: 40 }], corner: 'right' }),
      ) ?? []
    expect(Number(x) + Number(mirrored)).toBeLessThan(420)
    expect(Number(mirrored)).toBeGreaterThan(30)
  })
})

describe('the bearing', () => {
  it('leaves at 33.75° for a base of forty and ends beside its caption', () => {
    const bearing = drawBearing({ ...shape, lit: 1 }, 184)
    expect(bearing?.xMm).toBeCloseTo(184 * Math.cos((33.75 * Math.PI) / 180), 2)
    expect(bearing?.yMm).toBeCloseTo(297 - 184 * Math.sin((33.75 * Math.PI) / 180), 2)
  })

  it('ends at the last lit mark of a shorter ring', () => {
    const few = { ...shape, rings: [{ count: 4, of: 40 }], lit: 0 }
    expect(drawBearing(few, 184)?.yMm).toBeCloseTo(297 - 184 * Math.sin((9 * Math.PI) / 180), 2)
  })
})

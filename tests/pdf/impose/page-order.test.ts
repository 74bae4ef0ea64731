import { describe, expect, it } from 'vitest'
import { creepPt } from '../../../scripts/pdf/impose/creep.ts'
import { bookletOrder, filledUp, twoUpOrder } from '../../../scripts/pdf/impose/page-order.ts'
import { sections } from '../../../scripts/pdf/impose/sections.ts'

const OFFICE = { paperMm: 0.1, sheetsPerSection: 0 }

describe('sections', () => {
  it.each([
    [1, [1]],
    [20, [20]],
    [21, [11, 10]],
    [27, [14, 13]],
    [60, [20, 20, 20]],
    [119, [20, 20, 20, 20, 20, 19]],
  ])('of %i sheets of office paper are %j', (sheets, sizes) => {
    expect(sections(sheets, OFFICE)).toEqual(sizes)
  })

  it('are thinner of thicker paper', () => {
    expect(sections(27, { ...OFFICE, paperMm: 0.2 })).toEqual([9, 9, 9])
    expect(sections(3, { ...OFFICE, paperMm: 2 })).toEqual([1, 1, 1])
  })

  it('have no more sheets than was asked for', () => {
    expect(sections(27, { ...OFFICE, sheetsPerSection: 8 })).toEqual([7, 7, 7, 6])
  })
})

describe('the order of pages', () => {
  it('of eight pages on two sheets is the one that every printer knows', () => {
    const order = bookletOrder(8, [2], false).map(({ side, left, right }) => [side, left, right])
    expect(order).toEqual([
      ['front', 8, 1],
      ['back', 2, 7],
      ['front', 6, 3],
      ['back', 4, 5],
    ])
  })

  it('begins anew in each section, and counts the sheets through', () => {
    const order = bookletOrder(12, [2, 1], false).map(({ section, sheet, depth, left, right }) =>
      [section, sheet, depth, left, right].join(' '),
    )
    expect(order).toEqual(['1 1 0 8 1', '1 1 0 2 7', '1 2 1 6 3', '1 2 1 4 5', '2 3 0 12 9', '2 3 0 10 11'])
  })

  it('fills up at the end, or before a back cover', () => {
    expect(filledUp(6, false)).toEqual([1, 2, 3, 4, 5, 6, 0, 0])
    expect(filledUp(6, true)).toEqual([1, 2, 3, 4, 5, 0, 0, 6])
    expect(filledUp(8, true)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it.each([
    [4, ['0 1', '2 3', '4 0']],
    [5, ['0 1', '2 3', '4 5']],
  ])('of %i proof pages is that of reading, the first alone on the right', (pages, sides) => {
    expect(twoUpOrder(pages).map(({ left, right }) => `${left} ${right}`)).toEqual(sides)
  })
})

describe('creep', () => {
  it('is nothing on the outermost sheet, and a quarter of a turn around each that is further out', () => {
    expect(creepPt(0, 0.1)).toBe(0)
    expect((creepPt(1, 0.1) * 25.4) / 72).toBeCloseTo(0.157, 3)
    expect(creepPt(19, 0.1)).toBeCloseTo(creepPt(1, 0.1) * 19)
  })
})

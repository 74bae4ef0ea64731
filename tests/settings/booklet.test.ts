import { describe, expect, it } from 'vitest'
import { WrongUseError } from '../../scripts/ground/wrong-use-error.ts'
import { bookletPlan, type ImposeWishes, imposePlan, sheetOf } from '../../scripts/settings/booklet.ts'
import { publicationOf } from '../support/made-by-hand.ts'

describe('a sheet', () => {
  it.each([
    ['A4', 297, 210],
    ['a3', 420, 297],
    [' sra3 ', 450, 320],
    ['letter', 279, 216],
    ['320x450', 450, 320],
    ['450 × 320.5', 450, 320.5],
  ])('%j lies on its long side', (wish, widthMm, heightMm) => {
    expect(sheetOf(wish)).toEqual({ widthMm, heightMm })
  })

  it.each(['', '0x0', '0x297', '-210x297', '210', '210x', '1e3x300', 'NaNxNaN', 'A9', '30x40', '3000x100'])(
    '%j is none',
    (wish) => expect(() => sheetOf(wish)).toThrow(WrongUseError),
  )
})

describe('what was asked of a booklet', () => {
  it('of the build: office paper, and the covers of the publication', () => {
    expect(bookletPlan({ sheet: 'A4', marks: true }, publicationOf())).toEqual({
      layout: 'booklet',
      sheet: { widthMm: 297, heightMm: 210 },
      paperMm: 0.1,
      sheetsPerSection: 0,
      marks: true,
      lastIsCover: true,
    })
  })

  it('of any file: nothing, or everything', () => {
    const nothing = { paperMm: 0.1, sheetsPerSection: 0, marks: false, lastIsCover: false }
    expect(imposePlan({})).toEqual({ layout: 'booklet', ...nothing })
    expect(imposePlan({ layout: 'two-up', sheet: 'A4' })).toMatchObject({ layout: 'two-up', ...nothing })
    expect(imposePlan({ section: '8', paper: '.12', marks: true, backCover: true })).toEqual({
      layout: 'booklet',
      paperMm: 0.12,
      sheetsPerSection: 8,
      marks: true,
      lastIsCover: true,
    })
  })

  it.each<[string, ImposeWishes]>([
    ['no thickness of a paper', { paper: '0' }],
    ['no thickness of a paper', { paper: '-0.1' }],
    ['no thickness of a paper', { paper: 'thick' }],
    ['no thickness of a paper', { paper: '40' }],
    ['no number of sheets', { section: '0' }],
    ['no number of sheets', { section: '-4' }],
    ['no number of sheets', { section: '2.5' }],
    ['no number of sheets', { section: '11', paper: '0.5' }],
    ['no sheet', { sheet: '0x0' }],
    ['--section or --marks', { layout: 'two-up', section: '4', marks: true }],
  ])('is wrong use: %s (%j)', (words, wishes) => {
    expect(() => imposePlan(wishes)).toThrow(words)
    expect(() => imposePlan(wishes)).toThrow(WrongUseError)
  })
})

import { describe, expect, it } from 'vitest'
import { planPieces, type RunToCut } from '../../scripts/pages/plan-pieces.ts'

/** Sections of so many pages, a run each. */
const sections = (...pages: readonly number[]): RunToCut[] =>
  pages.map((count, index) => ({ section: `section-${index}`, pages: count }))

/** Pages of each piece. */
function pagesOf(runs: readonly RunToCut[]): number[] {
  let from = 0
  return planPieces(runs).map((count) => {
    const own = runs.slice(from, from + count)
    from += count
    return own.reduce((sum, { pages }) => sum + pages, 0)
  })
}

describe('a piece', () => {
  it('is one where the book is short, even of one page', () => {
    expect(planPieces([])).toEqual([])
    expect(planPieces(sections(1))).toEqual([1])
    expect(planPieces(sections(5, 5, 5, 3))).toEqual([4])
  })

  it('has 20 to 60 pages in a book of short sections, and the last at least ten', () => {
    const pages = pagesOf(sections(...Array.from({ length: 400 }, (_, index) => 1 + (index % 7))))
    expect(pages.length).toBeGreaterThan(20)
    expect(pages.slice(0, -1).filter((count) => count < 20 || count > 60)).toEqual([])
    expect(pages.at(-1)).toBeGreaterThanOrEqual(10)
  })

  it('may be longer where one run is, which cannot be cut', () => {
    expect(pagesOf(sections(30, 500, 30))).toEqual([30, 500, 30])
    expect(pagesOf(sections(500))).toEqual([500])
    expect(pagesOf(sections(1, 500, 1))).toEqual([502]) // A page alone is not worth a browser.
  })

  it('ends within a section only where that is longer than a piece may be', () => {
    const long = Array.from({ length: 30 }, (): RunToCut => ({ section: 'long', pages: 10 }))
    expect(pagesOf([{ section: 'before', pages: 10 }, ...long])).toEqual([60, 60, 60, 60, 60, 10])
    const short = Array.from({ length: 5 }, (): RunToCut => ({ section: 'short', pages: 10 }))
    expect(pagesOf([{ section: 'before', pages: 10 }, ...short])).toEqual([60])
  })
})

it('a section that grows leaves nearly all pieces as they were', () => {
  const lengths = Array.from({ length: 200 }, (_, index) => 2 + ((index * 7) % 9))
  const cutsOf = (pages: readonly number[]): string[] => {
    let from = 0
    return planPieces(sections(...pages)).map((count) => {
      from += count
      return `${count} before ${from}`
    })
  }
  const before = cutsOf(lengths)
  const kept = lengths.map((count, grown) => {
    const after = new Set(cutsOf(lengths.with(grown, count + 6)))
    return before.filter((piece) => after.has(piece)).length
  })
  const mean = kept.reduce((sum, count) => sum + count, 0) / kept.length
  expect(before.length).toBeGreaterThan(25)
  expect(before.length - mean).toBeLessThan(2)
})

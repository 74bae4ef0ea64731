import { describe, expect, it } from 'vitest'
import type { PageRun } from '../../scripts/model/document.ts'
import type { PageMap } from '../../scripts/model/printed.ts'
import { checkBinding } from '../../scripts/print/checks/page-count-fits-the-binding.ts'
import { planPress, spineMm } from '../../scripts/print/plan-press.ts'

const paper = { name: '', gsm: 115, bulk: 0.9 }
const stapled = { cover: 'self', paper, blanks: false } as const
const bound = { cover: 'wrap', paper, blanks: false } as const

const run = (section: string): PageRun => ({
  id: section,
  section,
  ends: section,
  page: '',
  kind: 'flow',
  numbering: 'arabic',
  starts: 'any',
  heads: { left: '', right: '' },
  folio: true,
})
const COVERED = [run('front-cover'), run('text'), run('back-cover')]
const BARE = [run('text')]

/** A paper of so many pages; `blank` is the page before the last. */
const mapOf = (total: number, blank = false): Pick<PageMap, 'total' | 'runs'> => ({
  total,
  runs: blank ? [{ id: 'blank', first: total - 1, pages: 1, filled: 0, blank: true }] : [],
})

describe('a paper whose covers are pages like others', () => {
  it('is printed page by page', () => {
    expect(planPress(COVERED, mapOf(6), stapled)).toEqual({ body: [1, 2, 3, 4, 5, 6] })
  })

  it.each([
    [4, [1, 2, 3, 4]],
    [5, [1, 2, 3, 4, 0, 0, 0, 5]],
    [6, [1, 2, 3, 4, 5, 0, 0, 6]],
    [7, [1, 2, 3, 4, 5, 6, 0, 7]],
  ])('of %i pages gets blank ones before the back cover where they are wished for', (total, body) => {
    expect(planPress(COVERED, mapOf(total), { ...stapled, blanks: true }).body).toEqual(body)
  })

  it('without a back cover gets them at its end', () => {
    expect(planPress(BARE, mapOf(3), { ...stapled, blanks: true }).body).toEqual([1, 2, 3, 0])
  })
})

describe('a cover that wraps', () => {
  it('takes the first two pages, the last, and the blank one before it', () => {
    expect(planPress(COVERED, mapOf(8, true), bound)).toEqual({
      body: [3, 4, 5, 6],
      cover: { outside: [8, 1], inside: [2, 7], spineMm: spineMm(4, bound) },
    })
  })

  it('leaves its inner back white where the page before the last has a text, and evens the body out', () => {
    const { body, cover } = planPress(COVERED, mapOf(8), bound)
    expect(body).toEqual([3, 4, 5, 6, 7, 0])
    expect(cover?.inside).toEqual([2, 0])
  })

  it('is none where the paper has no covers', () => {
    expect(planPress(BARE, mapOf(8), bound)).toEqual({ body: [1, 2, 3, 4, 5, 6, 7, 8] })
  })

  it.each([
    // pages, g/m², cm³/g, mm
    [48, 80, 1.25, 2.4],
    [104, 115, 0.9, 5.382],
    [200, 100, 1.0, 10],
    [320, 90, 1.8, 25.92],
    [2, 300, 1.1, 0.33],
  ])('of %i pages on %i g/m² with a bulk of %f has a spine of %f mm', (pages, gsm, bulk, expected) => {
    expect(spineMm(pages, { paper: { name: '', gsm, bulk } })).toBe(expected)
  })
})

describe('page-count-fits-the-binding', () => {
  const said = (pages: number, wishes: { cover?: boolean; gsm?: number } = {}): string[] => {
    const body = Array.from({ length: pages }, (_, index) => index + 1)
    const cover = { outside: [1, 2], inside: [3, 4], spineMm: pages / 20 } as const
    const layout = wishes.cover ? { body, cover } : { body }
    const plan = {
      paper: { ...paper, gsm: wishes.gsm ?? paper.gsm },
      cover: wishes.cover ? 'wrap' : 'self',
    } as const
    return checkBinding(layout, plan).map(({ rule, severity, message }) => `${severity} ${rule} ${message}`)
  }

  it('is silent about four, eight or eighty pages', () => {
    expect([4, 8, 80].flatMap((pages) => said(pages))).toEqual([])
  })

  it('tells pages that fill no sheet, and what would', () => {
    expect(said(7)).toEqual([
      expect.stringMatching(/^warning page-count-fits-the-binding .*7 pages are no multiple of four/),
    ])
  })

  it('tells a paper that is too thick to fold', () => {
    expect(said(120)).toEqual([expect.stringMatching(/120 pages of this paper are 6\.2 mm thick/)])
    expect(said(80, { gsm: 300 })).toEqual([expect.stringMatching(/10\.8 mm thick/)])
  })

  it('has nothing to say of a paper that is bound', () => expect(said(121, { cover: true })).toEqual([]))

  it('tells a spine that is too thin for glue', () => {
    expect(said(20, { cover: true })).toEqual([
      expect.stringMatching(/a spine of 1\.0 mm, which holds no glue/),
    ])
  })

  it('tells a cover that was asked for and is not there', () => {
    const body = [1, 2, 3, 4]
    const [only] = checkBinding({ body }, { paper, cover: 'wrap' })
    expect(only?.message).toMatch(/asks for a cover, and this paper has none/)
  })
})

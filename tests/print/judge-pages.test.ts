import { expect, it } from 'vitest'
import type { HtmlDocument } from '../../scripts/model/document.ts'
import type { PageMap } from '../../scripts/model/printed.ts'
import { judgePages } from '../../scripts/print/judge-pages.ts'
import { placeDocument, plain } from '../../scripts/print/lay-out.ts'
import { buildDocument } from './build-document.ts'

const document: HtmlDocument = buildDocument([
  { id: 'a', html: '' },
  { id: 'b', html: '', starts: 'right' },
  { id: 'c', html: '', starts: 'right' },
])

const placed = placeDocument(document, { pages: { a: 2, b: 3, c: 1 }, filled: {} })
const map: PageMap = { total: 7, anchors: { a1: 2, b1: 5, c1: 7 }, runs: placed.map(plain) }

it('agrees when all destinations are where the numbers say', () => {
  const printed = new Map([
    ['a1', 2],
    ['b1', 5],
    ['c1', 7],
  ])
  expect(judgePages(document, map, placed, new Set(), printed, 7).wrong).toEqual([])
})

it('does not miss that pages were lost at the end', () => {
  expect(judgePages(document, map, placed, new Set(), new Map([['a1', 2]]), 6).wrong).toEqual([''])
})

it('moves a run that grew, and the blank before the next one', () => {
  // b was printed on four pages instead of three, and the blank after it is still there.
  const printed = new Map([
    ['run--a', 1],
    ['run--b', 3],
    ['run--c', 8],
    ['a1', 2],
    ['b1', 6],
    ['c1', 8],
  ])
  const verdict = judgePages(document, map, placed, new Set(), printed, 8)
  expect(verdict.wrong).toEqual(['b1', 'c1', ''])
  expect(verdict.pageMap).toEqual({
    total: 7,
    anchors: { a1: 2, b1: 6, c1: 7 },
    runs: [
      { id: 'a', first: 1, pages: 2, filled: 1, blank: false },
      { id: 'b', first: 3, pages: 4, filled: 1, blank: false },
      { id: 'c', first: 7, pages: 1, filled: 1, blank: false },
    ],
  })
})

it('knows that a word at the top of a page was printed there, whatever its destination says', () => {
  const printed = new Map([
    ['a1', 2],
    ['b1', 4],
    ['c1', 7],
  ])
  const verdict = judgePages(document, map, placed, new Set(['b1']), printed, 7)
  expect(verdict).toMatchObject({ wrong: [], misplaced: [{ anchor: 'b1', page: 5 }] })
})

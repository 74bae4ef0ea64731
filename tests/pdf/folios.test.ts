import { expect, it } from 'vitest'
import type { PageRun } from '../../scripts/model/document.ts'
import type { PageMap } from '../../scripts/model/printed.ts'
import { folios } from '../../scripts/pdf/folios.ts'

const run = (id: string, numbering: PageRun['numbering']) => ({ id, numbering }) as PageRun

const labels = (
  runs: readonly PageRun[],
  pages: readonly (readonly [id: string, pages: number])[],
): string[] => {
  const map = pages.map(([id, count]) => ({
    id,
    first: 0,
    pages: count,
    filled: 1,
    blank: id.startsWith('blank'),
  }))
  return folios(runs, { total: 0, anchors: {}, runs: map } as PageMap).map((folio) => folio.label)
}

const RUNS = [run('cover', 'roman'), run('front', 'roman'), run('one', 'arabic'), run('two', 'arabic')]

it('counts the cover as i and begins the body with 1', () => {
  expect(
    labels(RUNS, [
      ['cover', 1],
      ['front', 4],
      ['one', 2],
    ]),
  ).toEqual(['i', 'ii', 'iii', 'iv', 'v', '1', '2'])
})

it('counts blank pages with what stands before them', () => {
  const pages = labels(RUNS, [
    ['cover', 1],
    ['front', 2],
    ['blank-1', 1],
    ['one', 3],
    ['blank-2', 1],
    ['two', 1],
  ])
  expect(pages).toEqual(['i', 'ii', 'iii', 'iv', '1', '2', '3', '4', '5'])
})

it('writes roman numerals', () => {
  const roman = labels([run('front', 'roman')], [['front', 1999]])
  expect([4, 9, 14, 40, 49, 90, 99, 400, 444, 1994].map((page) => roman[page - 1])).toEqual([
    'iv',
    'ix',
    'xiv',
    'xl',
    'xlix',
    'xc',
    'xcix',
    'cd',
    'cdxliv',
    'mcmxciv',
  ])
})

import { describe, expect, it } from 'vitest'
import { assembleBook } from '../../scripts/book/assemble-book.ts'
import type { Chapter, LinkMark } from '../../scripts/model.ts'
import { slot } from '../../scripts/slots.ts'
import { chapterOf, settingsOf } from '../support/made-by-hand.ts'

const link = (target: string, written: string, text = 'there'): LinkMark => ({
  target,
  written,
  text,
  line: 9,
  column: 3,
})
const heading = (id: string) => ({ level: 2, text: id, id, line: 4 })
const exhibit = (kind: 'figure' | 'table', id: string) => ({ kind, id, caption: '', line: 5 })
const findings = (chapters: readonly Chapter[]) => assembleBook(chapters, settingsOf()).findings

const barriers = chapterOf(
  'chapters/02-barriers.md',
  {},
  {
    headings: [heading('barriers--time-and-money')],
    exhibits: [exhibit('figure', 'barriers--hours'), exhibit('table', 'barriers--costs')],
    indexMarks: [{ term: 'x', anchor: 'barriers--i1' }],
  },
)
const dudley = chapterOf(
  'case-studies/08-dudley.md',
  {},
  { exhibits: [exhibit('figure', 'case-dudley--map')] },
)
const from = (...links: LinkMark[]) =>
  findings([chapterOf('chapters/01-intro.md', {}, { links }), barriers, dudley])

describe('link-resolves', () => {
  it('is silent about files, headings, exhibits and index marks', () => {
    const targets = ['barriers', 'barriers--time-and-money', 'barriers--hours', 'barriers--i1', 'case-dudley']
    expect(from(...targets.map((target) => link(target, target)))).toEqual([])
  })

  it.each([
    ['barriers--time-and-mony', '02-barriers.md#time-and-mony', '02-barriers.md#time-and-money'],
    ['case-dudly', '../case-studies/08-dudly.md', '../case-studies/08-dudley.md'],
    ['intro--map', '#map', '../case-studies/08-dudley.md#map'],
    ['barriers--i2', '02-barriers.md#i2', '02-barriers.md'],
    ['intro--nothing-like-it-at-all', '#nothing-like-it-at-all', undefined],
  ])('%s: suggests what the author could write', (target, written, suggestion) => {
    const [found, ...others] = from(link(target, written))
    expect(others).toEqual([])
    expect(found).toMatchObject({
      rule: 'link-resolves',
      place: { file: 'chapters/01-intro.md', line: 9, column: 3 },
      message: `This link leads nowhere: \`${written}\`.`,
      mend: suggestion ? `Did you mean \`${suggestion}\`?` : expect.stringContaining('Check the file name'),
    })
  })
})

describe('figure-reference-is-true', () => {
  it.each([
    ['barriers--hours', 'figure 1'],
    ['barriers--hours', 'figure'],
    ['case-dudley--map', 'Figure 2'],
    ['barriers--costs', 'table 1'],
    ['barriers--costs', 'the table of costs'],
    ['barriers', 'chapter 2'],
  ])('%s is “%s”', (target, text) => expect(from(link(target, '#x', text))).toEqual([]))

  it.each([
    ['case-dudley--map', 'figure 1', 'figure 2', 'Write `[figure](#id)`, and the number is put in.'],
    ['barriers--costs', 'figure', 'table 1', 'Write `[table](#id)`, and the number is put in.'],
    ['barriers', 'figure', 'a section of the text', 'Link to the id of the figure or table.'],
  ])('%s is not “%s” but %s', (target, text, expected, mend) =>
    expect(from(link(target, '#x', text))).toMatchObject([
      {
        rule: 'figure-reference-is-true',
        message: `The text says “${text}”, but this is ${expected}.`,
        mend,
      },
    ]),
  )
})

describe('anchor-is-unique', () => {
  it('no two files answer to one name, and none to that of a page of ours', () => {
    const twice = [
      chapterOf('chapters/01-a.md'),
      chapterOf('chapters/02-a.md'),
      chapterOf('chapters/03-contents.md'),
      chapterOf('chapters/04-part-2.md'),
    ]
    expect(findings(twice).map(({ rule, place }) => [rule, place.file])).toEqual([
      ['anchor-is-unique', 'chapters/02-a.md'],
      ['anchor-is-unique', 'chapters/03-contents.md'],
      ['anchor-is-unique', 'chapters/04-part-2.md'],
    ])
  })
})

describe('exhibits', () => {
  it('are numbered in the order of print, figures and tables apart', () => {
    const last = chapterOf(
      'chapters/09-last.md',
      {},
      {
        html: `<p>${slot('number', 'last--a')} ${slot('number', 'first--t')} ${slot('number', 'none')} ${slot('chart', '0')}</p>`,
        exhibits: [exhibit('figure', 'last--a')],
      },
    )
    const first = chapterOf(
      'chapters/01-first.md',
      {},
      {
        html: slot('number', 'first--b'),
        exhibits: [exhibit('figure', 'first--b'), exhibit('table', 'first--t')],
      },
    )
    const { chapters } = assembleBook([last, first], settingsOf())
    expect(chapters.map(({ html }) => html)).toEqual(['1', `<p>2 1 ? ${slot('chart', '0')}</p>`])
  })
})

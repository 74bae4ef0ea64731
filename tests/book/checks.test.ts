import { describe, expect, it } from 'vitest'
import { assembleBook } from '../../scripts/book/assemble-book.ts'
import type { Chapter, LinkMark } from '../../scripts/model/chapter.ts'
import { htmlOf, slot, treeOf } from '../support/html.ts'
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
      message: expect.stringContaining(`This link leads nowhere: \`${written}\``),
      mend: suggestion ? `Did you mean \`${suggestion}\`?` : expect.stringContaining('Check the file name'),
    })
  })
})

describe('a link that names its place in the way of another tool', () => {
  const heading = (name: string, text: string) => ({ level: 2, text, id: `barriers--${name}`, line: 4 })
  const home = chapterOf(
    'chapters/02-barriers.md',
    { title: 'What is in the way' },
    {
      headings: [
        heading('time--money', 'Time & Money'),
        heading('1-first-steps', '1. First steps'),
        heading('u3bau3ccu3c3u3c4u3bfu3c2', 'Κόστος'),
        heading('rue9sumue9', 'Résumé'),
        heading('budget', 'Budget'),
        heading('budget-1', 'Budget'),
        heading('note-1-section', 'Note 1'),
      ],
      exhibits: [exhibit('figure', 'barriers--hours')],
      aliases: { 'note-1': 'barriers--note-1-section', start: 'barriers' },
    },
  )

  it.each([
    ['Time--Money', 'time--money'],
    ['time-money', 'time--money'],
    ['time_and_money', undefined],
    ['first-steps', '1-first-steps'],
    ['markdown-header-1-first-steps', '1-first-steps'],
    ['user-content-first-steps', '1-first-steps'],
    ['%CE%9A%CF%8C%CF%83%CF%84%CE%BF%CF%82', 'u3bau3ccu3c3u3c4u3bfu3c2'],
    ['resume', 'rue9sumue9'],
    ['Budget', 'budget'],
    ['Budget_1', 'budget-1'],
    ['note-1', 'note-1-section'],
    ['Hours', 'hours'],
    ['start', ''],
    ['what-is-in-the-way', ''],
  ])('#%s', (written, name) => {
    const target = `barriers--${written.replace(/%../g, '')}`
    const from = chapterOf(
      'chapters/01-intro.md',
      {},
      {
        body: treeOf(`<p><a href="#${target}">there</a> <span data-page-of="${target}">000</span></p>`),
        links: [link(target, `02-barriers.md#${written}`)],
        outline: [
          {
            kind: 'paragraph',
            level: 0,
            text: 'there',
            line: 9,
            links: [{ text: 'there', target: `#${target}` }],
          },
        ],
      },
    )
    const { chapters, findings } = assembleBook([from, home], settingsOf())
    const anchor = name ? `barriers--${name}` : 'barriers'
    expect(htmlOf(chapters[0]!.body)).toBe(
      `<p><a href="#${anchor}">there</a> <span data-page-of="${anchor}">000</span></p>`,
    )
    expect(chapters[0]?.outline[0]?.links).toEqual([{ text: 'there', target: `#${anchor}` }])
    expect(findings.map(({ severity }) => severity)).toEqual(name === undefined ? ['warning'] : [])
  })

  it('prints the words alone where its own file has no such place', () => {
    const from = chapterOf(
      'chapters/01-intro.md',
      {},
      {
        body: treeOf('<p>See <a href="#intro--x">there</a>.</p>'),
        links: [link('intro--x', '#x')],
        outline: [
          {
            kind: 'paragraph',
            level: 0,
            text: 'See there.',
            line: 9,
            links: [{ text: 'there', target: '#intro--x' }],
          },
        ],
      },
    )
    const { chapters, findings } = assembleBook([from], settingsOf())
    expect(htmlOf(chapters[0]!.body)).toBe('<p>See there.</p>')
    expect(chapters[0]).toMatchObject({ links: [], outline: [{ links: [] }] })
    expect(findings).toMatchObject([{ rule: 'link-resolves', severity: 'warning' }])
  })

  it('shows its name where a number is missing, and is told', () => {
    expect(from(link('intro--x', '#x', 'figure'))).toMatchObject([
      {
        rule: 'link-resolves',
        severity: 'warning',
        message: expect.stringContaining('`#x` stands in its place'),
      },
    ])
  })
})

describe('a heading of a name that was there before', () => {
  const twice = [
    { ...heading('intro--budget'), line: 3 },
    { ...heading('intro--budget-1'), line: 7, repeats: 'intro--budget' },
    { ...heading('intro--budget-2'), line: 9, repeats: 'intro--budget' },
  ]
  const found = (target: string) =>
    findings([chapterOf('chapters/01-intro.md', {}, { headings: twice, links: [link(target, '#budget')] })])

  it('is told where a link has the plain name', () => {
    expect(found('intro--budget')).toMatchObject([
      {
        rule: 'anchor-is-unique',
        severity: 'info',
        place: { line: 7 },
        mend: 'Write `#budget-1` where this one is meant.',
      },
    ])
  })

  it('is no matter where none has', () => expect(found('intro--budget-1')).toEqual([]))
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

  it('a section that is called Figure is meant by its name', () =>
    expect(from(link('barriers', '02-barriers.md#figure', 'Figure'))).toEqual([]))

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
        body: treeOf(
          `<p>${slot('number', 'last--a')} ${slot('number', 'first--t')} ${slot('number', 'none')} ${slot('chart', '0')}</p>`,
        ),
        exhibits: [exhibit('figure', 'last--a')],
      },
    )
    const first = chapterOf(
      'chapters/01-first.md',
      {},
      {
        body: treeOf(slot('number', 'first--b')),
        exhibits: [exhibit('figure', 'first--b'), exhibit('table', 'first--t')],
      },
    )
    const { chapters } = assembleBook([last, first], settingsOf())
    expect(chapters.map(({ body }) => htmlOf(body))).toEqual(['1', `<p>2 1 ? ${slot('chart', '0')}</p>`])
  })
})

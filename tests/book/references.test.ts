import { expect, it } from 'vitest'
import { assembleBook } from '../../scripts/book/assemble-book.ts'
import type { Chapter } from '../../scripts/model/chapter.ts'
import type { Publication } from '../../scripts/model/publication.ts'
import { parse } from '../content/parse.ts'
import { htmlOf, slot, treeOf } from '../support/html.ts'
import { chapterOf, settingsOf } from '../support/made-by-hand.ts'

const bridges = chapterOf(
  'chapters/03-bridges.md',
  { title: 'Bridges' },
  {
    body: treeOf('<h2 id="bridges--cost">Cost</h2><p>A <span id="bridges--here"></span>place</p>'),
    headings: [{ level: 2, text: 'Co\u00ADst', id: 'bridges--cost', line: 4 }],
    anchors: ['bridges--box', 'bridges--here'],
    blockTitles: { 'bridges--box': 'What it needs' },
    exhibits: [
      { kind: 'figure', id: 'bridges--a', caption: '', line: 5 },
      {
        kind: 'figure',
        id: 'bridges--b',
        caption: '',
        line: 6,
        parts: [
          { id: 'bridges--left', letter: 'a' },
          { id: 'bridges--right', letter: 'b' },
        ],
      },
      { kind: 'table', id: 'bridges--t', caption: '', line: 7 },
    ],
  },
)
const first = chapterOf(
  'chapters/01-first.md',
  { title: 'First' },
  { exhibits: [{ kind: 'figure', id: 'first--a', caption: '', line: 5 }] },
)
const preface = chapterOf(
  'chapters/00-preface.md',
  { title: 'Preface', numbered: false },
  { exhibits: [{ kind: 'figure', id: 'preface--a', caption: '', line: 5 }] },
)
const study = chapterOf(
  'case-studies/08-quay.md',
  { title: 'The quay' },
  { exhibits: [{ kind: 'figure', id: 'case-quay--a', caption: '', line: 5 }] },
)

/** What a chapter that asks for these places is told that they are called. */
function named(
  anchors: readonly string[],
  numbering: Publication['numbering'],
  kind: 'reference' | 'number',
) {
  const asking = chapterOf(
    'chapters/05-asking.md',
    {},
    { body: treeOf(anchors.map((anchor) => `<p>${slot(kind, anchor)}</p>`).join('')) },
  )
  const book = assembleBook([preface, first, bridges, asking, study], settingsOf({ numbering }))
  const found = book.chapters.find(({ file }) => file === asking.file) as Chapter
  return [...htmlOf(found.body).matchAll(/<p>(.*?)<\/p>/g)].map(([, words]) => words)
}

it.each([
  ['bridges--a', 'figure\u00a03', 'figure\u00a02.1', '3', '2.1'],
  ['bridges--right', 'figure\u00a04b', 'figure\u00a02.2b', '4b', '2.2b'],
  ['bridges--t', 'table\u00a01', 'table\u00a02.1', '1', '2.1'],
  ['bridges', 'chapter\u00a02', 'chapter\u00a02', '2', '2'],
  ['bridges--cost', 'section “Cost”', 'section “Cost”', '“Cost”', '“Cost”'],
  ['bridges--box', '“What it needs”', '“What it needs”', '“What it needs”', '“What it needs”'],
  ['bridges--here', 'section “Cost”', 'section “Cost”', '“Cost”', '“Cost”'],
  ['preface', '“Preface”', '“Preface”', '“Preface”', '“Preface”'],
  ['preface--a', 'figure\u00a01', 'figure\u00a01', '1', '1'],
  ['case-quay', 'case study\u00a08', 'case study\u00a08', '8', '8'],
  ['case-quay--a', 'figure\u00a05', 'figure\u00a0C8.1', '5', 'C8.1'],
])('%s is %s, by chapter %s', (anchor, name, nameByChapter, number, numberByChapter) => {
  expect(named([anchor], 'book', 'reference')).toEqual([name])
  expect(named([anchor], 'chapter', 'reference')).toEqual([nameByChapter])
  expect(named([anchor], 'book', 'number')).toEqual([number])
  expect(named([anchor], 'chapter', 'number')).toEqual([numberByChapter])
})

it('has no letter before the number of a case study where no chapter has one', () => {
  const asking = chapterOf(
    'chapters/05-asking.md',
    { numbered: false },
    { body: treeOf(slot('reference', 'case-quay--a')) },
  )
  const settings = settingsOf({ numbering: 'chapter' })
  expect(htmlOf(assembleBook([asking, study], settings).chapters[0]!.body)).toBe('figure\u00a08.1')
})

it.each([
  ['[](#a) and [](#a)', 'Figure\u00a01', 'figure\u00a01'],
  ['It is so. [](#a) shows it; see e.g. [](#a).', 'Figure\u00a01', 'figure\u00a01'],
  ['So it is (see p. [](#a)). ([](#a) says why.)', 'figure\u00a01', 'Figure\u00a01'],
  ['- [](#a)\n- see [](#a)', 'Figure\u00a01', 'figure\u00a01'],
  ['“[](#a) shows it!” *and* [](#a)', 'Figure\u00a01', 'figure\u00a01'],
])('begins a sentence with a capital: %s', (markdown, ...names) => {
  const chapter = parse(`${markdown}\n\n![A quay](quay.jpg "The quay"){#a}`)
  const book = assembleBook([chapter], settingsOf())
  const html = htmlOf(book.chapters[0]!.body)
  expect([...html.matchAll(/data-made="">([^<]*)<\/a>/g)].map(([, name]) => name)).toEqual(names)
})

it('finds a place of another file by its name alone, as other tools do, where just one file has it', () => {
  const links = [
    { target: 'asking--left', written: '#left', text: '', refers: 'name', line: 3, column: 1 },
  ] as const
  const asking = chapterOf(
    'chapters/05-asking.md',
    {},
    { links, body: treeOf(`<a href="#asking--left">${slot('reference', 'asking--left')}</a>`) },
  )
  const book = assembleBook([bridges, asking], settingsOf())
  expect(book.findings).toEqual([])
  expect(htmlOf(book.chapters[1]!.body)).toBe('<a href="#bridges--left">figure\u00a02a</a>')
})

it('is told where nothing has that name, which is printed in its place', () => {
  const chapter = parse('As @fig:quay and [figure](#fig:wall) show, see \\ref{tab:tides}.')
  const book = assembleBook([chapter], settingsOf())
  expect(htmlOf(book.chapters[0]!.body).replace(/<[^>]+>/g, '')).toBe(
    'As #fig:quay and figure\u00a0#fig:wall show, see #tab:tides.',
  )
  const told = book.findings.filter(({ rule }) => rule === 'link-resolves')
  expect(told.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning'])
})

it('lists what has a number by its caption, without the notes and the sources that are called there', () => {
  const caption = 'The w\u00ADall[^1] [@smith2013, p. 4; -@gauges] of [a@example.org]'
  const chapter = chapterOf(
    'chapters/01-first.md',
    {},
    { exhibits: [{ kind: 'table', id: 'first--t', caption, line: 5 }] },
  )
  expect(assembleBook([chapter], settingsOf()).exhibits).toEqual([
    { kind: 'table', anchor: 'first--t', number: '1', caption: 'The wall of [a@example.org]' },
  ])
})

it('says in the contents and the bookmarks all that a heading says, and so does who refers to that heading', () => {
  const chapter = parse(
    '## As [](#a) shows[^n] {#how}\n\nSee [](#how).\n\n## The [figure](#a)\n\n![A quay](quay.jpg "The quay"){#a}\n\n[^n]: Note.',
  )
  const book = assembleBook([chapter], settingsOf())
  expect(book.headings.slice(-2).map(({ text }) => text)).toEqual([
    'As figure\u00a01 shows',
    'The figure\u00a01',
  ])
  expect(htmlOf(book.chapters[0]!.body)).toContain('section “As figure\u00a01 shows”')
})

it('names in the contents the work that a heading names, and not one that stands beside it', () => {
  const body = treeOf(
    '<h2 id="c--a">What <span class="cite" data-made id="c--cite-1">Low (2012)</span> found <span class="cite" data-made id="c--cite-2">(High, 2013)</span>.</h2>',
  )
  const mark = { cites: [], typed: '', note: 0, order: 0, line: 4, column: 1 }
  const chapter = chapterOf(
    'chapters/03-c.md',
    {},
    {
      body,
      headings: [{ level: 2, text: 'What found.', id: 'c--a', line: 4 }],
      citations: [
        { ...mark, anchor: 'c--cite-1', isInSentence: true },
        { ...mark, anchor: 'c--cite-2' },
      ],
    },
  )
  const titled = {
    ...chapter,
    titleBody: treeOf('Of <span class="cite" data-made id="c--cite-3">(Low, 2012)</span> it'),
  }
  const { headings } = assembleBook([titled], settingsOf())
  expect(headings.slice(-2)).toMatchObject([
    { heard: 'Of (Low, 2012) it' },
    { text: 'What Low (2012) found.', heard: 'What Low (2012) found (High, 2013).' },
  ])
})

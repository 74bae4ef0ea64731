import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../scripts/book/book-index.ts'
import { collectSources } from '../../scripts/book/sources.ts'
import { chapterOf } from '../support/made-by-hand.ts'

const indexOf = (terms: readonly string[], language = 'en') =>
  buildIndex(
    [
      chapterOf(
        'chapters/01-a.md',
        {},
        { indexMarks: terms.map((term, at) => ({ term, anchor: `a--i${at}` })) },
      ),
    ],
    language,
  )
const shown = (terms: readonly string[], language?: string) =>
  indexOf(terms, language).map(({ term }) => term)

describe('the index', () => {
  it('sorts by letters: signs before the first do not count', () => {
    expect(shown(['Walsall', '#wmgrit', 'apps', '@WalsallWildlife', 'Étoile', '“quoted”', 'Zoo'])).toEqual([
      'apps',
      'Étoile',
      '“quoted”',
      'Walsall',
      '@WalsallWildlife',
      '#wmgrit',
      'Zoo',
    ])
    expect(indexOf(['#wmgrit'])[0]?.key).toBe('wmgrit')
  })

  it('sorts numbers by their size, and letters as the language does', () => {
    expect(shown(['part 10', 'part 9'])).toEqual(['part 9', 'part 10'])
    expect(shown(['z', 'å'], 'sv')).toEqual(['z', 'å'])
  })

  it('has one entry for a term, with every place once', () => {
    expect(indexOf(['Twitter', 'Twitter', 'cafe\u0301', 'café'])).toMatchObject([
      { term: 'cafe\u0301', anchors: ['a--i2', 'a--i3'] },
      { term: 'Twitter', anchors: ['a--i0', 'a--i1'] },
    ])
  })

  it('sends readers to another term, instead of to a page or besides', () => {
    const marks = [
      { term: 'Twitter', anchor: 'a--i1', see: { also: false, term: 'microblogging' } },
      { term: 'microblogging', anchor: 'a--i2' },
      { term: 'microblogging', anchor: 'a--i2', see: { also: true, term: 'walls > height' } },
      { term: 'walls > height', anchor: 'a', isAside: true, see: { also: true, term: 'Stone' } },
    ] as const
    const none = { instead: [], also: [] }
    expect(buildIndex([chapterOf('chapters/01-a.md', {}, { indexMarks: marks })], 'en')).toMatchObject([
      { term: 'microblogging', anchors: ['a--i2'], see: { instead: [], also: ['walls: height'] } },
      { term: 'Twitter', anchors: [], see: { instead: ['microblogging'], also: [] } },
      { term: 'walls', see: none, under: [{ term: 'height', anchors: [], see: { also: ['Stone'] } }] },
    ])
  })

  it('prints a word small when it is written small anywhere: only names keep their capital', () => {
    expect(shown(['Training', 'training', 'Walsall'])).toEqual(['training', 'Walsall'])
    expect(shown(['brewcamp', 'Brewcamp'])).toEqual(['brewcamp'])
  })

  it('has sub-entries below their term, also where the term has no place of its own', () => {
    expect(indexOf(['barriers > time', 'Barriers>cost', 'barriers > cost'])).toMatchObject([
      {
        term: 'barriers',
        anchors: [],
        under: [
          { term: 'cost', anchors: ['a--i1', 'a--i2'] },
          { term: 'time', anchors: ['a--i0'] },
        ],
      },
    ])
  })

  it('loses no level of a term, and has no entry without one', () => {
    expect(indexOf(['a > b > c'])[0]?.under[0]?.term).toBe('b, c')
    expect(indexOf(['', ' > b'])).toEqual([])
  })
})

it('sources stand once, with all that draw on them', () => {
  const survey = { title: 'The survey', url: 'https://example.org/s' }
  const chapters = [
    chapterOf('chapters/01-a.md', { sources: [survey, survey] }),
    chapterOf('chapters/02-b.md', {
      sources: [
        { title: '“A blog”', url: '' },
        { ...survey, title: 'Survey' },
      ],
    }),
  ]
  expect(collectSources(chapters, 'en')).toEqual([
    { title: '“A blog”', url: '', usedBy: ['B'] },
    { ...survey, usedBy: ['A', 'B'] },
  ])
})

it('of one text alone nobody is told that it uses them', () => {
  const sources = [
    { title: 'One', url: '' },
    { title: 'Two', url: '' },
  ]
  expect(collectSources([chapterOf('chapters/01-a.md', { sources })], 'en')).toEqual(
    sources.map((source) => ({ ...source, usedBy: [] })),
  )
})

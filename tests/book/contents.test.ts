import { describe, expect, it } from 'vitest'
import { assembleBook } from '../../scripts/book/assemble-book.ts'
import type { Chapter } from '../../scripts/model/chapter.ts'
import type { Publication } from '../../scripts/model/publication.ts'
import { chapterOf, settingsOf } from '../support/made-by-hand.ts'

const part = (title: string, files: readonly string[], divider = false) => ({
  title,
  standfirst: '',
  divider,
  files,
})
const book = (chapters: readonly Chapter[], publication: Partial<Publication>) =>
  assembleBook(chapters, settingsOf(publication))
const lines = (chapters: readonly Chapter[], publication: Partial<Publication>) =>
  book(chapters, publication).contents.map(
    ({ depth, number, title, anchor }) => `${depth} ${number}|${title}|${anchor}`,
  )

const A = chapterOf('chapters/01-a.md')
const B = chapterOf('chapters/02-b.md')
const C = chapterOf('chapters/03-c.md')
const X = chapterOf('case-studies/01-x.md', { councils: ['Dudley'] })
const Y = chapterOf('case-studies/02-y.md', { regional: true })

describe('the contents', () => {
  it('have a group for the front, each part and the back', () => {
    const parts = [part('The paper', [B.file]), part('Studies', [X.file, Y.file], true)]
    expect(lines([A, B, X, Y, C], { front: [A.file], parts, back: [C.file] })).toEqual([
      '1 |Before you begin|',
      '2 |A|a',
      '1 Part one|The paper|b',
      '2 1|B|b',
      '1 Part two|Studies|part-2',
      '2 |Two case studies, by council|case-x',
      '1 |Reference|',
      '2 |C|c',
    ])
  })

  it('have no groups where there are no parts', () => {
    expect(lines([A, B, C], { front: [A.file], back: [C.file] })).toEqual(['2 |A|a', '2 1|B|b', '2 |C|c'])
  })

  it('list the case studies one by one where they are not listed by council', () => {
    const options = { chaptersStartRight: true, contentsByCouncil: false, covers: true }
    const given = { options, parts: [part('Studies', [X.file, Y.file])] }
    expect(lines([X, Y], given)).toEqual(['1 Part one|Studies|case-x', '2 1|X|case-x', '2 2|Y|case-y'])
    expect(book([X, Y], given).caseStudies).toEqual([])
  })

  it('name the case studies also after a chapter of the same part', () => {
    expect(lines([A, X, Y], { parts: [part('All', [A.file, X.file, Y.file])] })).toEqual([
      '1 Part one|All|a',
      '2 1|A|a',
      '2 |Two case studies, by council|case-x',
    ])
  })

  it('keep a part apart that is called like the back matter', () => {
    const groups = book([A, B], { parts: [part('Reference', [A.file])], back: [B.file] }).contents
    expect(groups.filter(({ depth }) => depth === 1)).toHaveLength(2)
  })

  it('group case studies by council, in the order of the book', () => {
    const Z = chapterOf('case-studies/03-z.md', { councils: ['Dudley', 'Walsall'], short: 'Zed' })
    const entries = book([X, Y, Z], {}).caseStudies.map(({ group, number, title }) => [group, number, title])
    expect(entries).toEqual([
      ['Dudley', '1', 'X'],
      ['Regional', '2', 'Y'],
      ['Dudley, Walsall', '3', 'Zed'],
    ])
  })

  it('speak the language of the theme', () => {
    const settings = settingsOf({ parts: [part('Das Papier', [A.file])] })
    const words = { part: 'Teil', numberWords: 'eins zwei', beforeYouBegin: 'Vorab' }
    const { contents } = assembleBook([A], {
      ...settings,
      theme: { ...settings.theme, words: { ...settings.theme.words, ...words } },
    })
    expect(contents[0]?.number).toBe('Teil eins')
  })
})

describe('headings', () => {
  const outline = (chapters: readonly Chapter[], publication: Partial<Publication>) =>
    book(chapters, publication).headings.map(({ level, text, id }) => `${level} ${text} #${id}`)
  const section = (prefix: string) => ({
    headings: [{ level: 3, text: 'Inside', id: `${prefix}--inside`, line: 9 }],
  })

  it('nest chapters below their part, with a divider and without', () => {
    const one = chapterOf('chapters/01-one.md', {}, { level: 2, ...section('one') })
    const two = chapterOf('chapters/02-two.md', {}, { level: 2 })
    const parts = [part('First', [one.file]), part('Second', [two.file], true)]
    expect(outline([one, two, C], { parts, back: [C.file] })).toEqual([
      '1 A paper #title-page',
      '1 Contents #contents',
      '1 Part one: First #part-1',
      '2 One #one',
      '3 Inside #one--inside',
      '1 Part two: Second #part-2',
      '2 Two #two',
      '1 C #c',
    ])
  })

  it('stand at the top where there are no parts, each once', () => {
    const own = { headings: [{ level: 1, text: 'A', id: 'a', line: 2 }] }
    expect(outline([chapterOf('chapters/01-a.md', {}, own)], {})).toEqual([
      '1 A paper #title-page',
      '1 Contents #contents',
      '1 A #a',
    ])
  })
})

describe('the headings of a text in the contents', () => {
  const heading = (level: number, text: string) => ({ level, text, id: `a--${text}`, line: 3 })
  const many = (count: number) =>
    chapterOf(
      'chapters/01-a.md',
      {},
      { headings: Array.from({ length: count }, (_, at) => heading(2, `h${at}`)) },
    )
  const below = (chapter: Chapter, publication: Partial<Publication> = {}) =>
    book([chapter], publication).contents[0]?.below.map(({ title, below }) => [
      title,
      ...below.map((one) => one.title),
    ])

  it('stand there where the list stays short', () => {
    expect(below(many(2))).toEqual([['h0'], ['h1']])
    expect(below(many(40))).toEqual([])
  })

  it('stand there as deep as the publication asks', () => {
    const deep = chapterOf('chapters/01-a.md', {}, { headings: [heading(2, 'x'), heading(3, 'y')] })
    expect(below(deep)).toEqual([['x']])
    expect(below(deep, { contents: { depth: 1 } })).toEqual([])
    expect(below(deep, { contents: { depth: 3 } })).toEqual([['x', 'y']])
    expect(below(many(40), { contents: { depth: 2 } })).toHaveLength(40)
  })
})

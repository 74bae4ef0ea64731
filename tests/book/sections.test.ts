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

const sectionsOf = (chapters: readonly Chapter[], publication: Partial<Publication> = {}) =>
  assembleBook(chapters, settingsOf(publication)).sections

const COVERS_OFF = { options: { chaptersStartRight: true, contentsByCouncil: true, covers: false } }

describe('the order of the book', () => {
  it('is covers, opening pages, front, parts, back, back cover', () => {
    const files = [
      'chapters/04-d.md',
      'case-studies/01-x.md',
      'chapters/02-b.md',
      'chapters/01-a.md',
      'chapters/09-z.md',
    ]
    const sections = sectionsOf(
      files.map((file) => chapterOf(file)),
      {
        cover: { rings: 'rings', note: '', picture: '', focus: '', credit: '' },
        front: ['chapters/01-a.md'],
        parts: [
          part('One', ['chapters/04-d.md', 'chapters/02-b.md']),
          part('Two', ['case-studies/01-x.md'], true),
        ],
        back: ['chapters/09-z.md'],
      },
    )
    expect(sections.map(({ id }) => id)).toEqual([
      'front-cover',
      'inside-cover',
      'title-page',
      'imprint',
      'contents',
      'a',
      'd',
      'b',
      'part-2',
      'case-x',
      'z',
      'back-cover',
    ])
    expect(sections.map(({ numbering }) => numbering[0]).join('')).toBe('rrrrrraaaaaa')
  })

  it('is by number, case studies last, where nothing is listed', () => {
    const files = ['case-studies/01-x.md', 'chapters/10-c.md', 'chapters/02-b.md', 'chapters/01-a.md']
    const sections = sectionsOf(
      files.map((file) => chapterOf(file)),
      COVERS_OFF,
    )
    expect(sections.map(({ id }) => id)).toEqual([
      'title-page',
      'imprint',
      'contents',
      'a',
      'b',
      'c',
      'case-x',
    ])
  })

  it('has a body of whatever is not front or back, where there are no parts', () => {
    const files = ['chapters/01-a.md', 'chapters/02-b.md', 'chapters/03-c.md']
    const sections = sectionsOf(
      files.map((file) => chapterOf(file)),
      {
        ...COVERS_OFF,
        front: ['chapters/03-c.md'],
        back: ['chapters/01-a.md'],
      },
    )
    expect(sections.slice(3).map(({ id, numbering }) => `${id} ${numbering}`)).toEqual([
      'c roman',
      'b arabic',
      'a arabic',
    ])
  })

  it('leaves the back cover in roman numbers where all else is', () => {
    const sections = sectionsOf([chapterOf('chapters/01-a.md')], { front: ['chapters/01-a.md'] })
    expect(sections.at(-1)).toMatchObject({ id: 'back-cover', numbering: 'roman', starts: 'left' })
  })
})

describe('where a section starts', () => {
  const starts = (chapters: readonly Chapter[], publication: Partial<Publication> = {}) =>
    Object.fromEntries(sectionsOf(chapters, publication).map((section) => [section.id, section.starts]))

  it('is a right-hand page for chapters, and any page where the publication does not ask', () => {
    const chapters = [chapterOf('chapters/01-a.md'), chapterOf('chapters/02-b.md')]
    expect(starts(chapters).b).toBe('right')
    expect(
      starts(chapters, { options: { chaptersStartRight: false, contentsByCouncil: true, covers: true } }).b,
    ).toBe('any')
  })

  it('is what the front matter says, else what the kind of page needs', () => {
    const opener = { ring: '', caption: '' }
    const chapters = [
      chapterOf('chapters/01-a.md'),
      chapterOf('chapters/02-b.md', { starts: 'any' }),
      chapterOf('chapters/03-c.md', { opener }),
      chapterOf('chapters/04-d.md', { layout: 'figures' }),
      chapterOf('case-studies/01-x.md'),
    ]
    const options = { chaptersStartRight: false, contentsByCouncil: true, covers: true }
    expect(starts(chapters, { options })).toMatchObject({
      b: 'any',
      c: 'right',
      d: 'any',
      'case-x': 'left-if-two',
    })
  })

  it('is any page where the look has no pages for openers, but for page 1', () => {
    const chapters = [
      chapterOf('chapters/01-a.md'),
      chapterOf('chapters/02-b.md', { opener: { ring: '', caption: '' } }),
      chapterOf('case-studies/01-x.md'),
    ]
    const settings = settingsOf({ options: { covers: true } })
    const { sections } = assembleBook(chapters, {
      ...settings,
      theme: { ...settings.theme, openers: 'head' },
    })
    expect(sections.filter(({ chapter }) => chapter !== undefined).map(({ starts }) => starts)).toEqual([
      'right',
      'any',
      'any',
    ])
  })

  it.each([
    ['a chapter that starts anywhere', chapterOf('chapters/01-a.md', { starts: 'any' })],
    ['a case study', chapterOf('case-studies/01-a.md')],
  ])('page 1 is on the right, even for %s', (_, first) => {
    const sections = sectionsOf([first])
    expect(sections.find(({ numbering }) => numbering === 'arabic')?.starts).toBe('right')
  })

  it('page 1 is on the right where the back matter is the first with numbers', () => {
    const chapters = [chapterOf('chapters/01-a.md'), chapterOf('chapters/02-b.md', { starts: 'any' })]
    expect(starts(chapters, { front: ['chapters/01-a.md'], back: ['chapters/02-b.md'] }).b).toBe('right')
  })
})

describe('numbers and heads', () => {
  it('count chapters through the parts, and case studies by their own numbers', () => {
    const files = ['chapters/03-a.md', 'chapters/05-b.md', 'case-studies/07-x.md', 'chapters/09-c.md']
    const chapters = files.map((file) => chapterOf(file, { numbered: !file.includes('-b') }))
    const sections = sectionsOf(chapters, {
      parts: [
        part('One', ['chapters/03-a.md', 'chapters/05-b.md']),
        part('Two', ['case-studies/07-x.md', 'chapters/09-c.md'], true),
      ],
    })
    const number = Object.fromEntries(sections.map(({ id, number }) => [id, number]))
    expect(number).toMatchObject({ a: '1', b: '', 'part-2': 'Part two', 'case-x': '7', c: '2' })
  })

  it('name the paper on the left and the place on the right', () => {
    const files = ['chapters/01-a.md', 'chapters/02-b.md', 'case-studies/01-x.md', 'chapters/03-z.md']
    const sections = sectionsOf(
      files.map((file) => chapterOf(file, { short: 'Short' })),
      {
        front: ['chapters/01-a.md'],
        parts: [part('One', ['chapters/02-b.md']), part('Studies', ['case-studies/01-x.md'])],
        back: ['chapters/03-z.md'],
      },
    )
    const heads = Object.fromEntries(sections.map(({ id, heads }) => [id, heads]))
    expect(heads.b).toEqual({ left: 'Paper', right: '1\u2002Short' })
    expect([heads.a?.right, heads['case-x']?.right, heads.z?.right]).toEqual([
      'Before you begin',
      'Studies',
      'Reference',
    ])
    expect(heads['title-page']).toEqual({ left: '', right: '' })
  })
})

describe('a short paper', () => {
  const files = ['chapters/01-a.md', 'case-studies/01-x.md', 'chapters/02-b.md', 'chapters/09-z.md']
  const short = (publication: Partial<Publication> = {}, more: readonly Chapter[] = []) =>
    sectionsOf([...files.map((file) => chapterOf(file)), ...more], {
      length: 'short',
      options: { covers: true },
      back: ['chapters/09-z.md'],
      ...publication,
    })

  it('has no page for the imprint or the inside of the cover, counts from the contents, and its texts run on', () => {
    const rings = { rings: 'rings', note: '', picture: '', focus: '', credit: '' }
    const sections = short({ cover: rings })
    expect(
      sections.map(({ id, numbering, runsOn }) => `${id} ${numbering[0]}${runsOn ? ' on' : ''}`),
    ).toEqual([
      'front-cover r',
      'title-page r',
      'contents a',
      'a a on',
      'b a on',
      'case-x a on',
      'z a on',
      'back-cover a',
    ])
    expect(new Set(sections.slice(2, -1).map(({ heads }) => heads.right))).toEqual(new Set(['Paper']))
    expect(sections.slice(0, -1).every(({ starts }) => starts === 'any')).toBe(true)
  })

  it('keeps what its author asks for: a note on the cover, a page for a part, an opener, a right-hand start', () => {
    const rings = { rings: 'rings', note: 'How to read it.', picture: '', focus: '', credit: '' }
    const opener = chapterOf('chapters/03-c.md', { opener: { ring: '', caption: '' } })
    const right = chapterOf('chapters/04-d.md', { starts: 'right' })
    const parts = [part('One', files.slice(0, 3), true)]
    const sections = short({ cover: rings, parts }, [opener, right])
    expect(sections.map(({ id }) => id)).toEqual(expect.arrayContaining(['inside-cover', 'part-1']))
    const asked = sections.filter(({ id }) => id === 'c' || id === 'd')
    expect(asked.map(({ starts, runsOn }) => [starts, runsOn])).toEqual([
      ['right', false],
      ['right', false],
    ])
  })

  it('is one by its letters, unless its author says', () => {
    const long = (letters: number) =>
      chapterOf('chapters/01-a.md', {}, { text: [{ line: 3, text: 'a'.repeat(letters) }] })
    const formOf = (letters: number, length: Publication['length'] = 'auto') =>
      assembleBook([long(letters)], settingsOf({ length })).form
    expect([formOf(30_000), formOf(40_000)]).toEqual(['short', 'book'])
    expect([formOf(30_000, 'book'), formOf(40_000, 'short')]).toEqual(['book', 'short'])
  })
})

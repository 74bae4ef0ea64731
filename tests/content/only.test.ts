// Text for some editions: which of them keeps it, and what is told.
import { describe, expect, it } from 'vitest'
import { groupsOf, sameTexts } from '../../scripts/build/edition-texts.ts'
import type { Book } from '../../scripts/model/book.ts'
import type { EditionName } from '../../scripts/model/settings.ts'
import { chapterOf } from '../support/made-by-hand.ts'
import { parse, parseFile } from './parse.ts'

const TEXT =
  'For all.\n\n:::only{edition=press}\n## On paper {#ways}\n\nPrinted.\n:::\n\n::::only{edition=screen,site}\n## On a screen {#ways}\n\n:::note\nShown.\n:::\n::::\n'
const ofEdition = (edition?: EditionName) =>
  parseFile(`---\ntitle: A\n---\n${TEXT}`, edition ? { edition } : {})
const said = (edition?: EditionName): string[] => ofEdition(edition).text.map(({ text }) => text)
const told = (body: string): string[] => parse(body).findings.map(({ message }) => message)

describe('a block for some editions', () => {
  it('is in these, and in no other', () => {
    expect(said('press')).toEqual(['For all.', 'On paper', 'Printed.'])
    expect(said('screen')).toEqual(['For all.', 'On a screen', 'Shown.'])
    expect(said('booklet')).toEqual(['For all.'])
  })

  it('may have a name that another edition has too', () => {
    expect(ofEdition('press').findings).toEqual([])
    expect(ofEdition('site').headings.map(({ id }) => id)).toEqual(['barriers--ways'])
  })

  it('may call a note whose text stands outside of it', () => {
    const text =
      'A.\n\n:::only{edition=press}\nB.[^b]\n\n![D](d.jpg "E[^E]")\n:::\n\n[^b]: C.\n\n[^e]: F.\n\n[^g]: G.\n'
    const lines = (edition: EditionName) =>
      parseFile(`---\ntitle: A\n---\n${text}`, { edition }).findings.map(({ place }) => place.line)
    expect([lines('press'), lines('screen')]).toEqual([[16], [16]])
  })

  it('is there with all others where every word is accounted for', () => {
    expect(said()).toEqual(['For all.', 'On paper', 'Printed.', 'On a screen', 'Shown.'])
  })

  it('may stand in another block, and hold a page of its own', () => {
    const { html, findings } = parse('::::only{edition=press}\n:::plate\n![A wall](a.jpg)\n:::\n::::')
    expect(findings).toEqual([])
    expect(html).toContain('data-plate')
  })

  it('names its editions in any of these ways', () => {
    for (const given of ['edition=press,site', 'edition="press, site"', 'edition=press, site', 'press site'])
      expect(parse(`:::only{${given}}\nText.\n:::`).onlys).toEqual([['press', 'site']])
  })
})

describe('a block for some editions that is not right is told', () => {
  it.each([
    ['{edition=pres}', '`:::only` names “pres”, which is no edition.'],
    ['{edition=pdf}', '`:::only` names “pdf”, which is no edition.'],
    ['', '`:::only` names no edition.'],
    ['{edition=press #a}', '`:::only` has no attribute `id`.'],
    ['{editions=press}', '`:::only` has no attribute `editions`.'],
  ])('%s', (attributes, message) => {
    expect(told(`:::only${attributes}\nText.\n:::`)).toContain(message)
  })

  it('without its end', () => {
    expect(told(':::only{edition=press}\nText.')).toEqual(['`:::only` is not closed.'])
  })
})

describe('editions of one text', () => {
  const book = (onlys: EditionName[][]): Pick<Book, 'chapters'> => ({
    chapters: [{ ...chapterOf('chapters/01-a.md'), onlys }],
  })

  it('are made together', () => {
    expect(groupsOf(book([['press']]), ['screen', 'press', 'booklet'])).toEqual([
      ['screen', 'booklet'],
      ['press'],
    ])
    expect(groupsOf(book([['press', 'screen'], ['booklet']]), ['screen', 'press', 'booklet'])).toEqual([
      ['screen', 'press'],
      ['booklet'],
    ])
    expect(groupsOf(book([]), ['screen', 'press'])).toEqual([['screen', 'press']])
  })

  it('are told from others', () => {
    expect(sameTexts(book([['site']]), 'screen', 'press')).toBe(true)
    expect(sameTexts(book([['site']]), 'screen', 'site')).toBe(false)
  })
})

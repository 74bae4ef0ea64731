import { describe, expect, it } from 'vitest'
import {
  citationsInSentence,
  readCitation,
  readPlaceBehind,
} from '../../scripts/content/citations/citation-syntax.ts'

const KNOWN = {
  keys: new Set(['a', 'b', 'wall2011', 'wall:2011-x', 'any key']),
  locators: { 'p.': 'page', 'pp.': 'page', 'ch.': 'chapter', '§': 'section', 'app.': 'appendix' },
}

describe('a citation in brackets', () => {
  it.each([
    ['@a', [{ key: 'a' }]],
    ['-@a', [{ key: 'a', isWithoutAuthor: true }]],
    ['@a, p. 4', [{ key: 'a', locator: '4', label: 'page' }]],
    ['@a, 33--35', [{ key: 'a', locator: '33–35', label: 'page' }]],
    ['@a p. xiv', [{ key: 'a', locator: 'xiv', label: 'page' }]],
    ['@a, vii', [{ key: 'a', locator: 'vii', label: 'page' }]],
    ['@a, §4', [{ key: 'a', locator: '4', label: 'section' }]],
    ['@a, mild weather', [{ key: 'a', suffix: ', mild weather' }]],
    ['@a, {app. B, fol. 3}', [{ key: 'a', locator: 'B, fol. 3', label: 'appendix' }]],
    ['@{any key}', [{ key: 'any key' }]],
    ['@wall:2011-x', [{ key: 'wall:2011-x' }]],
    [
      'see @a, pp. 33-35; also @b, ch. 1, and more',
      [
        { key: 'a', prefix: 'see', locator: '33–35', label: 'page' },
        { key: 'b', prefix: 'also', locator: '1', label: 'chapter', suffix: ', and more' },
      ],
    ],
  ])('reads [%s]', (inside, cites) => {
    expect(readCitation(inside, KNOWN)).toEqual({ cites })
  })

  it('names the key that no work has, and where it stands', () => {
    expect(readCitation('see @a; @walls', KNOWN)).toEqual({ unknown: 'walls', at: 8 })
  })

  it.each(['mail@example.org', '5 @ 3 pounds', '@fig:walls', 'words'])('is not [%s]', (inside) => {
    expect(readCitation(inside, KNOWN)).toBeUndefined()
  })
})

describe('a citation in a sentence', () => {
  const found = (text: string) =>
    citationsInSentence(text, KNOWN).map(({ start, end }) => text.slice(start, end))

  it('is one where a work has the key, and a name of somebody’s otherwise', () => {
    expect(found('As @wall2011 says, @BhamHousing and me@a.org do not; (@b) and @a. do')).toEqual([
      '@wall2011',
      '@b',
      '@a',
    ])
  })

  it('ends where its key does', () => {
    expect(found('@wall2011’s and @wall2011-based and @wall2011: so')).toEqual([
      '@wall2011',
      '@wall2011',
      '@wall2011',
    ])
  })

  it('has a place behind it, and no remark', () => {
    expect(readPlaceBehind('p. 4', { key: 'a' }, KNOWN)).toEqual([{ key: 'a', locator: '4', label: 'page' }])
    expect(readPlaceBehind('sic', { key: 'a' }, KNOWN)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { compareText } from '../../scripts/verify/compare-text.ts'

describe('no difference', () => {
  it.each([
    ['spaces and line ends', ['One two', 'three'], ['Onetwo thr', 'ee']],
    ['soft hyphens, shown and not', ['inter\u00ADnational'], ['inter\u00AD-national']],
    ['ligatures', ['office fluff'], ['o\uFB03ce \uFB02u\uFB00']],
    ['letters written in two ways', ['cafe\u0301'], ['café']],
    ['hyphens that do not break', ['well\u2011known'], ['well-known']],
    ['capitals that a style sheet made', ['In brief, straße'], ['IN BRIEF, STRASSE']],
    ['Greek capitals, and Turkish ones', ['Άλφα, izmir'], ['ΑΛΦΑ, İZMİR']],
    ['joiners and direction marks', ['a\u200Db\u2060c\uFE0F'], ['abc']],
    [
      'words from the right, which stand on paper as they are seen',
      ['In שלום עולם 12 it'],
      ['In עולם 12 שלום it'],
    ],
  ])('is made by %s', (_, expected, found) => {
    expect(compareText(expected, found)).toBeUndefined()
  })
})

it('misses a letter in words that are read from the right', () => {
  expect(compareText(['In שלום עולם it'], ['In עולם שלו it'])).toMatchObject({ expectedPiece: 0 })
})

const TEXT = [
  'The first paragraph says what it says.',
  'The second one is about something else.',
  'And the third ends the matter for good.',
]

describe('the first difference', () => {
  it('is named with its piece and its words', () => {
    const found = TEXT.with(1, 'The second one is about nothing else.')
    expect(compareText(TEXT, found)).toMatchObject({
      expectedPiece: 1,
      foundPiece: 1,
      expected: 'ne is about something else. And the thir',
      found: 'ne is about nothing else. And the third',
      hint: 'text is changed',
    })
  })

  it.each([
    ['text is missing', TEXT.toSpliced(1, 1), 1, 1],
    ['text is missing', TEXT.slice(0, 2), 2, 2],
    ['text is doubled', [TEXT[0], TEXT[1], TEXT[1], TEXT[2]], 2, 2],
    ['text is added', [TEXT[0], 'Nobody wrote this.', TEXT[1], TEXT[2]], 1, 1],
    ['text stands in another place', [TEXT[0], TEXT[2], TEXT[1]], 1, 1],
    ['text is missing', [], 0, 0],
  ])('is told as “%s”', (hint, found, expectedPiece, foundPiece) => {
    const difference = compareText(TEXT, found as string[])
    expect(difference?.hint).toBe(hint)
    // “The” begins two of the paragraphs: the first difference may lie in the word after it.
    expect(difference?.expectedPiece).toBe(expectedPiece)
    expect(difference?.foundPiece).toBe(foundPiece)
  })

  it('does not take small letters for capitals', () => {
    expect(compareText(['NATO'], ['Nato'])).toMatchObject({ hint: 'text is changed' })
  })
})

import { describe, expect, it } from 'vitest'
import { alignWords } from '../../scripts/compare/align-words.ts'

/** Words that are not the same, as `-old +new`. */
function changes(before: readonly string[], after: readonly string[]): string[] {
  return alignWords(before, after)
    .filter(({ isSame }) => !isSame)
    .map(({ oldFrom, oldTo, newFrom, newTo }) =>
      [
        ...before.slice(oldFrom, oldTo).map((word) => `-${word}`),
        ...after.slice(newFrom, newTo).map((word) => `+${word}`),
      ].join(' '),
    )
}

const words = (text: string): string[] => text.split(' ').filter(Boolean)

describe('two texts', () => {
  it.each([
    ['a b c', 'a b c', []],
    ['', '', []],
    ['', 'a', ['+a']],
    ['a', '', ['-a']],
    ['a b c', 'a x c', ['-b +x']],
    ['a b c', 'a b x y c', ['+x +y']],
    ['a b a b a b', 'a b a b', ['-a -b']],
    ['a b c d e f', 'x b c d e y', ['-a +x', '-f +y']],
    ['We go. We stay. End', 'We go. We run. We stay. End', ['+We +run.']],
    ['We go. We run. We stay. End', 'We go. We stay. End', ['-We -run.']],
  ])('%j and %j', (before, after, wanted) => expect(changes(words(before), words(after))).toEqual(wanted))

  it('are covered by stretches without a gap, in the order of both', () => {
    const [before, after] = [words('a b c d e f g'), words('b x d e y g z')]
    let [oldAt, newAt] = [0, 0]
    for (const { isSame, oldFrom, oldTo, newFrom, newTo } of alignWords(before, after)) {
      expect([oldFrom, newFrom]).toEqual([oldAt, newAt])
      if (isSame) expect(before.slice(oldFrom, oldTo)).toEqual(after.slice(newFrom, newTo))
      ;[oldAt, newAt] = [oldTo, newTo]
    }
    expect([oldAt, newAt]).toEqual([before.length, after.length])
  })
})

/** Of a small vocabulary, as texts are; the same each time. */
function longText(count: number, seed = 1): string[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647
    return `w${state % 3000}`
  })
}

describe('a book of 100,000 words', () => {
  const book = longText(100_000)

  it('with a word changed on every page and a passage moved in is told exactly', () => {
    const edited = book.map((word, index) => (index % 400 === 200 ? `new-${word}` : word))
    edited.splice(50_000, 0, ...longText(500, 7).map((word) => `more-${word}`))
    const found = changes(book, edited)
    expect(found).toHaveLength(251)
    expect(found.filter((one) => /^-(w\d+) \+new-\1$/.test(one))).toHaveLength(250)
    expect(found.find((one) => !one.startsWith('-'))?.split(' ')).toHaveLength(500)
  })

  it('and another book are told apart at once', () =>
    expect(
      changes(
        book,
        longText(100_000, 99).map((word) => `${word}!`),
      ),
    ).toHaveLength(1))
})

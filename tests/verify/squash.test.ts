import { describe, expect, it } from 'vitest'
import { printedSource } from '../../scripts/verify/printed-source.ts'
import { folded, squash } from '../../scripts/verify/squash.ts'
import { withoutDirection } from '../../scripts/verify/without-direction.ts'

describe('folded', () => {
  it.each([
    ['a trade mark, whichever comes first, its form or its case', 'Tweetdeck™', 'TWEETDECKTM'],
    ['ß', 'Straße', 'STRASSE'],
    ['a capital ß', 'STRAẞE', 'Straße'],
    ['ligatures', 'ﬁne oﬃce', 'FINE OFFICE'],
    ['a Turkish i', 'izmir', 'İZMİR'],
    ['an i without its dot', 'ığdır', 'IĞDIR'],
    ['a sigma at the end', 'Σίσυφος', 'ΣΊΣΥΦΟΣ'],
    ['Greek capitals without accents', 'Άλφα ΐ Ἀθῆναι', 'ΑΛΦΑ Ϊ ΑΘΗΝΑΙ'],
    ['an iota below', 'ᾳ', 'ΑΙ'],
    ['an accent that stands for itself', 'café', 'CAFE\u0301'],
    ['Hangul, whole and in parts', '한국', '한국'.normalize('NFD')],
  ])('makes no difference of %s', (_, one, other) => expect(folded(one)).toBe(folded(other)))

  it('keeps what is another letter', () => {
    for (const [one, other] of [
      ['o', 'ø'],
      ['d', 'đ'],
      ['é', 'e'],
      ['№', 'N'],
    ] as const)
      expect(folded(one)).not.toBe(folded(other))
  })

  it('can be joined behind it, wherever a text was cut', () => {
    for (const text of ['Straße™ ﬁne', 'e\u0301a\u0308', 'Άλφα ς', '½ № ㎏'])
      for (let at = 0; at <= text.length; at++)
        expect(squash(text.slice(0, at)) + squash(text.slice(at))).toBe(squash(text))
  })
})

describe('withoutDirection', () => {
  it.each([
    ['a number behind the word', 'שנת1948', '1948שנת'],
    ['two numbers', 'inשנת1948עד1950and', 'in1950עד1948שנתand'],
    ['brackets', 'a(שלום)b', 'a)שלום(b'],
  ])('makes no difference of %s', (_, read, painted) =>
    expect(withoutDirection(read)).toBe(withoutDirection(painted)),
  )

  it('keeps the order of what is read from the left, and the length', () => {
    expect(withoutDirection('abc 12')).toBe('abc 12')
    expect(withoutDirection('בא12-cd').slice(-2)).toBe('cd')
    expect(withoutDirection('xאby')).not.toBe(withoutDirection('bאxy'))
    expect(withoutDirection('שנת1948')).toHaveLength(7)
  })
})

describe('the short way of squash and folded', () => {
  it('makes of each character what the long way does', () => {
    for (let code = 0x20; code < 0x2200; code++) {
      const character = String.fromCharCode(code)
      if (/\p{M}/u.test(character.normalize('NFKD'))) continue // joins the letter before it
      // The letter before it is one that only the long way can take apart.
      expect(squash(`\u00E9 ${character}`), code.toString(16)).toBe(`e\u0301${squash(character)}`)
      expect(folded(`\u00C9 ${character}`), code.toString(16)).toBe(`e\u0301${folded(character)}`)
    }
  })
})

describe('printedSource', () => {
  const given = (text: string, src: string) => ({ text, src, made: false })
  const mark = (text: string, key: string) => ({ text, page: 1, key })

  it('gives each mark its own words, read from the right or the left', () => {
    const printed = [given('First שלום 12 end', '0:3'), given('Tweetdeck™', '0:5')]
    const read = [
      mark('First ', '0'),
      mark('12 ', '1'),
      mark('שלום', '2'),
      mark(' end', '3'),
      mark('TWEETDECK™', '4'),
    ]
    const ownWords = printedSource(printed, read)
    expect(read.map((one) => ownWords(one.text, one).text).join('')).toBe(
      folded('First שלום 12 endTweetdeck™'),
    )
    expect(ownWords('TWEETDECK™', read[4]!)).toEqual({ text: 'tweetdecktm', src: '0:5' })
  })

  it('looks a mark up where the file says something else', () => {
    const printed = [given('First', '0:3'), given('Second™', '0:5')]
    const ownWords = printedSource(printed, [mark('Second™', '7')])
    expect(ownWords('Second™', { page: 1, key: '7' })).toEqual({ text: 'secondtm', src: '0:5' })
  })
})

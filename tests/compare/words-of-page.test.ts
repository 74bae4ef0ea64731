import { describe, expect, it } from 'vitest'
import { type TextItem, wordsOfPage } from '../../scripts/compare/words-of-page.ts'

const run = (str: string, x = 0, y = 0, given: object = {}): TextItem => ({
  str,
  dir: 'ltr',
  transform: [10, 0, 0, 10, x, y],
  width: str.length * 5,
  height: 10,
  fontName: 'f',
  hasEOL: false,
  ...given,
})
const open = (tag: string, id?: string): TextItem => ({
  type: 'beginMarkedContentProps',
  tag,
  ...(id === undefined ? {} : { id }),
})
const CLOSE: TextItem = { type: 'endMarkedContent' }

/** The page is 100 points high, and its origin in the lower left corner. */
const read = (items: readonly TextItem[], order?: ReadonlyMap<string, number>) =>
  wordsOfPage({
    items,
    order,
    toPage: [1, 0, 0, -1, 0, 100],
    styles: { f: { ascent: 0.8, descent: -0.2 } },
  })
const texts = (items: readonly TextItem[], order?: ReadonlyMap<string, number>): string[] =>
  read(items, order).words.map(({ text }) => text)

describe('words of a page', () => {
  it.each([
    ['several in a run', [run('one two')], ['one', 'two']],
    ['one in several runs', [run('(page'), run(' '), run('9'), run(')')], ['(page', '9)']],
    ['no word over the end of a line', [run('one', 0, 0, { hasEOL: true }), run('two')], ['one', 'two']],
    ['ligatures and soft hyphens as letters', [run('ﬁ\u00ADne')], ['fine']],
  ])('are %s', (_, items, wanted) => expect(texts(items)).toEqual(wanted))

  it('stand where they are seen', () => {
    const [one, two] = read([run('mm mm', 10, 20)]).words
    expect(one?.box.left).toBe(10)
    expect(one?.box).toMatchObject({ top: 72, bottom: 82 })
    expect(two?.box.right).toBeCloseTo(35)
    expect((two?.box.left ?? 0) - (one?.box.right ?? 0)).toBeGreaterThan(1)
  })

  it('of a run from right to left begin at its right end', () => {
    const [one, two] = read([run('אב גד', 10, 20, { dir: 'rtl' })]).words
    expect(one!.box.left).toBeGreaterThan(two!.box.right)
    expect(one!.box.right).toBeCloseTo(35)
  })

  it('on a line that was turned have boxes that are turned', () => {
    const [word] = read([run('one', 50, 20, { transform: [0, 10, -10, 0, 50, 20] })]).words
    expect(word?.box).toEqual({ left: 42, top: 65, right: 52, bottom: 80 })
  })

  it('know which of them end a line', () =>
    expect(
      read([run('one two', 0, 0, { hasEOL: true }), run('three')]).words.map((word) => word.endsLine),
    ).toEqual([false, true, false]))

  it('are in the order of the structure, not of the drawing', () => {
    const items = [
      open('P', 'b'),
      run('second', 0, 0, { hasEOL: true }),
      CLOSE,
      open('P', 'a'),
      run('first'),
      CLOSE,
    ]
    expect(texts(items)).toEqual(['second', 'first'])
    const order = new Map([
      ['a', 0],
      ['b', 1],
    ])
    expect(texts(items, order)).toEqual(['first', 'second'])
  })

  it('are no heads and folios, where the file says what these are', () => {
    const { words, artifacts } = read([
      open('Artifact'),
      run('12'),
      CLOSE,
      open('P', 'a'),
      run('Text'),
      CLOSE,
    ])
    expect([words, artifacts].map((list) => list.map(({ text }) => text))).toEqual([['Text'], ['12']])
  })
})

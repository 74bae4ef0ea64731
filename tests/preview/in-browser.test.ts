import { describe, expect, it } from 'vitest'
import { drawQueue } from '../../scripts/preview/in-browser/draw-queue.js'
import { nextStep, rowsOf, scaleOf } from '../../scripts/preview/in-browser/layout.js'
import { nameOf, pagesOf } from '../../scripts/preview/in-browser/pages-of-state.js'
import { shiftBetween } from '../../scripts/preview/in-browser/shift.js'
import { excerpt, matchesIn, searchText, spansOf } from '../../scripts/preview/in-browser/text-of-page.js'
import type { PreviewPage, PreviewState } from '../../scripts/preview/protocol.ts'

const pieces = (...lines: string[]) => lines.map((text) => ({ text, isLast: true, yPt: 0 }))
const found = (words: string, ...lines: string[]) => {
  const text = searchText(pieces(...lines))
  return matchesIn(text, words).map((match) => excerpt(text, match).match)
}

describe('search in a page', () => {
  it.each([
    ['capitals', 'COUNCIL', ['the Council'], ['Council']],
    ['accents', 'cafe', ['a Café'], ['Café']],
    ['ligatures', 'office', ['the oﬃce'], ['oﬃce']],
    ['quotation marks', `"it's"`, ['“it’s”'], ['“it’s”']],
    ['dashes and hyphens', '2012-13', ['2012–13'], ['2012–13']],
    ['spaces of any width', 'page 12', ['page\u00a0 12'], ['page\u00a0 12'.replace('\u00a0 ', '\u00a0')]],
    ['the end of a line', 'two words', ['two', 'words'], ['two words']],
    ['a compound that is broken', 'well-known', ['well-', 'known'], ['well-known']],
    ['soft hyphens', 'council', ['coun\u00adcil'], ['council']],
    ['every place, none twice', 'aa', ['aaaa a'], ['aa', 'aa']],
    ['signs of patterns as they are', '(a.c)*', ['abc (a.c)*'], ['(a.c)*']],
  ])('is without regard to %s', (_what, words, lines, expected) => {
    expect(found(words, ...lines)).toEqual(expected)
  })

  it.each(['', '   ', 'not there'])('finds nothing for “%s”', (words) => {
    expect(found(words, 'some words')).toEqual([])
  })

  it('shows whole words around what it found', () => {
    const text = searchText(pieces(`${'before '.repeat(20)}here${' after'.repeat(20)}`))
    const [match] = matchesIn(text, 'here')
    const { before, after } = excerpt(text, match!)
    expect(before).toMatch(/^… (before ){4,8}$/)
    expect(after).toMatch(/^( after){4,8} …$/)
  })

  it('says which letters of which runs are to be marked', () => {
    const text = searchText([
      { text: 'one t', isLast: false, yPt: 0 },
      { text: '', isLast: false, yPt: 0 },
      { text: 'wo three', isLast: true, yPt: 0 },
    ])
    const [match] = matchesIn(text, 'two')
    expect(spansOf(text, match!)).toEqual([
      { piece: 0, start: 4, end: 5 },
      { piece: 2, start: 0, end: 2 },
    ])
  })
})

const heading = (title: string, page: number, level = 1) => ({ title, page, level })

describe('how far a place has moved', () => {
  const before = [heading('A', 1), heading('B', 5), heading('B', 8), heading('C', 12)]
  it('is told by the heading before it', () => {
    const shift = shiftBetween(before, [heading('A', 1), heading('B', 5), heading('B', 10), heading('C', 14)])
    expect([4, 6, 9, 13, 99].map((page) => shift(page, false))).toEqual([0, 0, 2, 2, 2])
  })

  it('is told by a heading on the page itself only where it is wished', () => {
    const shift = shiftBetween(
      before,
      before.map((one) => ({ ...one, page: one.page + (one.page >= 12 ? 1 : 0) })),
    )
    expect([shift(12, false), shift(12, true)]).toEqual([0, 1])
  })

  it('does not regard headings that are gone or new', () => {
    const shift = shiftBetween(before, [heading('New', 1), heading('A', 2), heading('C', 13)])
    expect([3, 9, 20].map((page) => shift(page, false))).toEqual([1, 1, 1])
  })

  it('is nothing where nothing is known', () => {
    expect(shiftBetween([], before)(7, true)).toBe(0)
    expect(shiftBetween(before, [])(7, true)).toBe(0)
  })
})

const onePage = (number: number, mark: string): PreviewPage => ({
  number,
  folio: String(number),
  widthPt: 100,
  heightPt: 200,
  mark,
})
const state = (given: Partial<PreviewState>): PreviewState => ({
  version: 1,
  title: '',
  language: 'en',
  phase: 'settling',
  contents: [],
  findings: [],
  ...given,
})
const paper = {
  version: 1,
  pages: ['a', 'b', 'c'].map((mark, index) => ({
    ...onePage(index + 1, mark),
    pdf: 'paper-1.pdf',
    place: index + 1,
  })),
}
const shown = (given: Partial<PreviewState>, printed = given.contents ?? []) =>
  pagesOf(state(given), printed).map(({ number, pdf, place, mark }) =>
    [number, pdf?.slice(0, 5), place, mark].join(' '),
  )

describe('the page at each place', () => {
  it('is that of the paper, or the one printed ahead of it', () => {
    expect(shown({ paper })).toEqual(['1 paper 1 a', '2 paper 2 b', '3 paper 3 c'])
    const ahead = { name: 'ahead-2.pdf', total: 3, pages: [onePage(3, 'C'), onePage(2, 'B')] }
    expect(shown({ paper, ahead })).toEqual(['1 paper 1 a', '2 ahead 2 B', '3 ahead 1 C'])
  })

  it('is empty while it is being printed, and gone when the paper is shorter', () => {
    const ahead = { name: 'ahead-2.pdf', total: 4, pages: [onePage(3, 'C')] }
    expect(shown({ paper, ahead })).toEqual(['1 paper 1 a', '2 paper 2 b', '3 ahead 1 C', '4  0 '])
    expect(shown({ ahead: { ...ahead, total: 3 } })).toEqual(['1  0 ', '2  0 ', '3 ahead 1 C'])
    expect(shown({ paper, ahead: { name: 'ahead-2.pdf', total: 2, pages: [] } })).toEqual([
      '1 paper 1 a',
      '2 paper 2 b',
    ])
    expect(shown({})).toEqual([])
  })

  it('is where it belongs now, when pages were added before it', () => {
    const ahead = { name: 'ahead-2.pdf', total: 5, pages: [onePage(2, 'new'), onePage(9, 'of no place')] }
    const contents = [heading('A', 1), heading('B', 4)]
    expect(shown({ paper, ahead, contents }, [heading('A', 1), heading('B', 2)])).toEqual([
      '1 paper 1 a',
      '2 ahead 1 new',
      '3  0 ',
      '4 paper 2 b',
      '5 paper 3 c',
    ])
  })

  it('is called by its printed number', () => {
    expect(nameOf({ number: 4, folio: '4' })).toBe('Page 4')
    expect(nameOf({ number: 4, folio: 'iv' })).toBe('Page iv (4 of the file)')
    expect(nameOf({ number: 4, folio: '' })).toBe('Page 4 of the file')
  })
})

describe('the layout', () => {
  it.each([
    [0, []],
    [1, [[0, 1]]],
    [
      2,
      [
        [0, 1],
        [2, 0],
      ],
    ],
    [
      5,
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
    ],
  ])('lays %d pages as a book lies open', (total, rows) => {
    expect(rowsOf(total, 'spread')).toEqual(rows)
    expect(rowsOf(total, 'single').flat()).toEqual(Array.from({ length: total }, (_, index) => index + 1))
  })

  it('fits the commonest page, not a wide table', () => {
    const pages = [onePage(1, ''), onePage(2, ''), { ...onePage(3, ''), widthPt: 200, heightPt: 100 }]
    const room = { clientWidth: 424, clientHeight: 224 }
    expect(scaleOf({ view: 'single', zoom: 'width' }, pages, room)).toBe(4)
    expect(scaleOf({ view: 'spread', zoom: 'width' }, pages, room)).toBe(2)
    expect(scaleOf({ view: 'single', zoom: 'page' }, pages, room)).toBe(1)
    expect(scaleOf({ view: 'single', zoom: 1.5 }, pages, room)).toBe(2)
    expect(
      scaleOf({ view: 'single', zoom: 'width' }, pages, { clientWidth: 0, clientHeight: 0 }),
    ).toBeGreaterThan(0)
  })

  it('goes to the next usual size from any', () => {
    const size = (percent: number) => (percent / 100) * (96 / 72)
    expect(nextStep(size(100), 1)).toBe(1.25)
    expect(nextStep(size(100), -1)).toBe(0.9)
    expect(nextStep(size(110), 1)).toBe(1.25)
    expect(nextStep(size(900), 1)).toBe(4)
    expect(nextStep(size(10), -1)).toBe(0.25)
  })
})

describe('the queue of what is to be drawn', () => {
  /** Jobs that run until the test ends them. */
  function jobs() {
    const begun: string[] = []
    const stopped: string[] = []
    const end = new Map<string, () => void>()
    const job = (key: string) => ({
      key,
      run: (signal: AbortSignal) => {
        begun.push(key)
        signal.addEventListener('abort', () => stopped.push(key))
        return new Promise<void>((done) => end.set(key, done))
      },
    })
    return {
      begun,
      stopped,
      job,
      end: async (key: string) => {
        end.get(key)?.()
        await new Promise(setImmediate)
      },
    }
  }

  it('takes two at once, the urgent list first', async () => {
    const { begun, job, end } = jobs()
    const draw = drawQueue(['pages', 'thumbnails'])
    draw('thumbnails', [job('t1'), job('t2'), job('t3')])
    draw('pages', [job('p1')])
    expect(begun).toEqual(['t1', 't2'])
    await end('t1')
    expect(begun).toEqual(['t1', 't2', 'p1'])
    await end('t2')
    await end('p1')
    expect(begun).toEqual(['t1', 't2', 'p1', 't3'])
  })

  it('stops what is no longer wished, and begins nothing twice', async () => {
    const { begun, stopped, job, end } = jobs()
    const draw = drawQueue(['pages'])
    draw('pages', [job('a'), job('b'), job('c')])
    draw('pages', [job('b'), job('c')])
    expect({ begun, stopped }).toEqual({ begun: ['a', 'b', 'c'], stopped: ['a'] })
    await end('a')
    await end('b')
    await end('c')
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  it('goes on after what fails', async () => {
    const { begun, job } = jobs()
    const draw = drawQueue(['pages'])
    const fails = (key: string) => ({ key, run: () => Promise.reject(new Error('no page')) })
    draw('pages', [fails('a'), fails('b'), job('c')])
    await new Promise(setImmediate)
    expect(begun).toEqual(['c'])
  })
})

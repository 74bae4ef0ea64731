import { describe, expect, it } from 'vitest'
import { folioOfPage } from '../../scripts/print/folio-of-page.ts'
import { firstOnPage, mergePages } from '../../scripts/print/merge-pages.ts'
import { type MeasuredRun, placeRuns } from '../../scripts/print/place-runs.ts'

const run = (id: string, pages: number, more: Partial<MeasuredRun> = {}): MeasuredRun => ({
  id,
  section: id,
  starts: 'any',
  numbering: 'arabic',
  pages,
  filled: 1,
  ...more,
})

const shape = (runs: readonly MeasuredRun[]): string =>
  placeRuns(runs)
    .map((placed) => (placed.blank ? '□' : `${placed.id}@${placed.first}`))
    .join(' ')

describe('where runs stand', () => {
  const cases: readonly [fact: string, runs: readonly MeasuredRun[], expected: string][] = [
    ['one after the other', [run('a', 3), run('b', 2)], 'a@1 b@4'],
    [
      'a right-hand start after an odd page waits for the next',
      [run('a', 1), run('b', 1, { starts: 'right' })],
      'a@1 □ b@3',
    ],
    [
      'a right-hand start after an even page needs no blank',
      [run('a', 2), run('b', 1, { starts: 'right' })],
      'a@1 b@3',
    ],
    [
      'a study of two pages is seen at once',
      [run('a', 2), run('b', 2, { starts: 'left-if-two' })],
      'a@1 □ b@4',
    ],
    [
      'a study whose second page has little on it starts anywhere',
      [run('a', 2), run('b', 2, { starts: 'left-if-two', filled: 0.2 })],
      'a@1 b@3',
    ],
    [
      'a study of three pages starts anywhere',
      [run('a', 2), run('b', 3, { starts: 'left-if-two' })],
      'a@1 b@3',
    ],
    [
      'a study of two runs of one page each counts as two',
      [
        run('a', 2),
        run('b', 1, { starts: 'left-if-two' }),
        run('b2', 1, { section: 'b', starts: 'left-if-two' }),
      ],
      'a@1 □ b@4 b2@5',
    ],
    [
      'body page 1 is on the right whatever it asks for',
      [run('a', 3, { numbering: 'roman' }), run('b', 1)],
      'a@1 □ b@5',
    ],
    ['the back cover makes the page count even', [run('a', 2), run('back-cover', 1)], 'a@1 □ back-cover@4'],
    [
      'the back cover stands where the count is even',
      [run('a', 1), run('back-cover', 1)],
      'a@1 back-cover@2',
    ],
    ['a book of nothing but a cover has no blank', [run('back-cover', 1)], 'back-cover@1'],
    [
      'only the first run of a section begins it',
      [run('a', 1), run('a2', 1, { section: 'a', starts: 'right' })],
      'a@1 a2@2',
    ],
  ]
  it.each(cases)('%s', (_, runs, expected) => {
    expect(shape(runs)).toBe(expected)
  })

  it('gives a blank the numbering of what it follows', () => {
    const placed = placeRuns([run('a', 3, { numbering: 'roman' }), run('b', 1)])
    expect(placed[1]).toMatchObject({ blank: true, numbering: 'roman', before: 'b' })
  })
})

describe('folios', () => {
  it('are roman in the front matter, the cover being i, and begin again at 1', () => {
    const placed = placeRuns([run('a', 3, { numbering: 'roman' }), run('b', 2)])
    expect(folioOfPage(placed)).toEqual(['i', 'ii', 'iii', 'iv', '1', '2'])
  })

  it('are right beyond the small numbers', () => {
    expect(
      folioOfPage(placeRuns([run('a', 99, { numbering: 'roman' })])).filter((_, index) =>
        [3, 8, 13, 39, 98].includes(index),
      ),
    ).toEqual(['iv', 'ix', 'xiv', 'xl', 'xcix'])
  })
})

describe('the pages of an index entry', () => {
  const folios = ['i', 'ii', ...Array.from({ length: 20 }, (_, index) => String(index + 1))]
  const cases: readonly [fact: string, pages: readonly number[], expected: string][] = [
    ['stand in order, each once', [7, 4, 7], '2 5'],
    ['that are neighbours become a range', [4, 5, 6, 9], '2–4 7'],
    ['never run from roman into arabic', [2, 3], 'ii 1'],
  ]
  it.each(cases)('%s', (_, pages, expected) => {
    const anchors = pages.map((_page, index) => `x${index}`)
    const map = Object.fromEntries(anchors.map((anchor, index) => [anchor, pages[index]!]))
    expect(
      mergePages(anchors, map, folios, firstOnPage(map))
        .map(({ text }) => text)
        .join(' '),
    ).toBe(expected)
  })

  it('lead to the first place on the first page, whosever it is', () => {
    const map = { heading: 4, a: 4, b: 5, c: 4 }
    expect(mergePages(['b', 'a', 'c'], map, folios, firstOnPage(map))).toEqual([
      { text: '2–3', anchor: 'heading' },
    ])
  })
})

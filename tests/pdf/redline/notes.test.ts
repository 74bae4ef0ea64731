import { PDFRef } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import type { RedlineChange, RedlinePiece, RedlineWords } from '../../../scripts/model/redline.ts'
import { type Note, noteOf, placeNotes } from '../../../scripts/pdf/redline/notes.ts'
import type { Pen } from '../../../scripts/pdf/redline/pens.ts'

const WORDS: RedlineWords = {
  changes: 'Changes',
  title: 'Changes: A paper',
  was: 'Was',
  putIn: 'Put in',
  takenOut: 'Taken out',
  movedHere: 'From page {page}',
  movedAway: 'To page {page}',
  looks: 'Looks different',
  pageAdded: 'New page',
  pageRemoved: 'Page {page} is gone',
  toList: 'Change {number}',
}

/** Each letter half as wide as the type is high; it has no letter ß. */
const pen: Pen = (text) =>
  text.includes('ß')
    ? undefined
    : [{ font: PDFRef.of(1), hex: Buffer.from(text).toString('hex'), width: text.length / 2 }]

const change = (
  top: number,
  pieces: readonly RedlinePiece[],
  given: Partial<RedlineChange> = {},
): RedlineChange => ({
  number: 7,
  kind: 'text',
  label: '3',
  mark: -1,
  lines: [],
  carets: [],
  pieces,
  otherLabel: '9',
  place: { page: 1, box: { left: 40, top, right: 60, bottom: top + 10 } },
  ...given,
})

const removed = (text: string) => [{ text, state: 'removed' }] as const
const said = ({ lines }: Note): string[] =>
  lines.map((line) =>
    line
      .map(({ glyphs }) => Buffer.from(glyphs.map(({ hex }) => hex).join(''), 'hex'))
      .join('')
      .trim(),
  )

describe('a note', () => {
  it.each([
    ['text', removed('ten'), '7 Taken out: ten'],
    ['text', [...removed('ten'), { text: 'two', state: 'added' }], '7 Was: ten'],
    ['text', [{ text: 'two', state: 'added' }], '7 Put in'],
    ['moved-away', [{ text: 'two', state: 'same' }], '7 To page 9: two'],
    ['moved-here', [{ text: 'two', state: 'same' }], '7 From page 9'],
    ['look', [], '7 Looks different'],
    ['page-removed', [], '7 Page 9 is gone'],
  ] as const)('says what became of it: %s', (kind, pieces, words) => {
    expect(said(noteOf(change(0, pieces, { kind }), WORDS, pen, 100))).toEqual([words])
  })

  it('goes over several lines, and so does a word that is wider than the margin', () => {
    const note = noteOf(change(0, removed('a wonderfully short one')), WORDS, pen, 5)
    expect(said(note).join(' ').replaceAll(' ', '')).toBe('7Takenout:awonderfullyshortone')
    for (const line of note.lines) {
      const last = line.at(-1)!
      expect(last.at + last.width).toBeLessThanOrEqual(5)
    }
  })

  it('is cut short, and leaves to the list what no font of the file can draw', () => {
    const long = Array.from({ length: 99 }, (_, index) => `w${index}`).join(' ')
    expect(said(noteOf(change(0, removed(long)), WORDS, pen, 999))[0]).toMatch(/ w39 …$/)
    const note = noteOf(change(0, removed('eine Straße')), WORDS, pen, 100)
    expect(said(note)).toEqual(['7 Taken out: …'])
    expect(note.says).toBe('Taken out: “eine Straße”')
  })
})

describe('notes of a page', () => {
  const notes = (count: number, words: string, top: (index: number) => number): Note[] =>
    Array.from({ length: count }, (_, index) => noteOf(change(top(index), removed(words)), WORDS, pen, 20))

  it.each([
    ['few, far from each other', 3, (index: number) => 100 + index * 200],
    ['at one place', 6, () => 300],
    ['at the foot', 6, () => 790],
    ['more than there is room for', 200, (index: number) => index * 4],
  ])('stand below each other and on the page: %s', (_, count, top) => {
    const { placed, sizes } = placeNotes(
      notes(count, 'one two three four five six seven eight nine', top),
      800,
    )
    let end = 0
    for (const note of placed) {
      expect(note.shown.length).toBeGreaterThan(0)
      expect(note.top).toBeGreaterThanOrEqual(end)
      end = note.top + note.shown.length * sizes.leading
    }
    expect(end).toBeLessThanOrEqual(800)
  })

  it('stand beside their changes where they can', () => {
    const { placed } = placeNotes(
      notes(3, 'one', (index) => 100 + index * 200),
      800,
    )
    expect(placed.map(({ top }) => top)).toEqual([100, 300, 500])
  })
})

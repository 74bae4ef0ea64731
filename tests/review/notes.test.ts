// Notes that reviewers add: written into the text with a name of their own, or told with their words.
import { describe, expect, it } from 'vitest'
import { type Edit, inWords, reviewThese } from './review-these.ts'
import type { Paragraph } from './word-files.ts'

const FILE = 'chapters/01-a.md'
const NOTE = '\uFFFC'
/** The calls of the hand-made file all name this note. */
const fresh = (...texts: readonly string[]): Paragraph[] => texts.map((text) => ({ text, note: '2' }))
const withNote =
  (edit: Edit, ...texts: readonly string[]): Edit =>
  (all) => [...edit(all), ...fresh(...texts)]

describe('a new note', () => {
  it.each([
    [
      'in a text without any',
      'One wall.\n',
      inWords('wall', `wall{+${NOTE}+}`),
      'One wall[^1].\n\n[^1]: New.\n',
    ],
    [
      'tracked with words',
      'One wall.\n',
      inWords('wall.', `wall{+ of two${NOTE}+}.`),
      'One wall of two[^1].\n\n[^1]: New.\n',
    ],
    [
      'behind one that is there',
      'One[^4] wall.\n\n[^4]: Old.\n',
      inWords('wall.', `wall.${NOTE}`),
      'One[^4] wall.[^5]\n\n[^4]: Old.\n\n[^5]: New.\n',
    ],
    [
      'in a cell',
      '| A |\n|---|\n| one |\n',
      inWords('one', `one${NOTE}`),
      '| A |\n|---|\n| one[^1] |\n\n[^1]: New.\n',
    ],
    [
      'in emphasis',
      'One **old** wall.\n',
      inWords('old', `old${NOTE}`),
      'One **old**[^1] wall.\n\n[^1]: New.\n',
    ],
    [
      'in a new paragraph',
      '| A |\n|---|\n| one |\n',
      (all: Paragraph[]) => [...all, { style: 'other', text: `Two.${NOTE}` }],
      '| A |\n|---|\n| one |\n\nTwo.[^1]\n\n[^1]: New.\n',
    ],
  ])('is written: %s', async (_, source, edit, expected) => {
    const { texts, told, reviewed } = await reviewThese({ [FILE]: source }, withNote(edit, 'New.'))
    expect(told).toEqual([])
    expect(texts[FILE]).toBe(expected)
    expect(reviewed.told.map(({ becomes }) => becomes).join('\n')).toMatch(/\[\^(\d)\][\s\S]*\[\^\1\]: New\./)
  })
  it('keeps its paragraphs, and says what is no markup of its own', async () => {
    const edit = withNote(inWords('wall.', `wall.${NOTE}`), '- It *was* so.', 'And more.')
    const { texts, told } = await reviewThese({ [FILE]: 'One wall.\n' }, edit)
    expect(told).toEqual([])
    expect(texts[FILE]).toBe('One wall.[^1]\n\n[^1]: \\- It \\*was\\* so.\n\n    And more.\n')
  })
  it('is told with its words where its call cannot be written', async () => {
    const source = { [FILE]: '```text\none wall\n```\n' }
    const { texts, told } = await reviewThese(source, withNote(inWords('wall', `wall${NOTE}`), 'New.'))
    expect(texts).toEqual(source)
    expect(told).toEqual([
      expect.stringMatching(/review-change-is-carried at chapters\/01-a\.md:1: Not carried over: /),
      'review-change-is-carried at chapters/01-a.md:1: Not carried over: a new note, “New.”.',
    ])
  })
})

import { expect, it } from 'vitest'
import { noteIsOnItsPage } from '../../scripts/verify/checks/note-is-on-its-page.ts'
import type { Placed } from '../../scripts/verify/flat-tree.ts'
import type { Proof } from '../../scripts/verify/proof.ts'
import { PLAIN_LOOK, type StructureKid } from '../../scripts/verify/structure-tree.ts'

/**
 * A paragraph with a call (link 1) on page 1 and its note (link 2) on page 1 or 2; text of the notes begins at 100
 * points.
 */
function proofOf({ notePage = 1, textY = 300, textX = 80, ground = 0 }): Proof {
  const placed = (type: string, page: number, kids: StructureKid[]): Placed => ({
    element: {
      type,
      alt: undefined,
      object: 0,
      knowsParent: true,
      id: '',
      language: '',
      look: PLAIN_LOOK,
      kids,
    },
    type,
    parent: undefined,
    kids: [],
    page,
  })
  const text = placed('P', 1, [{ kind: 'mark', page: 1, key: 'text' }])
  const note = placed('Note', notePage, [
    { kind: 'annotation', page: notePage, annotation: 2 },
    { kind: 'mark', page: notePage, key: 'note' },
  ])
  const content = {
    marks: new Map([
      ['text', 'Some words'],
      ['note', 'A note'],
    ]),
    places: new Map([
      ['text', [textX, textY, 700, 0]],
      ['note', [80, 80, 100, ground]],
    ]),
  }
  return {
    read: {
      elements: [text, note],
      annotations: [
        { object: 1, destination: 'one--note-1' },
        { object: 2, destination: 'one--call-1' },
      ],
      links: [{ text: '1', page: 1, end: 1, annotations: [1] }],
      pages: [{ content }, { content }],
    },
    finished: { labels: ['7', '8'] },
    book: { chapters: [{ file: 'chapters/01-one.md', text: [], outline: [{ kind: 'note', line: 9 }] }] },
  } as unknown as Proof
}

const told = (given: Parameters<typeof proofOf>[0]) =>
  noteIsOnItsPage(proofOf(given)).map(({ place, message }) => [place, message])

it('a note that begins on the page of its call, below the text, is as it should be', () => {
  expect(told({})).toEqual([])
})

it('one that begins on another page is told at its line', () => {
  expect(told({ notePage: 2 })).toEqual([
    [
      { file: 'chapters/01-one.md', line: 9, page: 1 },
      'Note 1 is called on page 7 and begins on page 8: the page has no room for it.',
    ],
  ])
})

it('text below the line of the notes is told with its page, and what hangs beside them is not', () => {
  expect(told({ textY: 60 })).toEqual([
    [{ page: 1 }, 'Text stands beside or below the notes at the foot of the page: “Some words”.'],
  ])
  expect(told({ textY: 60, textX: 20 })).toEqual([])
})

it('text behind the ground of the notes is told, and the ground of a whole page is none of theirs', () => {
  const hidden = 'Text stands beside or below the notes at the foot of the page: “Some words”.'
  expect(told({ textY: 120, ground: 125 })).toEqual([[{ page: 1 }, hidden]])
  expect(told({ textY: 130, ground: 125 })).toEqual([])
  expect(told({ textY: 120, ground: 800 })).toEqual([])
})

import { expect, it } from 'vitest'
import { compareLooks } from '../../scripts/compare/compare-looks.ts'
import type { DrawPages } from '../../scripts/compare/draw-pages.ts'
import type { PageLook, Paper } from '../../scripts/compare/paper.ts'
import { paperOf } from './made-paper.ts'

const PAIR = { number: 1, label: '1' }
const WIDTH = 20

/** A paper of one page, moved to the right by so many points. */
function paper(look: PageLook, by = 0): Paper {
  const read = paperOf(['Two words'])
  return {
    ...read,
    pages: read.pages.map((page) => ({
      ...page,
      look,
      words: page.words.map((word) => ({
        ...word,
        box: { ...word.box, left: word.box.left + by, right: word.box.right + by },
      })),
    })),
  }
}

/** Draws what the bytes of the file are: a grey for all of the page, and, when there is a second, for its first row. */
const draw: DrawPages = async ({ bytes }) => [
  {
    page: 1,
    widthPx: WIDTH,
    heightPx: WIDTH,
    bytes: new Uint8Array(WIDTH * WIDTH).fill(bytes[0]!).fill(bytes[1] ?? bytes[0]!, 0, WIDTH),
  },
]

const state = async (
  old: Paper,
  now: Paper,
  was: number[],
  is: number[],
  drawing = draw,
): Promise<string> => {
  const { pages } = await compareLooks(
    { paper: old, bytes: Uint8Array.from(was) },
    { paper: now, bytes: Uint8Array.from(is) },
    [{ oldPage: PAIR, newPage: PAIR, state: 'same' }],
    drawing,
  )
  return pages[0]?.state ?? ''
}

const look = (drawing: string, ...pictures: string[]): PageLook => ({ drawing, pictures })

it.each([
  ['the same', [255], [255], 'same'],
  ['a little darker all over', [255], [240], 'look'],
  ['much darker in a row', [255, 255], [255, 0], 'look'],
  ['a shade darker', [255], [250], 'same'],
])('a page that is drawn otherwise, and looks %s', async (_, was, is, wanted) =>
  expect(await state(paper(look('a')), paper(look('b')), was, is)).toBe(wanted),
)

it('a page that draws the very same is not drawn', async () => {
  const never: DrawPages = async ({ pages }) => {
    expect(pages).toEqual([])
    return []
  }
  expect(await state(paper(look('a')), paper(look('a')), [255], [0], never)).toBe('same')
})

it('of a page that went to the other side of the book, only the pictures are compared', async () => {
  const [one, same, other] = [
    paper(look('a', 'anchor')),
    paper(look('b', 'anchor'), 30),
    paper(look('b', 'tree'), 30),
  ]
  expect(await state(one, same, [255], [0])).toBe('same')
  expect(await state(one, other, [255], [255])).toBe('look')
})

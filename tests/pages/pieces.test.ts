// What a piece is made of is its own: nothing of it says how many files there are besides, or which number each has.
import { expect, it } from 'vitest'
import type { Book } from '../../scripts/model/book.ts'
import { treeOf } from '../support/html.ts'
import { bookOf, chapterOf, composed, matterOf, sectionOf } from './small-book.ts'

const THIRTY_PAGES = `<p data-src="5">${'A word and another. '.repeat(2500)}</p>`

/** Files of thirty pages, which is a piece each. */
function bookOfFiles(names: readonly string[], folder: string): Book {
  const numbered = names.map((name) => ({ id: name, title: `On ${name}` }))
  return bookOf({
    chapters: numbered.map(({ id, title }) =>
      chapterOf({
        file: `${folder}/${id}.md`,
        prefix: id,
        matter: matterOf({ title }),
        body: treeOf(THIRTY_PAGES),
      }),
    ),
    sections: numbered.map(({ id, title }, chapter) =>
      sectionOf({ id, chapter, title, number: '', heads: { left: 'Book', right: title } }),
    ),
    headings: numbered.map(({ id, title }) => ({ level: 1, text: title, id, line: 2 })),
  })
}

const piecesOf = async (
  names: readonly string[],
  folder = 'chapters',
): Promise<ReadonlyMap<string, string>> => {
  const { pieces } = await composed(bookOfFiles(names, folder))
  return new Map(pieces.map(({ runs, html }) => [runs.join(), html]))
}

it('a file more in the middle is a piece more, and the others are as they were', async () => {
  const before = await piecesOf(['first', 'second', 'third', 'fourth'])
  const after = await piecesOf(['first', 'second', 'new', 'third', 'fourth'])
  expect([...before.keys()]).toEqual(['first', 'second', 'third', 'fourth'])
  expect([...after.keys()]).toEqual(['first', 'second', 'new', 'third', 'fourth'])
  expect(new Map([...after].filter(([runs]) => runs !== 'new'))).toEqual(before)
})

it('the same words in another file are another piece, for what is found there is told of that file', async () => {
  const [one, other] = [await piecesOf(['first']), await piecesOf(['first'], 'texts')]
  expect(one.get('first')).toBeDefined()
  expect(one.get('first')).not.toBe(other.get('first'))
})

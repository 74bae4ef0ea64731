import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ComparedPapers, comparePapers } from '../../scripts/compare/compare-papers.ts'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { SETTINGS } from '../print/browser-of-the-tests.ts'
import { buildPublication } from '../support/build-publication.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { read } from './without-threads.ts'

const sentence = (index: number): string =>
  `Sentence ${index} tells of councils that answered, of what they asked, and of how it went.`
const text = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => sentence(from + index))
    .join(' ')
    .replace(/((?:[^.]*\.){6})/g, '$1\n\n')
const chapter = (more: string): string =>
  `# Barriers\n\n## Where they stand\n\nIt begins here.\n\n${more}${text(0, 60)}\n\n## How to vault them\n\n${text(60, 80)}\n`
const LAST = `# The rest\n\nSee [the barriers](01-barriers.md#how-to-vault-them).\n\n${text(80, 90)}\n`

let browser: PrintBrowser
let compared: ComparedPapers

beforeAll(async () => {
  browser = await startBrowser(SETTINGS)
  const root = await publicationFolder({
    'publication.yaml':
      'title: A paper\nlanguage: en-GB\nlength: book\noptions: { chaptersStartRight: false, covers: false }\n',
    'chapters/01-barriers.md': chapter(''),
    'chapters/02-rest.md': LAST,
  })
  const before = await buildPublication(root, browser)
  await writeFile(join(root, 'chapters/01-barriers.md'), chapter(`${text(200, 216)}\n\n`))
  const after = await buildPublication(root, browser)
  compared = comparePapers(await read(before.finished.bytes), await read(after.finished.bytes))
})

afterAll(() => browser.close())

it('of a paragraph that was put in, only its own words are text that changed', () => {
  const pieces = compared.comparison.text.flatMap((change) => change.pieces)
  const words = (state: string) =>
    pieces
      .filter((piece) => piece.state === state)
      .map((piece) => piece.text)
      .join(' ')
  expect(words('added')).toBe(text(200, 216).replace(/\s+/g, ' ').trim())
  expect(words('removed')).toBe('')
  expect(compared.comparison.moved).toEqual([])
})

it('the breaks behind it moved, and what stood in the middle of a page begins the next', () => {
  const { breaks } = compared.comparison
  expect(breaks.length).toBeGreaterThan(0)
  for (const { page, stoodOn, begins } of breaks) {
    expect(page.number).toBeGreaterThan(stoodOn.number)
    const words = compared.after.paper.pages[page.number - 1]?.words.slice(0, 8).map((word) => word.text)
    expect(begins).toBe(words?.join(' '))
  }
})

it('headings and the numbers that lead to them name the same new page', () => {
  const { headings, references } = compared.comparison
  const vault = headings.find(({ title }) => title === 'How to vault them')
  expect(vault).toMatchObject({ kind: 'moved' })
  const see = references.find(({ says }) => says.endsWith('the barriers'))
  expect(see?.now.replace(/\D/g, '')).toBe(vault?.newPage?.label)
  expect(see?.was.replace(/\D/g, '')).toBe(vault?.oldPage?.label)
})

it('heads and folios are no text', () => {
  const heads = compared.after.paper.pages.flatMap((page) => page.heads.map((word) => word.text))
  expect(heads).toContain('Barriers')
})

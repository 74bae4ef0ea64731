import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zipBytes } from '../../scripts/ground/archives/zip-bytes.ts'
import { verifyWord } from '../../scripts/word/verify-word.ts'
import { publicationFolder, removeFolders } from '../support/publication-folder.ts'
import { type MadeWord, wordOf } from './make-word-of.ts'
import { everything } from './publication.ts'

let made: MadeWord

beforeAll(async () => {
  made = await wordOf(await publicationFolder(await everything()))
}, 180_000)
afterAll(removeFolders)

/** The same file with something else in one of its parts. */
async function foundIn(part: string, was: string | RegExp, becomes: string): Promise<string[]> {
  const parts = [...made.parts].map(([name, content]) => {
    if (name !== part) return { name, content }
    const text = content.toString('utf8')
    expect(text).toMatch(was)
    return { name, content: text.replace(was, becomes) }
  })
  const found = await verifyWord(zipBytes(parts), made.book, made.settings)
  for (const { rule } of found) expect(['word-file-is-whole', 'word-file-is-accessible']).toContain(rule)
  return found.map(({ place: { file, line }, message }) => `${file ?? ''}:${line ?? ''} ${message}`)
}

const DOCUMENT = 'word/document.xml'
const walls = String((await everything())['chapters/01-walls.md']).split('\n')
const at = (begins: string): string =>
  `chapters/01-walls.md:${walls.findIndex((line) => line.startsWith(begins)) + 1}`

describe('what was read back from a Word file', () => {
  it('is found true when nothing is wrong', async () => {
    expect(await foundIn(DOCUMENT, 'It is wet', 'It is wet')).toEqual([])
  })

  it.each([
    [
      'a word of a paragraph',
      'It is wet',
      'It is',
      `${at('It is wet')} The Word file does not say “It is wet.”.`,
    ],
    ['a word of a cell', 'Quay', 'Q', `${at('| Quay')} The Word file does not say “Quay”.`],
    ['the spelling of a number', '4.50<', '4.5<', `${at('| Quay')} The Word file does not say “4.50”.`],
    [
      'a value of front matter',
      'It held',
      'It',
      'case-studies/01-bank.md:1 The Word file does not say “It held.”.',
    ],
  ])('tells of %s that is lost', async (_, was, becomes, says) => {
    expect(await foundIn(DOCUMENT, was, becomes)).toContain(says)
  })

  it('tells of a number of a chart that is lost', async () => {
    const water = String((await everything())['chapters/02-water.md']).split('\n')
    const line = water.findIndex((one) => one.startsWith(':::chart')) + 1
    expect(await foundIn(DOCUMENT, />14</, '>41<')).toEqual([
      `chapters/02-water.md:${line} The Word file does not say “Winter 14” of the chart “Most floods are in winter”.`,
    ])
  })

  it('tells of a paragraph that is not in its place', async () => {
    const paragraph = (words: string): string => `<w:p>(?:(?!</w:p>).)*${words}(?:(?!</w:p>).)*</w:p>`
    const two = new RegExp(`(${paragraph('The first paragraph')})(.*?)(${paragraph('The sea gives')})`)
    expect(await foundIn(DOCUMENT, two, '$3$2$1')).toEqual([
      `${at('## What')} The Word file does not say “What it costs” in its place.`,
    ])
  })

  it('tells of a note that is lost', async () => {
    expect(await foundIn('word/footnotes.xml', 'The words of', 'Of')).toEqual([
      `${at('[^one]:')} The Word file does not say “The words of the note.”.`,
    ])
  })

  it('tells of a heading that is none, or of another level', async () => {
    expect(await foundIn(DOCUMENT, 'w:val="Heading3"', 'w:val="Heading4"')).toContain(
      `${at('## What')} The Word file has “What it costs” where the heading “What it costs” has to be.`,
    )
    expect(await foundIn(DOCUMENT, 'w:val="Heading3"', 'w:val="BodyText"')).toContain(
      `${at('## What')} The Word file has “Water that comes” where the heading “What it costs” has to be.`,
    )
  })

  it.each([
    [
      'a picture without a text alternative',
      / descr="[^"]*"/,
      '',
      'shows a picture without a text alternative.',
    ],
    [
      'a table without a row of headings',
      '<w:tblHeader/>',
      '',
      'has a table without a row of headings: “Wall Miles”.',
    ],
    [
      'a level of heading that is left out',
      'w:val="Heading3"',
      'w:val="Heading5"',
      'leaves a level of heading out before “What it costs”.',
    ],
    [
      'a link without words',
      /(<w:hyperlink [^>]*>).*?<\/w:hyperlink>/,
      '$1</w:hyperlink>',
      'has a link without words.',
    ],
    [
      'a link that leads nowhere',
      /w:anchor="_at_\d+"/,
      'w:anchor="_gone"',
      'has a link that leads nowhere: “1 Walls that stand”.',
    ],
  ])('tells of %s', async (_, was, becomes, says) => {
    expect((await foundIn(DOCUMENT, was, becomes)).join('\n')).toContain(`The Word file ${says}`)
  })

  it('tells of a file that does not say its title or its language', async () => {
    expect(await foundIn('docProps/core.xml', 'Walls and water', ' ')).toContain(
      ': The Word file does not say its title.',
    )
    expect(await foundIn('word/styles.xml', 'w:lang w:val="en-GB"', 'w:lang')).toContain(
      ': The Word file does not say its language.',
    )
  })

  it('tells of a file that no program could open, without a stack', async () => {
    const [found] = await foundIn(DOCUMENT, '</w:body>', '')
    expect(found).toMatch(/^: The Word file cannot be read back: /)
    expect(found).not.toContain('\n')
  })
})

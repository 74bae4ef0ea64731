// What programs leave out of the Word file that is made, or set otherwise, is told, and is no edit of a reviewer's.
import { afterAll, describe, expect, it } from 'vitest'
import { readMarkdown } from '../../scripts/content/markdown/processor.ts'
import { zipBytes } from '../../scripts/ground/archives/zip-bytes.ts'
import { readWordFile } from '../../scripts/review/read-word-file.ts'
import { reviewTexts } from '../../scripts/review/review-texts.ts'
import { publicationFolder, removeFolders } from '../support/publication-folder.ts'
import { wordOf } from '../word/make-word-of.ts'
import { everything } from '../word/publication.ts'

const FILE = 'chapters/01-walls.md'
const files = await everything()
const TEXT = `${String(files[FILE])}\n$$\nh = 1\n$$ {#eq-surge}\n\nIt is $h$ deep.\n`
const made = await wordOf(await publicationFolder({ ...files, [FILE]: TEXT }))
afterAll(removeFolders)

const lineOf = (begins: string): number => TEXT.split('\n').findIndex((one) => one.startsWith(begins)) + 1

async function toldWithout(was: RegExp, becomes = ''): Promise<readonly string[]> {
  const parts = [...made.parts].map(([name, content]) => {
    if (name !== 'word/document.xml') return { name, content }
    const text = content.toString('utf8')
    expect(text).toMatch(was)
    return { name, content: text.replace(was, becomes) }
  })
  const reviewed = reviewTexts({
    back: await readWordFile(Buffer.from(zipBytes(parts))),
    sent: await readWordFile(Buffer.from(made.bytes)),
    texts: [{ file: FILE, text: TEXT }],
    read: readMarkdown,
  })
  return [
    ...reviewed.texts.map(({ becomes: text }) => text),
    ...reviewed.findings.map(({ place, message }) => `${place.file}:${place.line} ${message}`),
  ]
}

describe('what did not come back', () => {
  it('is told of formulas, with their numbers or without', async () => {
    expect(await toldWithout(/<m:oMath>.*?<\/m:oMath>/g)).toEqual(
      [[lineOf('It is $h$'), 'It is ▯ deep.'] as const, [lineOf('$$'), '▯ (1)'] as const].map(
        ([line, words]) =>
          `${FILE}:${line} A picture, a formula or a note did not come back at “${words}”, and no tracked change takes it out. It is left as it is.`,
      ),
    )
  })
  it('is told of a picture with its paragraph', async () => {
    const figure = /<w:p><w:pPr><w:pStyle w:val="Figure"\/>(?:(?!<\/w:p>).)*<\/w:p>/
    expect(await toldWithout(figure)).toEqual([
      `${FILE}:${lineOf('![A wall')} “▯ Figure 1 The wall in May” did not come back. It was taken out, or it was written after the file went out.`,
    ])
  })
})

it('finds the edits behind contents that a program has not ended', async () => {
  const open = /(<\/w:sdtContent><\/w:sdt>)((?:(?!<w:tbl>).)*?)first paragraph((?:(?!<\/w:p>).)*<\/w:p>)/
  expect(await toldWithout(open, '$2last paragraph$3$1')).toEqual([
    TEXT.replace('first paragraph', 'last paragraph'),
  ])
})

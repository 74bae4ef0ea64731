// What programs leave out of the Word file that is made, or set otherwise, is told, and is no edit of a reviewer's.
import sharp from 'sharp'
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
const ALTERNATIVE = /!\[(A wall[^\]]*)\]/.exec(TEXT)?.[1]

const lineOf = (begins: string): number => TEXT.split('\n').findIndex((one) => one.startsWith(begins)) + 1

async function toldWithout(
  was: RegExp,
  becomes = '',
  others: Readonly<Record<string, Buffer>> = {},
  sent = made,
): Promise<readonly string[]> {
  const parts = [...made.parts].map(([name, content]) => {
    if (others[name]) return { name, content: others[name] }
    if (name !== 'word/document.xml') return { name, content }
    const text = content.toString('utf8')
    expect(text).toMatch(was)
    return { name, content: text.replace(was, becomes) }
  })
  const reviewed = reviewTexts({
    back: await readWordFile(Buffer.from(zipBytes(parts))),
    sent: await readWordFile(Buffer.from(sent.bytes)),
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

describe('pictures', () => {
  const [NAME = '', PICTURE] = [...made.parts].find(([name]) => name.startsWith('word/media/')) ?? []
  const line = lineOf('![A wall')
  const ANY = /<w:body>/

  it('that were saved anew, smaller and as another kind of file, are the same', async () => {
    const smaller = await sharp(PICTURE).resize(40).jpeg({ quality: 50 }).toBuffer()
    expect(await toldWithout(ANY, '<w:body>', { [NAME]: smaller })).toEqual([])
  })

  it('that a reviewer put in the place of others are told', async () => {
    const other = await sharp(PICTURE).negate({ alpha: false }).png().toBuffer()
    const told = [`${FILE}:${line} Another picture came back than the one that shows “${ALTERNATIVE}”.`]
    // It stands once more, where it only decorates.
    const again = `${FILE}:${lineOf('<li>')} Another picture came back than the one here.`
    for (const bytes of [other, Buffer.from('no picture')])
      expect(await toldWithout(ANY, '<w:body>', { [NAME]: bytes })).toEqual([...told, again])
    expect(await toldWithout(/ r:embed="[^"]*"/, ' r:link="rIdFar"')).toEqual(told)
  })

  it('that are described in other words are told with both', async () => {
    expect(await toldWithout(/ descr="[^"]*"/, ' descr="A dam"')).toEqual([
      `${FILE}:${line} Not carried over: the text alternative “${ALTERNATIVE}” of a picture becomes “A dam”.`,
    ])
  })
})

it('tells a paragraph among words of the program, and writes it into no text', async () => {
  const behindTitle = /(<w:pStyle w:val="Title"\/>(?:(?!<\/w:p>).)*<\/w:p>)/
  const [told = '', ...more] = await toldWithout(
    behindTitle,
    '$1<w:p><w:r><w:t>Second edition</w:t></w:r></w:p>',
  )
  expect(told).toMatch(
    /Not carried over: “Second edition”, a new paragraph where the text has no place for one/,
  )
  expect(more).toEqual([])
})

it('tells words of the program that a reviewer changed, also where the author changed others since', async () => {
  const yaml = String(files['publication.yaml']).replace('What a wall costs', 'What walls cost')
  const since = await wordOf(
    await publicationFolder({ ...files, [FILE]: `${TEXT}\nA word more.\n`, 'publication.yaml': yaml }),
  )
  const told = await toldWithout(/Marram Forum/g, 'Marram Club', {}, since)
  expect(told).toContainEqual(
    expect.stringMatching(
      /^undefined:undefined Not carried over: “[^”]*Marram Forum[^”]*” becomes “[^”]*Marram Club/,
    ),
  )
  expect(told.filter((one) => !one.includes('Marram'))).toEqual(
    (await toldWithout(/Marram Forum/g, 'Marram Forum', {}, since)).filter((one) => !one.includes('Marram')),
  )
  expect(told.join()).not.toContain('What walls cost')
})

// A form with a photograph, from the Word file to the printed page.
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { zipBytes } from '../../../scripts/ground/archives/zip-bytes.ts'
import { zipFilesIn } from '../../../scripts/ground/archives/zip-files.ts'
import { startBrowser } from '../../../scripts/print/start-browser.ts'
import { readBack } from '../../../scripts/verify/read-back.ts'
import { adoptedPublication } from '../../support/adopted-publication.ts'
import { buildPublication } from '../../support/build-publication.ts'
import { publicationFolder } from '../../support/publication-folder.ts'
import { filledForm } from './filled-form.ts'

const FILLED = {
  title: ['Four walls and a “fare” of 4.50'],
  place: ['Wolverhampton'],
  began: ['April 2010'],
  'people.name': ['Jo Bloggs'],
  'people.role': ['Officer'],
  summary: ['What came of four walls.'],
  'figures.value': ['126,000'],
  'figures.label': ['views'],
  'sources.title': ['The page'],
  'sources.url': ['https://example.org/page'],
  'picture.alt': ['A wall in the sun'],
  'picture.credit': ['Ann Other'],
  'section.1': ['It began with a letter.'],
  'section.2.heading': ['Four people did it'],
  'section.2': ['They went from door to door.'],
  steps: ['Begin small.'],
}

const PRINTED = [
  'Four walls and a “fare” of 4.50',
  'Wolverhampton',
  'Jo Bloggs',
  'What came of four walls.',
  '126,000',
  'The page',
  'Ann Other',
  'It began with a letter.',
  'Four people did it',
  'They went from door to door.',
  'Begin small.',
]

it('is printed with every word of its fields, and with its photograph', { timeout: 120_000 }, async () => {
  const from = await publicationFolder({ 'form.docx': await withPhotograph() })
  const { root, findings } = await adoptedPublication([join(from, 'form.docx')], 'walls')
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  const browser = await startBrowser({ cache: resolve('.cache') })
  try {
    const built = await buildPublication(root, browser)
    expect(built.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const { pages } = await readBack(built.finished.bytes)
    const text = pages
      .flatMap(({ content }) => [...content.marks.values()].join(''))
      .join('')
      .replace(/\s/g, '')
    expect(PRINTED.filter((words) => !text.includes(words.replace(/\s/g, '')))).toEqual([])
    expect(Buffer.from(built.finished.bytes).includes('/Subtype /Image')).toBe(true)
  } finally {
    await browser.close()
  }
})

/** As a person puts one in: another file, in place of the one that the form brings. */
async function withPhotograph(): Promise<Buffer> {
  const files = await zipFilesIn(
    await filledForm(FILLED, (xml) => xml.replaceAll('descr="The photograph goes here"', 'descr=""')),
  )
  const photograph = await sharp({
    create: { width: 1600, height: 1067, channels: 3, background: '#a04020' },
  })
    .png()
    .toBuffer()
  const parts = files.names.map(async (name) => ({
    name,
    content: name === 'word/media/photograph.png' ? photograph : await files.read(name, 1_000_000),
  }))
  return zipBytes(await Promise.all(parts))
}

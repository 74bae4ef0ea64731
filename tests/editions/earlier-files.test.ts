import { join } from 'node:path'
import { expect, it } from 'vitest'
import { digestOfTexts } from '../../scripts/build/inputs.ts'
import { publishFolder } from '../../scripts/build/publish-folder.ts'
import { earlierFiles, earlierSite, stillThere } from '../../scripts/editions/earlier-files.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const report = (hash: string, outdated?: readonly string[]): string =>
  JSON.stringify({ inputs: { 'chapters/01-one.md': hash }, outdated })

const told = async (files: Readonly<Record<string, string>>, hash: string): Promise<string[]> => {
  const out = await publicationFolder(files)
  const old = await earlierFiles({ 'chapters/01-one.md': hash }, ['a.pdf'], { out, fileName: 'a.pdf' })
  return stillThere(old).map(({ rule, severity, message }) => `${severity} ${rule} ${message}`)
}

it('tells press files of another text beside a new screen edition: editions-are-of-one-text', async () => {
  const files = { 'report.json': report('old'), 'a.pdf': '', 'a-press.pdf': '', 'a-job-sheet.pdf': '' }
  expect(await told(files, 'new')).toEqual([
    expect.stringMatching(/^warning editions-are-of-one-text `a-press\.pdf` is still there/),
    expect.stringMatching(/`a-job-sheet\.pdf`/),
  ])
})

it('is silent about files of the same text, and where no report says of which', async () => {
  expect(await told({ 'report.json': report('same'), 'a-press.pdf': '' }, 'same')).toEqual([])
  expect(await told({ 'a-press.pdf': '' }, 'new')).toEqual([])
  expect(await told({ 'report.json': 'no report', 'a-press.pdf': '' }, 'new')).toEqual([])
})

it('tells of them again when the same text is built once more', async () => {
  const files = {
    'report.json': report('same', ['a-press.pdf', 'a-booklet.pdf']),
    'a-press.pdf': '',
    'a-job-sheet.pdf': '',
  }
  expect(await told(files, 'same')).toEqual([expect.stringContaining('`a-press.pdf` is still there')])
})

it('tells a website of another text as something to know, and is silent about one of the same', async () => {
  const out = await publicationFolder({ 'a.pdf': '' })
  const texts = (hash: string) => ({ 'chapters/01-one.md': hash })
  await publishFolder(join(out, 'site'), async () => true, digestOfTexts(texts('old')))
  const toldOf = async (hash: string, editions: Settings['editions'] = ['screen']) =>
    (await earlierSite(texts(hash), settingsOf({}, { out, editions }))).map(
      ({ severity, message }) => `${severity} ${message}`,
    )
  expect(await toldOf('new')).toEqual(['info `site/` is still there, and was made from an earlier text.'])
  expect(await toldOf('new', ['screen', 'site'])).toEqual([])
  expect(await toldOf('old')).toEqual([])
})

it('takes templates of the website for no text: the pages of both are of one', () => {
  const text = { 'chapters/01-one.md': 'same' }
  expect(digestOfTexts({ 'templates/site/page.liquid': 'new', ...text })).toBe(digestOfTexts(text))
  expect(digestOfTexts({ 'templates/chapter.liquid': 'new', ...text })).not.toBe(digestOfTexts(text))
})

import { join } from 'node:path'
import { expect, it } from 'vitest'
import { earlierFiles } from '../../scripts/editions/earlier-files.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const report = (hash: string): string => JSON.stringify({ inputs: { 'chapters/01-one.md': hash } })

const told = async (files: Readonly<Record<string, string>>, hash: string): Promise<string[]> => {
  const out = await publicationFolder(files)
  const findings = await earlierFiles({ 'chapters/01-one.md': hash }, [join(out, 'a.pdf')], {
    out,
    fileName: 'a.pdf',
  })
  return findings.map(({ rule, severity, message }) => `${severity} ${rule} ${message}`)
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

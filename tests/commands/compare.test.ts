import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { comparisonMarkdown } from '../../scripts/commands/comparison-markdown.ts'
import { findPaper } from '../../scripts/commands/find-paper.ts'
import { comparePapers } from '../../scripts/compare/compare-papers.ts'
import { paperOf } from '../compare/made-paper.ts'
import { makePdf } from '../compare/make-pdf.ts'
import { whitepaper } from '../e2e/run-whitepaper.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'

const report = (file: string): string =>
  JSON.stringify({
    output: { file, bytes: 1, sha256: '0' },
    findings: (['warning', 'info'] as const).map((severity) => ({
      rule: 'image-is-sharp',
      severity,
      place: {},
      message: 'a',
      mend: 'b',
    })),
  })

async function built(line: string): Promise<string> {
  return publicationFolder({
    'dist/a-paper.pdf': await makePdf([{ lines: [line] }, { lines: ['The same'] }], { title: 'A paper' }),
    'dist/a-paper-press.pdf': 'another edition',
    'dist/report.json': report('a-paper.pdf'),
  })
}

describe('the papers to be compared', () => {
  it('are files, folders of builds, or publications that were built', async () => {
    const root = await built('One')
    const pdf = join(root, 'dist/a-paper.pdf')
    for (const name of [pdf, join(root, 'dist'), root]) expect((await findPaper(name)).path).toBe(pdf)
    expect(await findPaper(root)).toMatchObject({ findings: { error: 0, warning: 1, info: 1 } })
  })

  it('may be the only PDF of a folder', async () => {
    const root = await publicationFolder({ 'a.pdf': await makePdf([{ lines: ['One'] }]) })
    expect((await findPaper(root)).path).toBe(join(root, 'a.pdf'))
  })

  it('may be the screen edition among the others of a folder without a report', async () => {
    const others = ['press', 'press-cover', 'job-sheet', 'booklet'].map((kind) => [`a-${kind}.pdf`, ''])
    const pdf = await makePdf([{ lines: ['One'] }])
    const root = await publicationFolder({ ...Object.fromEntries(others), 'a.pdf': pdf })
    expect((await findPaper(root)).path).toBe(join(root, 'a.pdf'))
  })

  it.each([
    ['a missing file', {}, 'gone.pdf', 'there is no such file'],
    ['a file cut off', { 'a.pdf': '%PDF-1.7\n1 0 obj' }, 'a.pdf', 'its end is missing'],
    ['no PDF', { 'a.pdf': 'Dear all,' }, 'a.pdf', 'it does not begin as a PDF does'],
    ['an empty folder', { 'x/a.md': '' }, 'x', 'holds no PDF'],
    ['several', { 'a.pdf': '', 'b.pdf': '' }, '.', 'holds 2 PDF files'],
    ['a report that leads away', { 'dist/report.json': report('../../secret.pdf') }, 'dist', 'holds no PDF'],
  ])('are refused in a sentence: %s', async (_, files, name, says) => {
    const root = await publicationFolder(files)
    await expect(findPaper(join(root, name))).rejects.toMatchObject({
      message: expect.stringContaining(says),
      mend: expect.stringMatching(/^Name /),
    })
  })
})

describe('whitepaper compare', () => {
  beforeAll(() => vi.stubEnv('GITHUB_ACTIONS', ''))
  afterAll(() => vi.unstubAllEnvs())

  it('prints JSON alone, writes the page, and ends with 1 where it was asked to', async () => {
    const [old, now] = [await built('Ten councils'), await built('Twelve councils')]
    const html = join(old, 'changes.html')
    // In a process of its own, which ends as a user sees it.
    const { status, stdout, stderr } = await whitepaper(
      'compare',
      old,
      now,
      '--json',
      '--exit-code',
      '--html',
      html,
    )
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      same: false,
      old: { title: 'A paper', pages: 2, findings: { warning: 1 } },
      text: [{ pieces: [{ text: 'Ten' }, { text: 'Twelve' }, { text: 'councils The same' }] }],
      pages: [{ state: 'text' }, { state: 'same' }],
    })
    expect(await readFile(html, 'utf8')).toMatch(/^<!DOCTYPE html>[\s\S]*data:image\/webp/)
  })

  it('of a paper with itself says that nothing changed, and ends with 0', async () => {
    const root = await built('One')
    const { status, stdout } = await whitepaperHere('compare', root, join(root, 'dist'), '--exit-code')
    expect({ status, stdout: stdout.split('\n')[1] }).toEqual({
      status: 0,
      stdout: '2 pages. Nothing changed.',
    })
  })

  it('ends with 2 rather than write over a paper', async () => {
    const root = await built('One')
    const pdf = join(root, 'dist/a-paper.pdf')
    const { status, stderr } = await whitepaperHere('compare', root, root, '--pdf', pdf)
    expect({ status, begins: (await readFile(pdf)).subarray(0, 5).toString() }).toEqual({
      status: 2,
      begins: '%PDF-',
    })
    expect(stderr).toContain('The changes would be written over')
    await writeFile(pdf, 'no PDF any more')
    expect((await whitepaperHere('compare', root, root)).status).toBe(2)
  })
})

it('the summary of a job says it too, without markup of the papers', () => {
  const [old, now] = [paperOf(['one <b>two</b> three']), paperOf(['one [2](x) three'])]
  const side = { file: 'a.pdf', title: 'A | paper', pages: 1, words: 3, bytes: 1 }
  const { comparison } = comparePapers(old, now)
  const text = comparisonMarkdown({ ...comparison, same: false, undrawn: '', old: side, new: side })
  expect(text).toContain('## What changed in A &#124; paper\n')
  expect(text).toContain(
    '- page 1: one <del>&#60;b&#62;two&#60;&#47;b&#62;</del> <ins>&#91;2&#93;&#40;x&#41;</ins> three',
  )
})

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addToSummary, escaped, type JobDone, jobSummary } from '../../scripts/report/job-summary.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { located } from './located.ts'

const done = (given: Partial<JobDone> = {}): string =>
  jobSummary({ findings: [], report: undefined, summary: '', failed: false, ...given })
/** As a reader sees it. */
const read = (markdown: string): string =>
  markdown.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))

/** As far as a summary asks. */
const reportOf = (given: object): NonNullable<JobDone['report']> => given as NonNullable<JobDone['report']>

describe('the summary of a job', () => {
  it('says what was made, how many pages and megabytes, and what was proven', () => {
    const text = read(
      done({
        report: reportOf({
          publication: { title: 'A paper' },
          pages: 56,
          output: { file: 'a-paper.pdf', bytes: 1_234_567 },
          press: { files: [{ file: 'a-paper-press.pdf', bytes: 2_000_000, pages: 60 }] },
          readBack: { claims: ['PDF/UA-1', 'PDF/A-2a'], links: 1024, characters: 123_456 },
        }),
        summary: 'dist/a-paper.pdf: 56 pages, read back and found true · no findings',
      }),
    )
    expect(text).toContain('## A paper: fit to be published\n\n- dist/a-paper.pdf: 56 pages')
    expect(text).toContain('| a-paper.pdf | 56 | 1.23 MB |\n| a-paper-press.pdf | 60 | 2.00 MB |')
    expect(text).toContain(
      '123,456 characters and 1,024 links were read back and found true. It claims PDF/UA-1 and PDF/A-2a.',
    )
    expect(text).toContain('### No findings')
  })

  it('lists findings, errors first and among them those on changed lines', () => {
    const text = read(
      done({
        failed: true,
        findings: [
          ...Array.from({ length: 38 }, () => located({ severity: 'warning' })),
          located({ path: 'old.md', isOnChangedLine: false }),
          located({ path: 'new.md', isOnChangedLine: true }),
        ],
      }),
    )
    const rows = text.split('\n').filter((line) => /\| (?:error|warning|info) \|/.test(line))
    expect(text).toContain('## Not fit to be published')
    expect(rows).toHaveLength(40)
    expect(rows.slice(0, 3).map((row) => row.slice(2, 8))).toEqual(['new.md', 'old.md', 'chapte'])
  })

  it('has a row a rule where there are many: count, files, the first three places', () => {
    const text = read(
      done({
        findings: [
          ...Array.from({ length: 60 }, (_, line) =>
            located({ severity: 'warning', place: { file: 'a.md', line } }),
          ),
          located({ severity: 'error' }),
        ],
      }),
    )
    const rows = text.split('\n').filter((line) => /\| (?:error|warning|info) \|/.test(line))
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain('| error |')
    expect(rows[1]).toMatch(/^\| (?:[^,|]+, ){3}… \| warning \| 60 times in 1 file: /)
  })

  it('says of a draft that nothing is claimed', () =>
    expect(read(done({ report: { draft: true } }))).toContain('A draft: nothing is claimed of it.'))

  it.each([
    '<img src=x onerror=alert(1)> ![](https://example.org/a.png) | `a` *b* _c_ [d](e) @someone #12 ~~f~~',
    'www.example.org\n\n# Title\n| --- |',
    'a\u202Eb\u0000c',
  ])('holds no markup of the publication: %j', (text) => {
    const markdown = done({
      findings: [located({ message: text, mend: text, path: text })],
      summary: text,
      report: reportOf({ publication: { title: text } }),
      failed: true,
    })
    const ours = markdown.replace(/&#\d+;/g, '').replaceAll(/<br>|<\/?sub>|image-has-alt/g, '')
    expect(ours).not.toMatch(/[<>[\]`*_@~!()\u202E]|\0|https?:|www\./)
    expect(ours.match(/\|/g)).toHaveLength(12)
    expect(ours.match(/^#+ /gm)).toHaveLength(2)
  })

  it('shortens what is very long', () => expect(escaped('a'.repeat(5000)).length).toBeLessThan(700))
})

describe('the file of the summary', () => {
  it('is added to, and left alone where it would grow over the megabyte that GitHub takes', async () => {
    const path = join(await publicationFolder({}), 'summary.md')
    expect(await addToSummary(path, 'One\n')).toBe('')
    expect(await addToSummary(path, 'Two\n')).toBe('')
    expect(await readFile(path, 'utf8')).toBe('One\nTwo\n')
    await writeFile(path, 'x'.repeat(1024 * 1024))
    expect(await addToSummary(path, 'y')).toBe('it would be longer than GitHub takes')
    expect((await readFile(path)).length).toBe(1024 * 1024)
  })

  it('that cannot be written is said, not thrown', async () =>
    expect(await addToSummary(await publicationFolder({}), 'One')).toMatch(/EISDIR/))
})

import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../scripts/build/publish.ts'
import type { BuildReport } from '../../scripts/ground/build-report-schema.ts'
import { readWithPdfjs } from '../../scripts/verify/read-with-pdfjs.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'
import { type Ended, findingsIn, STACK_TRACE, whitepaper } from './run-whitepaper.ts'

const photograph = () =>
  sharp({ create: { width: 1400, height: 900, channels: 3, background: '#f8be16' } })
    .jpeg()
    .toBuffer()

/** Everything that is awkward and allowed, in one small paper. */
const awkward = async () => ({
  'my paper – ünï/publication.yaml':
    'title: "A \\"quoted\\" \\\\ title </style> & \\U0001F600"\nshort: Quoted\nlanguage: en-GB\n',
  'my paper – ünï/chapters/01-first file #1.md':
    '\uFEFF---\r\ntitle: "One </style> \\"two\\" \\\\A {{ title }}"\r\nshort: "\\"One\\" \\\\"\r\n---\r\n\r\n## At 9:30am\r\n\r\nSee [the second](<02-zweite "Datei" 100%25.md#beside>), `{% include "x" %}` and ☃ 😀.\r\n\r\n![A yellow field](<a picture #1.jpg> "Yellow")\r\n',
  'my paper – ünï/chapters/02-zweite "Datei" 100%.md':
    '# Two\n\n## Beside\n\n:::side[A note]\nStands in the margin.\n:::\n\nText[^1].\n\n| Beside | it |\n|---|---|\n| a | table |\n\n[^1]: A note.\n',
  'my paper – ünï/chapters/a picture #1.jpg': await photograph(),
})

describe('a paper with awkward names, signs and line ends, built twice at once', () => {
  let root: string
  let ended: readonly Ended[]
  beforeAll(async () => {
    root = join(await publicationFolder(await awkward()), 'my paper – ünï')
    const first = whitepaper('build', '--root', root, '--report', 'json')
    const second = whitepaper('build', '--root', root, '--html', join(root, 'printed.html'))
    ended = await Promise.all([first, second])
  }, 120_000)

  it('is fit to publish', () => {
    expect(ended.map(({ status }) => status)).toEqual([0, 0])
    expect(ended[0]?.stderr).toBe('')
    expect(ended[1]?.stderr).toMatch(/pages, \d.\d\d MB, read back and found true · no findings\n$/)
  })

  it('leaves whole files, that belong to each other, and nothing else', async () => {
    expect(await readdir(join(root, 'dist'))).toEqual([
      'a-quoted-title-style.pdf',
      'accessibility.json',
      'accessibility.md',
      'report.json',
    ])
    const report = JSON.parse(await readFile(join(root, 'dist/report.json'), 'utf8'))
    const bytes = await readFile(join(root, 'dist/a-quoted-title-style.pdf'))
    expect(report.output).toEqual({
      file: 'a-quoted-title-style.pdf',
      bytes: bytes.length,
      sha256: sha256(bytes),
    })
    expect(JSON.parse(ended[0]!.stdout).output).toEqual(report.output)
  })

  it('says in the PDF what the files say', async () => {
    const seen = await readWithPdfjs(await readFile(join(root, 'dist/a-quoted-title-style.pdf')))
    expect(seen.title).toBe('A "quoted" \\ title </style> & 😀')
    expect(seen.outline.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['One </style> "two" \\A {{ title }}', 'At 9:30am', 'Two', 'Beside']),
    )
    expect(seen.labels.at(0)).toBe('i')
    const html = await readFile(join(root, 'printed.html'), 'utf8')
    expect(html).toContain('<code>{% include "x" %}</code> and ☃ 😀.')
    expect(html).not.toMatch(/<script|000<\/span>/)
  })
})

describe('what a build says of its pieces', () => {
  it('is which pages each has, and whether it was printed or is as an earlier build printed it', async () => {
    const root = await publicationFolder({
      'publication.yaml': 'title: A paper\nlanguage: en-GB\n',
      'chapters/01-first.md': `# First\n\nWords that no build has seen: ${Date.now()}.\n`,
    })
    const build = async (...words: readonly string[]) => {
      const { status, stderr } = await whitepaperHere('build', '--root', root, ...words)
      const report = JSON.parse(await readFile(join(root, 'dist/report.json'), 'utf8')) as BuildReport
      return { status, stderr, ...report }
    }
    const [cold, warm, anew] = [await build(), await build(), await build('--no-cache')]
    expect([cold.status, warm.status, anew.status]).toEqual([0, 0, 0])
    const { pages } = cold
    expect(cold.pieces).toEqual([{ first: 1, last: pages, remembered: false, seconds: expect.any(Number) }])
    expect(cold.pieces[0]!.seconds).toBeGreaterThan(0)
    expect(warm.pieces).toEqual([{ first: 1, last: pages, remembered: true, seconds: 0 }])
    expect(anew.pieces.map(({ remembered }) => remembered)).toEqual([false])
    expect([warm.output, anew.output]).toEqual([cold.output, cold.output])
  }, 120_000)
})

describe.concurrent('what ends a build', () => {
  const BROKEN = {
    'publication.yaml': 'title: A paper\nlanguage: en-GB\n',
    'chapters/01-first.md': '# First\n\n[Away](01-frist.md)\n',
  }

  it('errors: 1, and no file', async () => {
    const root = await publicationFolder(BROKEN)
    const ended = await whitepaperHere('build', '--root', root, '--report', 'json')
    expect(ended.status).toBe(1)
    expect(findingsIn(ended)).toEqual(['link-resolves chapters/01-first.md:3'])
    expect(await readdir(root)).toEqual(['chapters', 'publication.yaml'])
  })

  it('an error that is found while the browsers print: 1, and no file', async () => {
    const root = await publicationFolder({
      'publication.yaml':
        'title: A paper\nlanguage: en-GB\nrules:\n  data-is-used: { severity: error, reason: All of it is for this paper }\n',
      'chapters/01-first.md': '# First\n\nWords.\n',
      'data/survey.yaml':
        'source: https://example.org/\nquestions:\n  often:\n    question: How often?\n    rows:\n      - { label: Daily, count: 3 }\n',
    })
    // A process of its own: it ends only when its browsers have.
    const ended = await whitepaper('build', '--root', root, '--report', 'json', '--no-cache')
    expect(ended).toMatchObject({ status: 1, stderr: '' })
    expect(findingsIn(ended)).toEqual(['data-is-used data'])
    expect(await readdir(root)).toEqual(['chapters', 'data', 'publication.yaml'])
  })

  it('errors in a draft: 1, and a draft under its own name', async () => {
    const root = await publicationFolder(BROKEN)
    const { status, stderr } = await whitepaperHere('build', '--root', root, '--draft')
    expect(status).toBe(1)
    expect(stderr).toContain('a draft, nothing claimed · 1 error')
    expect(await readdir(join(root, 'dist'))).toEqual(['a-paper-draft.pdf', 'report.json'])
  })

  it('no browser: 2, a sentence, how to mend it, and the findings so far', async () => {
    const root = await publicationFolder({
      ...BROKEN,
      'chapters/01-first.md': '# First\n\n[click here](https://example.org)\n',
    })
    const ended = await whitepaperHere(
      'build',
      '--root',
      root,
      '--report',
      'json',
      '--browser',
      '/no/browser',
    )
    expect(ended.status).toBe(2)
    expect(ended.stderr).toMatch(/^whitepaper: There is no browser at \/no\/browser\.\n {4}Fetch one/)
    expect(ended.stderr).not.toMatch(STACK_TRACE)
    expect(findingsIn(ended)).toEqual(['link-says-where chapters/01-first.md:3'])
  })

  it('a reader who leaves: as if he had stayed', async () => {
    const root = await publicationFolder(BROKEN)
    const child = spawn(
      process.execPath,
      [resolve('bin/whitepaper.mjs'), 'check', '--root', root, '--report', 'json'],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (piece) => {
      stderr += piece
    })
    const status = await new Promise((give) => child.once('close', give))
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  })
})

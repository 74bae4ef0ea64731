import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument, type PDFPage } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { inThread } from '../../scripts/ground/threads/threads.ts'
import { type Ended, findingsIn } from '../e2e/run-whitepaper.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'

const PAPER = {
  'publication.yaml':
    'title: A paper\nlanguage: en-GB\nlength: book\nweb: best.example.org/2013\noptions:\n  covers: false\n  chaptersStartRight: false\n',
  'chapters/01-beginning.md': '# The beginning\n\nSee [Flickr](../case-studies/01-flickr.md).\n',
  'chapters/03-middle.md': '# The middle\n\nIt goes on.\n',
  'chapters/04-end.md': '# The end\n\nIt ends.\n',
  'case-studies/01-flickr.md':
    '---\ntitle: Pictures by residents\ncouncil: Dudley\nsummary: They sent them.\nredirects: 2013/flickr/\n---\n\nThey took pictures.\n',
}

const sizeOf = (page: PDFPage | undefined) => ({
  width: expect.closeTo(page?.getWidth() ?? 0, 0),
  height: expect.closeTo(page?.getHeight() ?? 0, 0),
})

describe('a paper, its press file and its website, built at once', () => {
  let root: string
  let ended: Ended
  const inSite = (file: string) => readFile(join(root, 'dist/site', file), 'utf8')
  beforeAll(async () => {
    root = await publicationFolder(PAPER)
    ended = await whitepaperHere('build', '--root', root, '--edition', 'site,screen,press')
  }, 120_000)

  it('are all written', async () => {
    expect(ended.stderr).toMatch(
      /read back and found true\n\S*dist\/site\/: a website of \d+ pages · no findings\n$/,
    )
    expect(await readdir(join(root, 'dist'))).toEqual([
      'a-paper-job-sheet.pdf',
      'a-paper-press.pdf',
      'a-paper.pdf',
      'accessibility.json',
      'accessibility.md',
      'report.json',
      'site',
    ])
  })

  it('carry the same PDF, and the home page tells its pages and size', async () => {
    expect(await readFile(join(root, 'dist/site/a-paper.pdf'))).toEqual(
      await readFile(join(root, 'dist/a-paper.pdf')),
    )
    const { pages, output } = JSON.parse(await readFile(join(root, 'dist/report.json'), 'utf8'))
    expect(await inSite('index.html')).toContain(`${pages} pages, ${Math.round(output.bytes / 1000)}\u00A0KB`)
  })

  it('have the same pages for the screen and for the press, there with room to be cut', async () => {
    const [screen = [], press = []] = await Promise.all(
      ['a-paper', 'a-paper-press'].map(async (name) =>
        (await PDFDocument.load(await readFile(join(root, `dist/${name}.pdf`)))).getPages(),
      ),
    )
    expect(press).toHaveLength(screen.length)
    for (const [index, page] of press.entries()) {
      expect(page.getTrimBox()).toMatchObject(sizeOf(screen[index]))
      expect(page.getMediaBox().width).toBeGreaterThan(page.getTrimBox().width)
    }
  })

  it('say in the accessibility statement what this build found', async () => {
    const record = JSON.parse(await readFile(join(root, 'dist/accessibility.json'), 'utf8'))
    const statement = await inSite('accessibility/index.html')
    expect(statement).toContain('The file claims to conform to PDF/UA-1, PDF/A-2a.')
    for (const { says } of record.checks) expect(statement).toContain(says)
  })

  it('agree on the address of the case study: the code on its printed page decodes to it', async () => {
    const href = 'https://best.example.org/2013/case-studies/flickr/'
    const reader = new URL('../e2e/codes-thread.mjs', import.meta.url)
    const paper = await readFile(join(root, 'dist/a-paper.pdf'))
    expect(await inThread(reader, new Uint8Array(paper), 60_000)).toEqual([href])
    expect(await inSite('case-studies/flickr/index.html')).toContain(`<link rel="canonical" href="${href}">`)
    expect(await inSite('_redirects')).toBe(
      '/2013/2013/flickr /2013/case-studies/flickr/ 301\n/2013/2013/flickr/ /2013/case-studies/flickr/ 301\n',
    )
  })

  it('part when the texts change: the website alone then offers no PDF, and says so', async () => {
    const again = await whitepaperHere('build', '--root', root, '--edition', 'site', '--report', 'json')
    expect(findingsIn(again)).toEqual([])
    expect(await readdir(join(root, 'dist/site'))).toContain('a-paper.pdf')
    await writeFile(join(root, 'chapters/01-beginning.md'), '# The beginning\n\nAnother text.\n')
    const ended = await whitepaperHere('build', '--root', root, '--edition', 'site', '--report', 'json')
    expect(findingsIn(ended)).toEqual(['site-offers-the-paper'])
    expect(await readdir(join(root, 'dist/site'))).not.toContain('a-paper.pdf')
    expect(await inSite('accessibility/index.html')).toContain('There is no PDF on this website.')
  })

  it('leave the earlier website when an error is found', async () => {
    await writeFile(join(root, 'chapters/02-broken.md'), '# Broken\n\n![Nowhere](nowhere.jpg)\n')
    const { status } = await whitepaperHere('build', '--root', root, '--edition', 'site')
    expect(status).toBe(1)
    expect(await inSite('chapters/beginning/index.html')).toContain('Another text.')
  })
})

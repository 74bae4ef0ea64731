import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareLooks } from '../../scripts/compare/compare-looks.ts'
import { comparePapers } from '../../scripts/compare/compare-papers.ts'
import type { DrawPages } from '../../scripts/compare/draw-pages.ts'
import { showComparison } from '../../scripts/compare/show-comparison.ts'
import { siteBrowser } from '../site/site-browser.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { type MadePage, makePdf } from './make-pdf.ts'
import { draw, read } from './without-threads.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const HOSTILE = '<img src=x onerror=alert(1)></style><script>alert(1)</script>'

const OLD: readonly MadePage[] = [
  { lines: ['Contents', 'Barriers 2'], links: { 1: 2 } },
  { lines: ['Barriers', 'Ten councils answered the survey,', 'and none was left out.', 'What they said'] },
  { lines: ['The end'], box: 0.5 },
]
const NEW: readonly MadePage[] = [
  { lines: ['Contents', 'Barriers 3'], links: { 1: 3 } },
  { lines: [`A page that is new ${HOSTILE}`] },
  { lines: ['Barriers', 'Twelve councils answered the survey,', 'and none was left out.'] },
  { lines: ['What they said', 'Page four & more'] },
  { lines: ['The end'], box: 0 },
]

async function show(
  old: readonly MadePage[],
  now: readonly MadePage[],
  drawing: DrawPages = draw,
): Promise<string> {
  const sides = await Promise.all(
    [old, now].map(async (pages, index) => {
      const bytes = await makePdf(pages, { title: `The <paper> ${index}` })
      return { bytes, paper: await read(bytes) }
    }),
  )
  const [before, after] = [sides[0]!, sides[1]!]
  const compared = comparePapers(before.paper, after.paper)
  const looks = await compareLooks(before, after, compared.comparison.pages, drawing)
  const side = (file: string, { paper, bytes }: typeof before) => ({
    file,
    title: paper.title,
    pages: paper.pages.length,
    words: 9,
    bytes: bytes.length,
  })
  return showComparison(
    {
      same: false,
      ...compared.comparison,
      ...looks,
      old: side('old.pdf', before),
      new: side('new.pdf', after),
    },
    compared,
    { old: before, new: after },
    { all: false, draw: drawing },
  )
}

let html: string
let shell: Awaited<ReturnType<typeof siteBrowser>>
let page: Page
const said: string[] = []

beforeAll(async () => {
  html = await show(OLD, NEW)
  const folder = await publicationFolder({})
  await writeFile(join(folder, 'page.html'), html)
  shell = await siteBrowser()
  page = await shell.browser.newPage()
  page.on('console', (message) => said.push(message.text()))
  page.on('dialog', (dialog) => said.push(dialog.message()))
  await page.goto(`file://${join(folder, 'page.html')}`, { waitUntil: 'load' })
})

afterAll(() => shell.close())

describe('the page that shows a comparison', () => {
  it('is the same each time', async () => expect(await show(OLD, NEW)).toBe(html))

  it('holds no markup of the papers, and nothing that runs or comes from elsewhere', () => {
    expect(html).not.toMatch(/<(?:script|img)|onerror=(?!alert)|https?:/)
    expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;')
    const [style = ''] = /(?<=<style>)[\s\S]*?(?=<\/style>)/.exec(html) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(`default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'`)
  })

  it('is drawn by a browser under its own policy, without a word of complaint', async () => {
    expect(said).toEqual([])
    const pictures = await page.$$eval('svg.page image', (all) =>
      all.map((one) => (one as SVGGraphicsElement).getBoundingClientRect().width > 100),
    )
    expect(pictures).toEqual(Array(8).fill(true)) // Four pages of the old paper, and of the new.
    expect(await page.$eval('h1', (heading) => getComputedStyle(heading).fontWeight)).toBe('400')
  })

  it('shows changed pages in pairs, and marks on them what changed', async () => {
    expect(await page.$$eval('.pair h3', (all) => all.map((one) => one.textContent))).toEqual([
      'Page 1 other page numbers',
      'Page 2 new',
      'Page 3, was 2 other words',
      'Page 4 new',
      'Page 5, was 3 same words, another look',
    ])
    const marks = await page.$$eval('.pair svg.page', (all) =>
      all.map((one) => [...one.querySelectorAll('.mark')].map((mark) => mark.getAttribute('class')).join()),
    )
    expect(marks[0]).toBe('mark reference')
    expect(marks.join()).toMatch(/mark text old.*mark break/)
    expect(await page.$$eval('.pair .mark.break text', (all) => all.map((one) => one.textContent))).toEqual([
      'page 4 now begins here',
    ])
  })

  it.each(['light', 'dark'])('has nothing that axe objects to (%s)', async (value) => {
    for (const width of [1280, 360]) {
      await page.setViewport({ width, height: 900 })
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      await page.evaluate(AXE)
      const found = await page.evaluate(() =>
        (
          globalThis as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
          }
        ).axe
          .run()
          .then(({ violations }) => violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)),
      )
      expect(found).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
  })
})

it('of many changed pages forty are shown, those with other words first', async () => {
  const many = (word: string): MadePage[] => [
    { lines: Array.from({ length: 15 }, (_, index) => `See page ${word === 'new' ? index + 3 : index + 2}`) },
    ...Array.from({ length: 41 }, (_, index) => ({ lines: [`Page ${index} is ${word}`, `and ${index}`] })),
  ]
  const blank: DrawPages = async ({ pages }) =>
    pages.map((number) => ({ page: number, widthPx: 1, heightPx: 1, bytes: new Uint8Array(1) }))
  const some = await show(many('old'), many('new'), blank)
  expect(some.match(/<h3>/g)).toHaveLength(40)
  expect(some).toContain('2 more pages changed and are not shown')
  expect(some).not.toContain('<h3>Page 1 <')
})

it('where nothing can be drawn, the words are shown all the same', async () => {
  const broken: DrawPages = () => Promise.reject(new Error('no canvas <here>'))
  const text = await show(OLD, NEW, broken)
  expect(text).toContain('Pages could not be drawn (no canvas &#60;here&#62;): only pictures were compared')
  expect(text).toContain('Not drawn.')
  expect(text).toContain('<bdi>Twelve</bdi>')
})

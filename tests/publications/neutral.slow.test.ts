// A text of 2,600 words that has one of each thing, on a subject of nobody's, in the looks that are built in: how
// much paper it takes, and how many of its pages are nearly empty.
import { appendFile, cp } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { type Built, buildPublication } from '../support/build-publication.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const NEUTRAL = resolve('tests/publications/neutral')
/** With fewer words than this a page is nearly empty. */
const FEW_WORDS = 40

interface Setting {
  readonly name: string
  readonly theme: string
  /** A line more of publication.yaml. */
  readonly wish?: string
  readonly mostPages: number
  /** Of the pages that authors fill, fewer than one in so many is nearly empty. */
  readonly oneIn: number
}

const SETTINGS: readonly Setting[] = [
  { name: 'A4', theme: '', mostPages: 15, oneIn: 20 },
  { name: 'A5', theme: 'page: { widthMm: 148, heightMm: 210 }\n', mostPages: 24, oneIn: 20 },
  { name: 'A4, look: report', theme: '', wish: 'look: report\n', mostPages: 14, oneIn: 20 },
]

let browser: PrintBrowser
beforeAll(async () => {
  browser = await startBrowser({ cache: resolve('.cache') })
})
afterAll(async () => browser?.close())

it.each(SETTINGS)('in $name it wastes no paper, and nothing is found', async (setting) => {
  const root = await publicationFolder({ 'templates/theme.yaml': setting.theme })
  for (const part of ['publication.yaml', 'chapters', 'case-studies', 'data'])
    await cp(resolve(NEUTRAL, part), resolve(root, part), { recursive: true })
  await appendFile(resolve(root, 'publication.yaml'), setting.wish ?? '')
  const built = await buildPublication(root, browser)
  expect(built.findings).toEqual([])
  expect(built.printed.pageMap.total).toBeLessThanOrEqual(setting.mostPages)
  const words = await wordsOfFilledPages(built)
  const empty = words.filter((count) => count < FEW_WORDS)
  expect(empty.length, `words on its pages: ${words.join(' ')}`).toBeLessThan(words.length / setting.oneIn)
})

/** Words on each page that authors fill, blanks among them: not of covers, openers, title page and imprint. */
async function wordsOfFilledPages({ document, printed, finished }: Built): Promise<number[]> {
  const { pages } = await readBack(finished.bytes)
  const kinds = new Map(document.runs.map(({ id, kind }) => [id, kind]))
  return printed.pageMap.runs
    .filter(({ id, blank }) => blank || !['full', 'bare'].includes(kinds.get(id) ?? ''))
    .flatMap((run) => pages.slice(run.first - 1, run.first - 1 + run.pages))
    .map(({ content }) => [...content.marks.values()].join(' ').split(/\s+/).filter(Boolean).length)
}

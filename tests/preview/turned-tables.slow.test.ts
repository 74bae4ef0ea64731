import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { preparing, turning } from '../../scripts/preview/prepare-print.ts'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { openWarmPage, type WarmPage } from '../../scripts/print/warm-page.ts'
import { printAlone, soundPublication } from '../support/build-publication.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const CHAPTER = 'chapters/01-one.md'
const row = (word: string): string => `| ${Array.from({ length: 8 }, () => word).join(' | ')} |`
const chapter = (word: string): string =>
  `# One\n\nBefore.\n\n${row(word)}\n${row('---')}\n${row('word')}\n\nAfter.\n`

let browser: PrintBrowser
let warm: WarmPage
beforeAll(async () => {
  browser = await startBrowser({ cache: '.cache' })
  warm = await openWarmPage(browser)
})
afterAll(async () => browser?.close())

it('turns a table that grows too wide, and back, as a build would', async () => {
  const root = await publicationFolder({
    'publication.yaml': 'title: T\nlanguage: en-GB\n',
    [CHAPTER]: chapter('word'),
  })
  const understand = preparing({ root, quiet: true })
  const pages: number[] = []
  for (const word of ['word', 'Telecommunications', 'Telecommunications of', 'word']) {
    await writeFile(join(root, CHAPTER), chapter(word))
    const { work } = await understand([CHAPTER])
    const { layout } = await warm.update(work!.document, turning(work!))
    const { pageMap } = layout
    const { printed } = await printAlone(await soundPublication(root), browser)
    expect(pageMap).toEqual(printed.pageMap)
    pages.push(pageMap.total)
  }
  expect(pages).toEqual([4, 8, 8, 4])
})

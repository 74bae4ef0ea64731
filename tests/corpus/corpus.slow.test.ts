// Each construct of the dialect as a tiny publication, with the structure tree that it must become in plain text
// beside it. After a change that is meant: `UPDATE_TREES=1 npx vitest run tests/corpus`, and read the differences.
import { readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { browsers } from '../support/browsers.ts'
import { type Built, buildPublication } from '../support/build-publication.ts'
import { askVerapdf, faultsOf, whyNoVerapdf } from '../support/verapdf.ts'
import { printTree } from './print-tree.ts'

const CORPUS = resolve('tests/fixtures/corpus')
const NAMES = readdirSync(CORPUS).sort()
/** Publications whose front matter is what they are about; of the others only the chapters are compared. */
const WHOLE = ['contents', 'index', 'blank-page', 'look-report']

it('is a corpus of at least thirty constructs', () => expect(NAMES.length).toBeGreaterThanOrEqual(30))

describe.each(browsers)('in $name', ({ path }) => {
  let browser: PrintBrowser
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'whitepaper-corpus-'))
    browser = await startBrowser({ cache: resolve('.cache'), ...(path ? { browser: path } : {}) })
  })
  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(NAMES)('%s becomes the tree beside it, without a finding', async (name) => {
    const built = await buildPublication(join(CORPUS, name), browser)
    await writeFile(join(folder, `${name}.pdf`), built.finished.bytes)
    const from = WHOLE.includes(name) ? 1 : firstPage(built)
    const tree = printTree(await readBack(built.finished.bytes), from)
    const file = join(CORPUS, name, 'expected-tree.txt')
    if (process.env.UPDATE_TREES) await writeFile(file, tree)
    expect(built.findings).toEqual([])
    expect(tree).toBe(await readFile(file, 'utf8'))
  })

  it.skipIf(whyNoVerapdf)(
    `is PDF/UA-1 and PDF/A-2a as veraPDF sees it${whyNoVerapdf}`,
    { timeout: 600_000 },
    async () => {
      const verdicts = await askVerapdf(NAMES.map((name) => join(folder, `${name}.pdf`)))
      const faults = verdicts.map((verdict) => [basename(verdict.file, '.pdf'), faultsOf(verdict)])
      expect(Object.fromEntries(faults)).toEqual(Object.fromEntries(NAMES.map((name) => [name, []])))
    },
  )
})

const firstPage = ({ book, printed }: Built): number =>
  printed.pageMap.anchors[book.chapters[0]?.prefix ?? ''] ?? 1

// Books of 60 and 480 pages made of the paper's files, and the paper, in every browser that is there, under veraPDF:
// but for the paper in the pipeline's own browser, which `.ci/run` builds and verifies before the tests. Minutes,
// so not part of every `npm run test:slow`: `.ci/run` asks for it with WHITEPAPER_TEST_BROWSERS=all.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBook } from '../../bench/make-book.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import { startBrowser } from '../../scripts/print/start-browser.ts'
import { browsers } from '../support/browsers.ts'
import { buildPublication } from '../support/build-publication.ts'
import { askVerapdf, faultsOf, whyNoVerapdf } from '../support/verapdf.ts'

const PAGES = [60, 480]
const isAsked = process.env.WHITEPAPER_TEST_BROWSERS === 'all' && whyNoVerapdf === ''
const why = isAsked ? '' : whyNoVerapdf || ' [skipped: WHITEPAPER_TEST_BROWSERS is not “all”]'

describe.skipIf(!isAsked)(`long books${why}`, { timeout: 600_000 }, () => {
  let folder: string
  const files: string[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'whitepaper-books-'))
    for (const pages of PAGES)
      await makeBook({ from: resolve('.'), to: join(folder, `book-${pages}`), pages })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(browsers)('have no finding of ours when $name prints them', async ({ path }) => {
    const browser = await startBrowser({ cache: resolve('.cache'), ...(path ? { browser: path } : {}) })
    const faults: Finding[] = []
    try {
      for (const root of [
        ...(path ? [resolve('.')] : []),
        ...PAGES.map((pages) => join(folder, `book-${pages}`)),
      ]) {
        const { findings, finished } = await buildPublication(root, browser)
        const file = join(folder, `${basename(root)}-${path ? 'installed' : 'own'}.pdf`)
        await writeFile(file, finished.bytes)
        files.push(file)
        faults.push(...findings.filter((one) => one.severity === 'error'))
      }
      expect(faults).toEqual([])
    } finally {
      await browser.close()
    }
  })

  it('are PDF/UA-1 and PDF/A-2a as veraPDF sees them', async () => {
    const verdicts = await askVerapdf(files)
    expect(verdicts).toHaveLength(browsers.length * (PAGES.length + 1) - 1)
    expect(verdicts.map((verdict) => [basename(verdict.file), faultsOf(verdict)])).toEqual(
      files.map((file) => [basename(file), []]),
    )
  })
})

// The live preview as its author meets it: from saving a file to the new page drawn in the browser, and until all is
// read back.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import type { PreviewState, SourcePlace } from '../scripts/preview/protocol.ts'
import { runInPage } from '../scripts/print/run-in-page.ts'
import { siteBrowser } from '../tests/site/site-browser.ts'
import { PACKAGE, type Surroundings } from './builds.ts'
import { makeBook } from './make-book.ts'
import { median } from './summary.ts'

export interface PreviewRound {
  /** As printed. */
  readonly pages: number
  readonly saves: number
  /** From the command to the first page drawn, and to everything read back. */
  readonly firstDrawnSeconds: number
  readonly firstSettledSeconds: number
  /** From saving to the new page drawn, in milliseconds. */
  readonly drawnMs: { readonly median: number; readonly most: number }
  /** From saving to all pages printed and read back. */
  readonly settledMs: { readonly median: number; readonly most: number }
}

const SIZES = [60, 480]
const SAVES = 15

export async function runPreviews(
  around: Surroundings,
  tell: (line: string) => void,
): Promise<PreviewRound[]> {
  const rounds: PreviewRound[] = []
  for (const pages of SIZES) {
    tell(`A preview of ${pages} pages …`)
    const root = join(around.workplace.folder, `preview-${pages}`)
    await makeBook({ from: PACKAGE, to: root, pages })
    rounds.push(await runPreview(root, around))
  }
  return rounds
}

async function runPreview(root: string, around: Surroundings): Promise<PreviewRound> {
  const begun = Date.now()
  const server = await startPreview(root, around)
  const reader = await siteBrowser()
  try {
    const page = await reader.browser.newPage()
    await page.setViewport({ width: 1440, height: 900 })
    await page.goto(server.url)
    const firstDrawnSeconds = ((await drawnAfter(page, 1, '')) - begun) / 1000
    const first = await settledAfter(server.url, 0)
    const firstSettledSeconds = (Date.now() - begun) / 1000
    const place = await placeToEdit(server.url, first)
    await goTo(page, place)
    const drawn: number[] = []
    const settled: number[] = []
    for (let save = 1; save <= SAVES; save++) {
      const before = await stateOf(server.url)
      const mark = before.paper?.pages[place.page - 1]?.mark ?? ''
      const isDrawn = drawnAfter(page, place.page, mark)
      const saved = await saveChange(root, place, save)
      drawn.push((await isDrawn) - saved)
      await settledAfter(server.url, before.version)
      settled.push(Date.now() - saved)
    }
    const figures = (list: readonly number[]) => ({ median: median(list), most: Math.max(...list) })
    return {
      pages: first.paper?.pages.length ?? 0,
      saves: SAVES,
      firstDrawnSeconds,
      firstSettledSeconds,
      drawnMs: figures(drawn),
      settledMs: figures(settled),
    }
  } finally {
    await Promise.all([reader.close(), ended(server.process)])
  }
}

async function startPreview(
  root: string,
  { workplace, signal }: Surroundings,
): Promise<{ url: string; process: ChildProcess }> {
  const args = [join(PACKAGE, 'bin', 'whitepaper.mjs'), 'dev', '--root', root, '--port', '0', '--quiet']
  const env = { ...process.env, WHITEPAPER_CACHE: workplace.cache }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'], signal })
  child.on('error', () => undefined) // The signal ends it.
  let said = ''
  for await (const text of child.stderr.setEncoding('utf8')) {
    said += text
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0]
    if (url) {
      child.stderr.resume()
      return { url, process: child }
    }
  }
  throw new Error(`the preview does not start: ${said.slice(0, 200)}`)
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done()
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })

const stateOf = async (url: string): Promise<PreviewState> =>
  (await (await fetch(`${url}state`)).json()) as PreviewState

const LOOK_EVERY_MS = 20

/** The state is asked for, not waited for: whoever measures must not be another listener that is written to. */
async function settledAfter(url: string, version: number): Promise<PreviewState> {
  for (;;) {
    const state = await stateOf(url)
    if (state.version > version && state.phase === 'settled') return state
    if (state.phase === 'stopped') throw new Error(`the preview stopped: ${state.findings[0]?.message}`)
    await pause(LOOK_EVERY_MS)
  }
}

interface EditedPlace extends SourcePlace {
  readonly page: number
  readonly folio: string
}

/** A line of running text in the second half of the paper: a page that many pages stand before and behind. */
async function placeToEdit(url: string, state: PreviewState): Promise<EditedPlace> {
  const pages = state.paper?.pages ?? []
  for (const { number, folio } of pages.slice(Math.floor(pages.length / 2))) {
    for (const yPt of [300, 400, 500]) {
      const answer = await fetch(`${url}source?page=${number}&x=250&y=${yPt}`)
      const place = (await answer.json()) as SourcePlace | null
      if (place?.file.startsWith('chapters/')) return { ...place, page: number, folio }
    }
  }
  throw new Error('no chapter stands in the second half')
}

/** Gives the time of saving. The line says something else each time. */
async function saveChange(root: string, { file, line }: EditedPlace, save: number): Promise<number> {
  const path = join(root, file)
  const lines = (await readFile(path, 'utf8')).split('\n')
  const text = lines[line - 1] ?? ''
  lines[line - 1] = text.replace(/ (?:again\d+ )?(?=\S+$)/, ` again${save} `)
  const saved = Date.now()
  await writeFile(path, lines.join('\n'))
  return saved
}

async function goTo(page: Page, { page: number, folio }: EditedPlace): Promise<void> {
  const last = await page.$eval('#page-number', (field) => (field as HTMLInputElement).value)
  await page.focus('#page-number')
  for (const _ of last) await page.keyboard.press('Backspace')
  await page.keyboard.type(folio || String(number))
  await page.keyboard.press('Enter')
  await drawnAfter(page, number, '')
}

/** Waits until a page is drawn that looks otherwise; gives the time at which it was. */
const drawnAfter = (page: Page, number: number, mark: string): Promise<number> =>
  runInPage(page, waitUntilDrawn, number, mark)

/** Runs inside the browser: it can use nothing but what stands in the function itself. */
function waitUntilDrawn(wanted: number, before: string): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      const found = list.getEntriesByName('drawn').findLast((entry) => {
        const { page, mark } = (entry as PerformanceMark).detail
        return page === wanted && mark !== before
      })
      if (!found) return
      observer.disconnect()
      resolve(performance.timeOrigin + found.startTime)
    }).observe({ type: 'mark', buffered: before === '' })
  })
}

// The live preview: what is saved is printed at once, first the pages that the author looks at, then all of them.
import { isDeepStrictEqual } from 'node:util'
import type { Options } from '../build/resolve-settings.ts'
import { faultOf } from '../build/stages.ts'
import type { PrintedPdf } from '../model/printed.ts'
import { measuresOf, placeDocument } from '../print/lay-out.ts'
import { NoBrowserError } from '../print/no-browser-error.ts'
import type { MarkedPage } from '../print/page-marks.ts'
import { markPages } from '../print/page-marks.ts'
import { printPages, type Turn } from '../print/print-pages.ts'
import type { WarmPage } from '../print/warm-page.ts'
import { applyRules } from '../rules/apply-rules.ts'
import { finding, hasErrors } from '../rules/finding.ts'
import type { EditorLink } from './editor-link.ts'
import { placesOf } from './places.ts'
import {
  MAKING,
  type Prepared,
  type PreparePrint,
  type PrintWork,
  preparing,
  turning,
} from './prepare-print.ts'
import { type PreviewBrowser, previewBrowser, type WarmPages } from './preview-browser.ts'
import { editorUrl, keepFiles, newRun, type PreviewRun, pagesOf, tell } from './preview-run.ts'
import type { Preview, PreviewPaper } from './protocol.ts'
import { GivenUp, openProofReader, type ProofReader } from './read-proofs.ts'

export interface RunningPreview extends Preview {
  /** Tells of a file that was saved, added or taken away, relative to the publication. */
  readonly changed: (file: string) => void
  readonly close: () => Promise<void>
}

export interface PreviewWishes {
  /** Absolute path of the publication. */
  readonly root: string
  readonly editor?: EditorLink | undefined
  /** Called with what makes every preview impossible. */
  readonly failed: (error: NoBrowserError) => void
}

/** Two things are done beside each other: following what the author does, and printing all pages. */
type Work = 'resting' | 'at work' | 'closed'

interface LivePreview {
  readonly run: PreviewRun
  readonly prepare: PreparePrint
  readonly browser: PreviewBrowser
  readonly proofs: ProofReader
  readonly failed: PreviewWishes['failed']
  /** Files that changed since they were last read. */
  readonly unread: Set<string>
  /** Whether the pages that are looked at are among those that were printed ahead. */
  view: 'printed' | 'elsewhere'
  following: Work
  printing: Work
}

/** Begins to print at once; what comes of it is told to those who subscribe. */
export function openPreview(options: Options, { root, editor, failed }: PreviewWishes): RunningPreview {
  const run = newRun(root, editor)
  const live: LivePreview = {
    run,
    failed,
    prepare: preparing(options),
    browser: previewBrowser(),
    proofs: openProofReader(),
    unread: new Set(['publication.yaml']),
    view: 'printed',
    following: 'resting',
    printing: 'resting',
  }
  follow(live)
  return {
    changed: (file) => {
      live.unread.add(file)
      follow(live)
    },
    state: () => run.state,
    subscribe: (listener) => {
      run.listeners.add(listener)
      return () => run.listeners.delete(listener)
    },
    pdf: (name) => run.files.get(name),
    sourceAt: (page, xPt, yPt) => {
      const place = run.places?.sourceAt(page, xPt, yPt)
      return place && { ...place, ...editorUrl(run, place.file, place.line) }
    },
    look: (pages) => look(live, pages),
    close: async () => {
      live.following = 'closed'
      live.printing = 'closed'
      await Promise.all([live.browser.close(), live.proofs.close()])
    },
  }
}

/** Pages that are looked at and printed ahead, at most: one spread of the largest window. */
const MOST_AHEAD = 6

function look(live: LivePreview, pages: readonly number[]): void {
  const { run } = live
  if (pages.length === 0) return
  run.looksAt = pages.slice(0, MOST_AHEAD)
  // While all the others are being printed, what comes into view is old: it is printed ahead as well.
  const isElsewhere = pages.some(
    (page) => run.ahead && !run.ahead.pages.some(({ number }) => number === page),
  )
  live.view = isElsewhere ? 'elsewhere' : 'printed'
  follow(live)
}

/** One step at a time, until nothing is new any more. */
async function follow(live: LivePreview): Promise<void> {
  if (live.following !== 'resting') return
  live.following = 'at work'
  while (live.following === 'at work' && (live.unread.size > 0 || live.view === 'elsewhere')) {
    if (live.unread.size > 0) await readChanged(live)
    else await attempt(live, ({ ahead }) => printLookedAt(live, ahead))
  }
  if (!isClosed(live)) live.following = 'resting'
}

const isClosed = ({ following }: LivePreview): boolean => following === 'closed'

async function readChanged(live: LivePreview): Promise<void> {
  const { run, unread, prepare } = live
  const files = [...unread]
  unread.clear()
  const { find, work } = await prepare(files)
  run.isStopped = work === undefined
  if (!work) return tellFound(run, find)
  const isSame = run.laid !== undefined && run.work !== undefined && isAlike(run.work, work)
  if (!isSame) run.work = work
  if (!isSame) await attempt(live, ({ ahead }) => printAhead(live, ahead, work))
  await tellFound(run, find)
  if (!run.isStopped) printAll(live)
}

/** What is found of the texts stands beside the page that it is of. */
async function tellFound(run: PreviewRun, find: Prepared['find']): Promise<void> {
  run.texts = await find()
  run.isStopped ||= hasErrors(run.texts)
  tell(run)
}

/** What a PDF says of itself, and how grave a finding of its pages is, stands in publication.yaml and on no page. */
const isAlike = (one: PrintWork, other: PrintWork): boolean =>
  one.document.html === other.document.html &&
  isDeepStrictEqual(one.settings.publication, other.settings.publication)

/** Once more with another browser when it fails: browsers die, and pages of them hang. */
async function attempt(live: LivePreview, step: (pages: WarmPages) => Promise<void>): Promise<boolean> {
  const { run, browser } = live
  for (let turn = 1; run.work && !isClosed(live); turn++) {
    let pages: WarmPages | undefined
    try {
      pages = await browser.pages(run.work.settings)
      await step(pages)
      return true
    } catch (error) {
      if (pages) await browser.giveUp(pages)
      if (error instanceof NoBrowserError) live.failed(error)
      else if (turn === 1) continue
      if (!isClosed(live)) stop(run, error)
      return false
    }
  }
  return false
}

/** The next change, whatever it is, is printed whole. */
function stop(run: PreviewRun, error: unknown): void {
  const words = error instanceof Error ? error.message : String(error)
  const isBrowser = error instanceof NoBrowserError || /closed|crashed|detached|timed out/i.test(words)
  run.printing = [
    isBrowser
      ? finding('browser-finishes', {}, { reason: 'it ended, twice' }, words)
      : faultOf(error, MAKING),
  ]
  run.isStopped = true
  run.laid = undefined
  run.printed = undefined
  tell(run)
}

async function printAhead(live: LivePreview, page: WarmPage, work: PrintWork): Promise<void> {
  const { run } = live
  run.laid = await page.update(work.document, turning(work))
  run.places = placesOf(run.laid.document, run.laid.layout, run.laid.geometry)
  await printLookedAt(live, page)
}

async function printLookedAt(live: LivePreview, page: WarmPage): Promise<void> {
  const { run } = live
  live.view = 'printed'
  if (!run.laid || run.printed === run.work) return
  const { total } = run.laid.layout.pageMap
  const numbers = [...new Set(run.looksAt.map((number) => Math.min(Math.max(1, number), total)))]
  numbers.sort((one, other) => one - other)
  const bytes = await page.printSome(numbers)
  const pages = pagesOf(run, run.laid.layout.placed, markPages(bytes), numbers)
  run.ahead = { name: keepFiles(run, 'ahead', [bytes])[0]!, total, pages }
  tell(run)
}

/** All pages of the newest work, and of a newer one when that has come meanwhile. */
async function printAll(live: LivePreview): Promise<void> {
  const { run } = live
  if (live.printing !== 'resting') return
  live.printing = 'at work'
  while (run.work && run.printed !== run.work && !run.isStopped && live.printing === 'at work') {
    const { work } = run
    const isPrinted = await attempt(live, async ({ renderers }) => {
      let { document } = work
      const turn: Turn = async (tables) => {
        document = await turning(work)(tables)
        return document
      }
      const printed = await printPages(document, { ...work.settings, editions: ['screen'] }, renderers, {
        turn,
      })
      if (printed.pieces.length === 0) throw new Error('the browser crashed')
      if (run.work === work) prove(live, work, { document, ...printed })
    })
    if (!isPrinted) break
  }
  if (!isClosed(live)) live.printing = 'resting'
}

type Whole = PrintedPdf & Pick<PrintWork, 'document'>

function paperOf(
  run: PreviewRun,
  { pieces, pageMap }: PrintedPdf,
  { runs }: PrintWork['document'],
  marked: readonly MarkedPage[],
): PreviewPaper {
  const files = keepFiles(
    run,
    'paper',
    pieces.map(({ bytes }) => bytes),
  )
  const places = pieces.flatMap(({ pages }, index) =>
    Array.from({ length: pages }, (_, at) => ({ pdf: files[index]!, place: at + 1 })),
  )
  const numbers = marked.map((_, index) => index + 1)
  const placed = placeDocument({ runs }, measuresOf(pageMap.runs))
  const pages = pagesOf(run, placed, marked, numbers)
  return {
    version: run.state.version + 1,
    pages: pages.map((page, index) => ({ ...page, ...places[index]! })),
  }
}

/** The pages are shown as soon as they are marked; what reading them back finds comes later. */
async function prove(live: LivePreview, work: PrintWork, { document, ...printed }: Whole): Promise<void> {
  const { run, proofs } = live
  run.printed = work
  try {
    const proof = await proofs.read({ printed, work: { ...work, document } }, (marked) => {
      if (run.printed !== work) return
      run.paper = paperOf(run, printed, document, marked)
      run.ahead = undefined
      run.printing = applyRules(printed.findings, work.settings.publication)
      tell(run)
    })
    if (run.printed !== work) return
    run.proof = applyRules(proof, work.settings.publication)
  } catch (error) {
    if (error instanceof GivenUp || run.printed !== work || isClosed(live)) return
    run.proof = [faultOf(error, MAKING)]
  }
  run.proven = work
  tell(run)
}

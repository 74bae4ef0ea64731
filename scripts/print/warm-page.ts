// A page of the browser that stays open while the document changes: what a preview prints from, again and again.
import type { Page } from 'puppeteer-core'
import type { HtmlDocument, PrintedPdf } from '../model.ts'
import { checkBoxes } from './checks/box-fits-the-page.ts'
import { checkCharacters } from './checks/characters-can-be-drawn.ts'
import { checkHeads } from './checks/running-head-fits.ts'
import { checkFixedText } from './checks/text-fits-its-page.ts'
import { collectText } from './in-page/collect-text.ts'
import { loadFonts } from './in-page/load-fonts.ts'
import { putAway } from './in-page/put-away.ts'
import { replaceRuns } from './in-page/replace-runs.ts'
import type { PrintBrowser } from './launch-browser.ts'
import { type LaidOutBefore, type Layout, layOut } from './lay-out.ts'
import {
  faultsOfLoading,
  loadDocument,
  openDocument,
  type Prepared,
  prepareToLayOut,
} from './open-document.ts'
import { PDF_OPTIONS, type Print, printUntilTrue } from './print-until-true.ts'
import { runInPage } from './run-in-page.ts'
import { type SplitDocument, splitDocument } from './split-document.ts'

export interface WarmPage {
  /**
   * Brings the page to this document, replacing no more than what differs from the one before, and lays it out. What is then
   * printed is what a build would print of it.
   */
  readonly update: (document: HtmlDocument) => Promise<Laid>
  /**
   * Some pages of it (physical, from 1), as fast as can be: without tags, the numbers as they were measured. All other runs stay
   * put away until they change or are asked for: use one page of the browser for this and another for `printAll`.
   */
  readonly printSome: (pages: readonly number[]) => Promise<Uint8Array>
  /** All of it, the numbers judged by the print. */
  readonly printAll: () => Promise<PrintedPdf & Pick<Print, 'placed'>>
  readonly close: () => Promise<void>
}

export interface Laid {
  readonly layout: Layout
  readonly geometry: Prepared['geometry']
  /** Runs whose contents are other ones than before; undefined when the whole document was loaded anew. */
  readonly replaced: readonly string[] | undefined
}

interface Shown extends Laid {
  readonly document: HtmlDocument
  readonly parts: SplitDocument | undefined
  readonly failed: readonly string[]
}

/** One update or print at a time: whoever calls waits for the last one. */
export async function openWarmPage(running: PrintBrowser): Promise<WarmPage> {
  const page = await running.browser.newPage()
  // A renderer that dies leaves calls without an answer.
  const crash = new Promise<never>((_, reject) => page.once('error', reject))
  crash.catch(() => undefined) // It may die when nobody waits for it.
  const unlessDead = <T>(work: Promise<T>): Promise<T> => Promise.race([work, crash])
  let shown: Shown | undefined
  let current: HtmlDocument | undefined
  let refused: ReadonlySet<string> | undefined

  const show = async (document: HtmlDocument): Promise<Shown> => {
    current = document
    if (refused) await loadDocument(page)
    else ({ refused } = await openDocument(page, () => current!))
    return laidOut(page, document, undefined)
  }
  return {
    update: async (document) => {
      const before = shown
      shown = undefined // Half a change is none: the next one then loads the document whole.
      const changed = before && changedRuns(before, document)
      if (before && changed) {
        current = document
        await unlessDead(runInPage(page, replaceRuns, bodiesOf(document, changed)))
        const from = { measured: before.layout.measured, changed }
        shown = { ...(await unlessDead(laidOut(page, document, from))), replaced: changed }
      } else shown = await unlessDead(show(document))
      return shown
    },
    printSome: async (pages) => unlessDead(printNarrow(page, shownNow(shown), pages)),
    printAll: async () => {
      const printed = await unlessDead(printWhole(page, shownNow(shown), refused ?? new Set()))
      return { ...printed, browser: running.version }
    },
    close: async () => {
      // Not awaited for long: a page that hangs does not answer, and closing the browser ends it as well.
      page.close().catch(() => undefined)
    },
  }
}

function shownNow(shown: Shown | undefined): Shown {
  if (shown) return shown
  throw new Error('nothing is shown in the warm page')
}

/** Undefined when more than the insides of runs has changed. */
function changedRuns(before: Shown, document: HtmlDocument): string[] | undefined {
  const parts = splitDocument(document)
  if (!parts || !before.parts || parts.frame !== before.parts.frame) return undefined
  if (JSON.stringify(document.runs) !== JSON.stringify(before.document.runs)) return undefined
  const { bodies } = before.parts
  return document.runs.flatMap(({ id }) => (parts.bodies.get(id) === bodies.get(id) ? [] : [id]))
}

function bodiesOf(document: HtmlDocument, ids: readonly string[]): Record<string, string> {
  const parts = splitDocument(document)
  return Object.fromEntries(ids.map((id) => [id, parts?.bodies.get(id) ?? '']))
}

async function laidOut(
  page: Page,
  document: HtmlDocument,
  before: LaidOutBefore | undefined,
): Promise<Shown> {
  const { failed, wanted, geometry } = await prepareToLayOut(page, document)
  const layout = await layOut(page, document, geometry, wanted, { before, withMarks: true })
  return { document, parts: splitDocument(document), layout, geometry, failed, replaced: undefined }
}

async function printNarrow(
  page: Page,
  { document, layout: { placed, measured } }: Shown,
  pages: readonly number[],
): Promise<Uint8Array> {
  const keep = placed.filter((run) => pages.some((one) => one >= run.first && one < run.first + run.pages))
  await runInPage(
    page,
    putAway,
    keep.map(({ id }) => id),
    measured.pages,
  )
  await runInPage(page, loadFonts, document.faces) // What was put away may show a face for the first time.
  return page.pdf({ ...PDF_OPTIONS, tagged: false, outline: false, pageRanges: pages.join(',') })
}

async function printWhole(
  page: Page,
  { document, layout, geometry, failed }: Shown,
  refused: ReadonlySet<string>,
): Promise<Omit<PrintedPdf, 'browser'> & Pick<Print, 'placed'>> {
  const unfit = [
    ...(await checkCharacters(page, document)),
    ...(await checkBoxes(page, document, geometry)),
    ...(await checkFixedText(page, document, geometry)),
    ...(await checkHeads(page, document, geometry)),
  ]
  const printed = await printUntilTrue(page, document, layout, geometry)
  const collected = await runInPage(page, collectText, false)
  return {
    ...printed,
    ...collected,
    findings: [...faultsOfLoading(refused, failed), ...unfit, ...printed.findings],
  }
}

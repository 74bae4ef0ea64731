// A page of the browser that stays open while the document changes: what a preview prints from, again and again.
import type { Page } from 'puppeteer-core'
import type { HtmlDocument, PrintedPdf } from '../model.ts'
import { checkBoxes } from './checks/box-fits-the-page.ts'
import { checkCharacters } from './checks/characters-can-be-drawn.ts'
import { checkHeads } from './checks/running-head-fits.ts'
import { checkFixedText } from './checks/text-fits-its-page.ts'
import { collectText } from './in-page/collect-text.ts'
import { loadFonts } from './in-page/load-fonts.ts'
import { loadPictures } from './in-page/load-pictures.ts'
import { putAway } from './in-page/put-away.ts'
import { replaceRuns } from './in-page/replace-runs.ts'
import type { PrintBrowser } from './launch-browser.ts'
import { type LaidOutBefore, type Layout, layOut } from './lay-out.ts'
import {
  faultsOfLoading,
  headsOf,
  loadDocument,
  openDocument,
  type Prepared,
  prepareToLayOut,
} from './open-document.ts'
import { PDF_OPTIONS, type Print, printUntilTrue } from './print-until-true.ts'
import { runInPage } from './run-in-page.ts'
import type { Serving } from './serve-document.ts'
import { type SplitDocument, splitDocument } from './split-document.ts'
import { untilDeath } from './until-death.ts'

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
  const unlessDead = untilDeath(page)
  let shown: Shown | undefined
  let current: HtmlDocument | undefined
  let serving: Serving | undefined

  const show = async (document: HtmlDocument, parts: SplitDocument | undefined): Promise<Shown> => {
    current = document
    serving?.forget()
    if (serving) await loadDocument(page)
    else serving = await openDocument(page, () => current!)
    return laidOut(page, document, parts, undefined)
  }
  return {
    update: async (document) => {
      const before = shown
      const parts = splitDocument(document)
      shown = undefined // Half a change is none: the next one then loads the document whole.
      // What was refused is asked for again only when all is loaded again.
      const changed = before && serving?.refused.size === 0 ? changedRuns(before, document, parts) : undefined
      if (before && changed) {
        current = document
        const bodies = Object.fromEntries(changed.map((id) => [id, parts?.bodies.get(id) ?? '']))
        await unlessDead(runInPage(page, replaceRuns, bodies))
        await unlessDead(runInPage(page, loadPictures))
        const from = { measured: before.layout.measured, changed }
        shown = { ...(await unlessDead(laidOut(page, document, parts, from))), replaced: changed }
      } else shown = await unlessDead(show(document, parts))
      return shown
    },
    printSome: async (pages) => unlessDead(printNarrow(page, shownNow(shown), pages)),
    printAll: async () => {
      const printed = await unlessDead(printWhole(page, shownNow(shown), serving?.refused ?? new Set()))
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
function changedRuns(
  before: Shown,
  document: HtmlDocument,
  parts: SplitDocument | undefined,
): string[] | undefined {
  if (!parts || !before.parts || parts.frame !== before.parts.frame) return undefined
  if (JSON.stringify(document.runs) !== JSON.stringify(before.document.runs)) return undefined
  const { bodies } = before.parts
  return document.runs.flatMap(({ id }) => (parts.bodies.get(id) === bodies.get(id) ? [] : [id]))
}

async function laidOut(
  page: Page,
  document: HtmlDocument,
  parts: SplitDocument | undefined,
  before: LaidOutBefore | undefined,
): Promise<Shown> {
  const { failed, wanted, geometry } = await prepareToLayOut(page, document)
  const layout = await layOut(page, document, geometry, wanted, { before, withMarks: true })
  return { document, parts, layout, geometry, failed, replaced: undefined }
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
  await runInPage(page, loadFonts, document.faces, headsOf(document.runs)) // What was put away may show a face for the first time.
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

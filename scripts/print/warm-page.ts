// A page of the browser that stays open while the document changes: what a preview prints from, again and again.
import type { Page } from 'puppeteer-core'
import type { HtmlDocument } from '../model/document.ts'
import { type Fit, tablesToTurn } from './fit-document.ts'
import { loadFonts } from './in-page/load-fonts.ts'
import { loadPictures } from './in-page/load-pictures.ts'
import { putAway } from './in-page/put-away.ts'
import { replaceRuns } from './in-page/replace-runs.ts'
import type { PrintBrowser } from './launch-browser.ts'
import { type LaidOutBefore, type Layout, layOut } from './lay-out.ts'
import { headsOf, loadDocument, openDocument, type Prepared, prepareToLayOut } from './open-document.ts'
import type { Turn } from './print-pages.ts'
import { PDF_OPTIONS } from './print-pieces.ts'
import { runInPage } from './run-in-page.ts'
import type { Serving } from './serve-document.ts'
import { type SplitDocument, splitDocument } from './split-document.ts'
import { untilDeath } from './until-death.ts'

export interface WarmPage {
  /**
   * Brings the page to this document, replacing no more than what differs from the one before, and lays it out. What
   * is then printed is what a build would print of it: where tables must be turned for that, what `turn` gives.
   */
  readonly update: (document: HtmlDocument, turn?: Turn) => Promise<Laid>
  /**
   * Some pages of it (physical, from 1), as fast as can be: without tags, the numbers as they were measured. All
   * other runs stay put away until they change or are asked for.
   */
  readonly printSome: (pages: readonly number[]) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

export interface Laid {
  /** With the tables turned that need it. */
  readonly document: HtmlDocument
  readonly layout: Layout
  readonly geometry: Prepared['geometry']
  /** Runs whose contents are other ones than before; undefined when the whole document was loaded anew. */
  readonly replaced: readonly string[] | undefined
}

/** The document as it was given, and which of its tables were then turned. */
interface Given {
  readonly upright: SplitDocument | undefined
  readonly turned: readonly string[]
}

interface Shown extends Laid {
  readonly given: Given
  readonly fit: Fit
  readonly parts: SplitDocument | undefined
}

/** One update or print at a time: whoever calls waits for the last one. */
export async function openWarmPage(running: PrintBrowser): Promise<WarmPage> {
  const page = await running.newPage()
  const unlessDead = untilDeath(page)
  let shown: Shown | undefined
  let current: HtmlDocument | undefined
  let serving: Serving | undefined

  const load = async (document: HtmlDocument, given: Given): Promise<Shown> => {
    current = document
    serving?.forget()
    if (serving) await loadDocument(page)
    else serving = await openDocument(page, () => current!)
    return laidOut(page, document, given, undefined)
  }
  /** Replaces what differs from what was shown `before`, or loads all of it. */
  const show = async (document: HtmlDocument, given: Given, before: Shown | undefined): Promise<Shown> => {
    const parts = splitDocument(document)
    // What was refused is asked for again only when all is loaded again.
    const changed = before && serving?.refused.size === 0 ? changedRuns(before, document, parts) : undefined
    if (!before || !changed) return load(document, given)
    current = document
    const bodies = Object.fromEntries(changed.map((id) => [id, parts?.bodies.get(id) ?? '']))
    await runInPage(page, replaceRuns, bodies)
    await runInPage(page, loadPictures)
    const from = { measured: before.layout.measured, fit: before.fit, changed }
    return { ...(await laidOut(page, document, given, from)), replaced: changed }
  }
  const update = async (document: HtmlDocument, turn: Turn | undefined): Promise<Shown> => {
    const before = shown
    shown = undefined // Half a change is none: the next one then loads the document whole.
    const upright = splitDocument(document)
    const kept = before && turn ? stillTurned(before.given, upright) : []
    const first = await show(
      kept.length > 0 && turn ? await turn(kept) : document,
      { upright, turned: kept },
      before,
    )
    const more = tablesToTurn(first.fit)
    if (more.length === 0 || !turn) return first
    const turned = [...kept, ...more]
    return show(await turn(turned), { upright, turned }, undefined)
  }
  return {
    update: async (document, turn) => {
      shown = await unlessDead(update(document, turn))
      return shown
    },
    printSome: async (pages) => unlessDead(printNarrow(page, shownNow(shown), pages)),
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

/**
 * The tables that were turned, as long as what they stand in is what it was: whether others need it is found out
 * anew.
 */
function stillTurned(
  { upright: before, turned }: Given,
  upright: SplitDocument | undefined,
): readonly string[] {
  if (!before || !upright || before.frame !== upright.frame) return []
  const isAlike = [...before.bodies].every(
    ([id, body]) =>
      upright.bodies.get(id) === body || !turned.some((src) => body.includes(` data-src="${src}"`)),
  )
  return isAlike ? turned : []
}

async function laidOut(
  page: Page,
  document: HtmlDocument,
  given: Given,
  before: (LaidOutBefore & { readonly fit: Fit }) | undefined,
): Promise<Shown> {
  const { anchors, geometry, fit } = await prepareToLayOut(page, document, before)
  const layout = await layOut(page, document, geometry, anchors, { before })
  const parts = splitDocument(document)
  return { document, given, fit, parts, layout, geometry, replaced: undefined }
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
  // What was put away may show a face for the first time.
  await runInPage(page, loadFonts, document.faces, headsOf(document.runs))
  return page.pdf({ ...PDF_OPTIONS, tagged: false, outline: false, pageRanges: pages.join(',') })
}

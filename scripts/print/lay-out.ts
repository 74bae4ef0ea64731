import type { Page } from 'puppeteer-core'
import type { HtmlDocument, PageMap } from '../model.ts'
import { folioOfPage } from './folio-of-page.ts'
import { type Filled, fillNumbers, listIndexEntries } from './in-page/fill-numbers.ts'
import { insertBlanks } from './in-page/insert-blanks.ts'
import { type Measured, measureRuns } from './in-page/measure-runs.ts'
import { firstOnPage, mergePages } from './merge-pages.ts'
import type { PageGeometry } from './page-geometry.ts'
import { type PlacedRun, placeRuns } from './place-runs.ts'
import { runInPage } from './run-in-page.ts'

export interface Layout {
  readonly pageMap: PageMap
  readonly placed: readonly PlacedRun[]
  /** Anchors that stand in a line of text. */
  readonly inline: ReadonlySet<string>
  /** Anchors that a page number asks for and that stand on no page. */
  readonly unknown: readonly string[]
}

// A number that grows can push a line over a page, which changes another number. Books settle in the second round.
const ROUNDS = 3

/** Measures, puts blank pages in, fills the page numbers in, and measures again what that moved. */
export async function layOut(
  page: Page,
  document: HtmlDocument,
  geometry: PageGeometry,
  wanted: readonly string[],
): Promise<Layout> {
  let measured: Measured = { pages: {}, anchors: {}, inline: [] }
  let again: readonly string[] = []
  for (let round = 1; ; round++) {
    const news = await runInPage(page, measureRuns, geometry, again, wanted)
    measured = {
      pages: { ...measured.pages, ...news.pages },
      anchors: { ...measured.anchors, ...news.anchors }, // a key keeps its place: the order of the document
      inline: [...measured.inline, ...news.inline],
    }
    const placed = placeDocument(document, measured.pages)
    const pageMap = mapPages(placed, measured)
    const { changed, unknown } = await writeNumbers(page, document, placed, pageMap)
    if (changed.length === 0 || round === ROUNDS)
      return { pageMap, placed, unknown, inline: new Set(measured.inline) }
    again = changed
  }
}

/** Puts the runs of the document in their places, given how many pages each has. */
export function placeDocument(
  document: HtmlDocument,
  pages: Readonly<Record<string, number>>,
): readonly PlacedRun[] {
  return placeRuns(document.runs.map((run) => ({ ...run, pages: pages[run.id] ?? 1 })))
}

/** Blank pages and page numbers, as the map has them, into the document. */
export async function writeNumbers(
  page: Page,
  document: HtmlDocument,
  placed: readonly PlacedRun[],
  pageMap: PageMap,
): Promise<Filled> {
  const blanks = placed.filter((run) => run.blank)
  await runInPage(
    page,
    insertBlanks,
    blanks.map(({ id, before, numbering }) => ({
      id,
      before,
      page: numbering === 'roman' ? ('blankfront' as const) : ('blank' as const),
    })),
    document.blank,
  )
  const folios = folioOfPage(placed)
  const folioOf = Object.entries(pageMap.anchors).map(([anchor, number]) => [
    anchor,
    folios[number - 1] ?? '?',
  ])
  const entries = await runInPage(page, listIndexEntries)
  const landings = firstOnPage(pageMap.anchors)
  const ranges = entries.map((key) => [key, mergePages(key.split(/\s+/), pageMap.anchors, folios, landings)])
  return runInPage(page, fillNumbers, {
    folios: Object.fromEntries(folioOf),
    ranges: Object.fromEntries(ranges),
  })
}

function mapPages(placed: readonly PlacedRun[], measured: Measured): PageMap {
  const firstOf = new Map(placed.map((run) => [run.id, run.first]))
  const anchors = Object.entries(measured.anchors).map(([anchor, [run, page]]) => [
    anchor,
    (firstOf.get(run) ?? 1) + page,
  ])
  return { total: totalOf(placed), anchors: Object.fromEntries(anchors), runs: placed.map(plain) }
}

export const totalOf = (placed: readonly PlacedRun[]): number => {
  const last = placed.at(-1)
  return last ? last.first + last.pages - 1 : 0
}

export const plain = ({ id, first, pages, blank }: PlacedRun): PageMap['runs'][number] => ({
  id,
  first,
  pages,
  blank,
})

import type { Page } from 'puppeteer-core'
import type { HtmlDocument } from '../model/document.ts'
import type { PageMap } from '../model/printed.ts'
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
  readonly measured: Measured
}

/** Of a page that was laid out before: what was measured then, and the runs that are other ones now. */
export interface LaidOutBefore {
  readonly measured: Measured
  readonly changed: readonly string[]
}

const NOTHING: Measured = { pages: {}, anchors: {}, inline: [], marks: {} }

// A number that grows can push a line over a page, which changes another number. Books settle in the second round.
const ROUNDS = 3

/**
 * Measures, puts blank pages in, fills the page numbers in, and measures again what that moved. Of a page that was
 * laid out before only what changed is measured.
 */
export async function layOut(
  page: Page,
  document: HtmlDocument,
  geometry: PageGeometry,
  wanted: readonly string[],
  { before, withMarks = false }: { before?: LaidOutBefore | undefined; withMarks?: boolean } = {},
): Promise<Layout> {
  let measured = before?.measured ?? NOTHING
  let again = before?.changed ?? document.runs.map(({ id }) => id)
  for (let round = 1; ; round++) {
    const news =
      again.length === 0
        ? NOTHING
        : await runInPage(page, measureRuns, geometry, { only: again, wanted, withMarks })
    measured = merge(measured, news, wanted, new Set(again))
    const placed = placeDocument(document, measured.pages)
    const pageMap = mapPages(placed, measured)
    const { changed, unknown } = await writeNumbers(page, document, placed, pageMap)
    if (changed.length === 0 || round === ROUNDS)
      return { pageMap, placed, unknown, inline: new Set(measured.inline), measured }
    again = changed
  }
}

/**
 * What is new in the place of what was known of the same runs; anchors in the order of `wanted`, that of the
 * document.
 */
function merge(
  known: Measured,
  news: Measured,
  wanted: readonly string[],
  again: ReadonlySet<string>,
): Measured {
  const anchors = wanted.flatMap((anchor) => {
    const kept = known.anchors[anchor]
    const place = news.anchors[anchor] ?? (kept && !again.has(kept[0]) ? kept : undefined)
    return place ? [[anchor, place] as const] : []
  })
  const inline = known.inline.filter((anchor) => !again.has(known.anchors[anchor]?.[0] ?? ''))
  return {
    pages: { ...known.pages, ...news.pages },
    anchors: Object.fromEntries(anchors),
    inline: [...inline, ...news.inline],
    marks: { ...known.marks, ...news.marks },
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

import type { Page } from 'puppeteer-core'
import type { HtmlDocument } from '../model/document.ts'
import type { PageMap } from '../model/printed.ts'
import { folioOfPage } from './folio-of-page.ts'
import type { Blank } from './in-page/insert-blanks.ts'
import type { Measured } from './in-page/measure-runs.ts'
import type { Anchors } from './in-page/prepare-document.ts'
import { measureDocument } from './measure-document.ts'
import { firstOnPage, mergePages } from './merge-pages.ts'
import type { PageGeometry } from './page-geometry.ts'
import { type Written, write } from './piece.ts'
import { type PlacedRun, placeRuns } from './place-runs.ts'

export interface Layout {
  readonly pageMap: PageMap
  readonly placed: readonly PlacedRun[]
  /** Anchors that stand in a line of text. */
  readonly inline: ReadonlySet<string>
  readonly measured: Measured
}

/** Of a page that was laid out before: what was measured then, and the runs that are other ones now. */
export interface LaidOutBefore {
  readonly measured: Measured
  readonly changed: readonly string[]
}

export const NOTHING: Measured = { pages: {}, filled: {}, settled: {}, anchors: {}, inline: [], marks: {} }

// A number that grows can push a line over a page, which changes another number. Books settle in the second round.
export const ROUNDS = 3

/**
 * Of a whole document that lies open in one page: measures, puts blank pages in, fills the page numbers in, and
 * measures again what that moved. Of a page that was laid out before only what changed is measured.
 */
export async function layOut(
  page: Page,
  document: HtmlDocument,
  geometry: PageGeometry,
  anchors: Anchors,
  { before }: { before?: LaidOutBefore | undefined } = {},
): Promise<Layout> {
  const wanted = wantedAnchors(document, [anchors])
  let measured = before?.measured ?? NOTHING
  let again = before?.changed ?? document.runs.map(({ id }) => id)
  for (let round = 1; ; round++) {
    const wishes = { only: again, wanted: anchors.ids, withMarks: true }
    const news = again.length === 0 ? NOTHING : await measureDocument(page, geometry, wishes)
    measured = mergeMeasured(measured, news, anchors.ids, new Set(again))
    const placed = placeDocument(document, measured)
    const pageMap = mapPages(placed, measured, wanted)
    const changed = await write(page, document, whatToWrite(placed, pageMap)(document.runs, anchors))
    if (changed.length === 0 || round === ROUNDS)
      return { pageMap, placed, inline: new Set(measured.inline), measured }
    again = changed
  }
}

/** Those whose pages must be known. */
export function wantedAnchors(document: HtmlDocument, all: readonly Anchors[]): ReadonlySet<string> {
  return new Set([
    ...document.anchors,
    ...all.flatMap(({ runs, linked, numbered, entries }) => [
      ...runs,
      ...linked,
      ...numbered,
      ...entries.flatMap((entry) => entry.split(/\s+/)),
    ]),
  ])
}

/**
 * What is new in the place of what was known of the same runs; anchors in the order of `ids`, that of the document.
 */
export function mergeMeasured(
  known: Measured,
  news: Measured,
  ids: readonly string[],
  again: ReadonlySet<string>,
): Measured {
  const anchors = ids.flatMap((anchor) => {
    const kept = known.anchors[anchor]
    const place = news.anchors[anchor] ?? (kept && !again.has(kept[0]) ? kept : undefined)
    return place ? [[anchor, place] as const] : []
  })
  const inline = known.inline.filter((anchor) => !again.has(known.anchors[anchor]?.[0] ?? ''))
  return {
    pages: { ...known.pages, ...news.pages },
    filled: { ...known.filled, ...news.filled },
    settled: {
      ...Object.fromEntries(Object.entries(known.settled).filter(([run]) => !again.has(run))),
      ...news.settled,
    },
    anchors: Object.fromEntries(anchors),
    inline: [...inline, ...news.inline],
    marks: { ...known.marks, ...news.marks },
  }
}

/** Puts the runs of the document in their places, given how many pages each has and how full its last one is. */
export function placeDocument(
  document: Pick<HtmlDocument, 'runs'>,
  { pages, filled }: Pick<Measured, 'pages' | 'filled'>,
): readonly PlacedRun[] {
  return placeRuns(
    document.runs.map((run) => ({ ...run, pages: pages[run.id] ?? 1, filled: filled[run.id] ?? 1 })),
  )
}

/** What `placeDocument` was given. */
export const measuresOf = (
  runs: readonly { readonly id: string; readonly pages: number; readonly filled: number }[],
): Pick<Measured, 'pages' | 'filled'> => ({
  pages: Object.fromEntries(runs.map(({ id, pages }) => [id, pages])),
  filled: Object.fromEntries(runs.map(({ id, filled }) => [id, filled])),
})

/** Gives the numbers and blank pages of a document, or of a piece of it, as the map of the book has them. */
export function whatToWrite(
  placed: readonly PlacedRun[],
  { anchors }: Pick<PageMap, 'anchors'>,
): (runs: HtmlDocument['runs'], anchors: Anchors) => Written {
  const folios = folioOfPage(placed)
  const landings = firstOnPage(anchors)
  const blanks = placed.filter(({ blank }) => blank)
  return (runs, { numbered, entries }) => {
    const folioOf = numbered.flatMap((anchor) => {
      const page = anchors[anchor]
      return page === undefined ? [] : [[anchor, folios[page - 1] ?? '?'] as const]
    })
    const ranges = entries.map(
      (key) => [key, mergePages(key.split(/\s+/), anchors, folios, landings)] as const,
    )
    const own = new Set(runs.map(({ id }) => id))
    return {
      numbers: { folios: Object.fromEntries(folioOf), ranges: Object.fromEntries(ranges) },
      blanks: blanks.filter(({ before }) => own.has(before)).map(blankOf),
    }
  }
}

const blankOf = ({ id, before, numbering }: PlacedRun): Blank => ({
  id,
  before,
  page: numbering === 'roman' ? 'blankfront' : 'blank',
})

/** Places whose page is named and that stand on no page. */
export const unknownAnchors = (
  { numbered, entries }: Anchors,
  { anchors }: Pick<PageMap, 'anchors'>,
): string[] => [
  ...numbered.filter((anchor) => anchors[anchor] === undefined),
  ...entries.filter((entry) => entry.split(/\s+/).every((anchor) => anchors[anchor] === undefined)),
]

export function mapPages(
  placed: readonly PlacedRun[],
  measured: Pick<Measured, 'anchors'>,
  wanted: ReadonlySet<string>,
): PageMap {
  const firstOf = new Map(placed.map((run) => [run.id, run.first]))
  const anchors = Object.entries(measured.anchors).flatMap(([anchor, [run, page]]) =>
    wanted.has(anchor) ? [[anchor, (firstOf.get(run) ?? 1) + page] as const] : [],
  )
  return { total: totalOf(placed), anchors: Object.fromEntries(anchors), runs: placed.map(plain) }
}

export const totalOf = (placed: readonly PlacedRun[]): number => {
  const last = placed.at(-1)
  return last ? last.first + last.pages - 1 : 0
}

export const plain = ({ id, first, pages, filled, blank }: PlacedRun): PageMap['runs'][number] => ({
  id,
  first,
  pages,
  filled,
  blank,
})

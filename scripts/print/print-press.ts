// The press edition: the same pieces in other clothes, with a slug line for each sheet and the spine behind the last.
import { SLUGS_A_PAGE } from '../ground/edition-files.ts'
import type { HtmlDocument, PressDress } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { PressLayout, PressPlan, PressPrint } from '../model/press.ts'
import type { PrintedPiece } from '../model/printed-piece.ts'
import { finding } from '../rules/finding.ts'
import { checkBinding } from './checks/page-count-fits-the-binding.ts'
import { folioOfPage } from './folio-of-page.ts'
import type { Extras } from './in-page/dress-for-press.ts'
import type { Verdict } from './judge-pages.ts'
import type { Numbered } from './lay-out-pieces.ts'
import type { PiecePrint } from './piece-print.ts'
import { planPress } from './plan-press.ts'

/** Under this no binder holds a line of type in the middle of a spine. */
const NARROW_SPINE_MM = 5

export interface DressedBook {
  readonly layout: PressLayout
  readonly folios: readonly string[]
  readonly hasSpine: boolean
  /** Pages behind those of the paper. */
  readonly extraPages: number
  readonly findings: readonly Finding[]
  readonly extrasOf: (isLast: boolean) => Extras
}

export function dressBook(
  document: HtmlDocument,
  dress: PressDress,
  { placed, pageMap }: Numbered,
  press: PressPlan,
): DressedBook {
  const layout = planPress(document.runs, pageMap, press)
  const folios = folioOfPage(placed)
  const slugs = slugsOf(layout, folios, dress.slug)
  const spineMm = layout.cover?.spineMm ?? 0
  const hasSpine = spineMm > 0 && dress.spine !== ''
  return {
    layout,
    folios,
    hasSpine,
    extraPages: Math.ceil(slugs.length / SLUGS_A_PAGE) + Number(hasSpine),
    findings: checkBinding(layout, press),
    extrasOf: (isLast) => ({
      styles: dress.styles.replaceAll('{spine}', String(spineMm)),
      slugs: isLast ? slugs : [],
      slugsAPage: SLUGS_A_PAGE,
      spine: isLast && hasSpine ? dress.spine : '',
      isNarrow: spineMm < NARROW_SPINE_MM,
    }),
  }
}

export function pressPrint(
  { layout, folios, hasSpine, findings }: DressedBook,
  pieces: readonly PrintedPiece[],
  made: readonly PiecePrint[],
  verdict: Verdict,
): PressPrint {
  return {
    pieces,
    layout,
    slugs: made.at(-1)?.press?.slugs ?? [],
    hasSpine,
    folios,
    findings: [...findings, ...verdict.wrong.slice(0, 1).map(moved)],
  }
}

/** A run is where a chapter or a cover begins. */
const moved = (anchor: string): Finding =>
  finding(
    'editions-are-one-paper',
    {},
    anchor
      ? { problem: 'moved-to-another-page', place: anchor.replace(/^run--/, '').replace(/--.*$/, '') }
      : { problem: 'other-count' },
  )

function slugsOf({ body, cover }: PressLayout, folios: readonly string[], slug: string): string[] {
  const line = (shows: string, sheet: string): string =>
    slug.replaceAll('{page}', shows).replaceAll('{sheet}', sheet)
  const folio = (page: number): string => folios[page - 1] ?? '–'
  const pages = body.map((page, index) => line(folio(page), `${index + 1}/${body.length}`))
  const sides = cover ? [cover.outside, cover.inside] : []
  return [
    ...pages,
    ...sides.map((side, index) => line(side.map(folio).join(' + '), `${index + 1}/${sides.length}`)),
  ]
}

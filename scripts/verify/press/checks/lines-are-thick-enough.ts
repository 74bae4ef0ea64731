import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import { measuredPages } from '../areas.ts'
import { overlaps } from '../box.ts'
import { isPaper } from '../ink.ts'
import type { Paint } from '../press-page.ts'
import type { ReadPress } from '../read-press.ts'

/** What a press can hold: a quarter of a point. */
const THINNEST_PT = 0.25
/** Widths are written with few decimals. */
const SLACK_PT = 0.005

/** No line, and no rectangle that serves as one, is finer than a press can print. The finest of each page is told. */
export function linesAreThickEnough({ pages }: Pick<ReadPress, 'pages'>): readonly Finding[] {
  return measuredPages(pages).flatMap(({ page, sheet, trim }) => {
    const thin = page.paints.filter((paint) => isThin(paint) && overlaps(paint.box, trim, 0))
    if (thin.length === 0) return []
    const finest = thin.reduce((least, { thicknessPt }) => Math.min(least, thicknessPt), THINNEST_PT)
    const line = thin.some(({ kind }) => kind === 'stroke') ? 'stroke' : 'fill'
    // A width of nothing is the finest that a device can draw: of a plate, a hair that nobody sees (8.4.3.2).
    if (finest <= 0) return [finding('lines-have-a-width', { page: sheet }, { line })]
    const widthPt = String(Math.round(finest * 100) / 100)
    return [finding('lines-are-thick-enough', { page: sheet }, { widthPt, line, leastPt: THINNEST_PT })]
  })
}

const isThin = ({ kind, thicknessPt, look }: Paint): boolean =>
  (kind === 'stroke' || kind === 'fill') &&
  thicknessPt < THINNEST_PT - SLACK_PT &&
  look.ink.space !== 'all' &&
  look.alpha > 0 &&
  !isPaper(look.ink)

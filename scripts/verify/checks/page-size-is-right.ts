import { pointsOf } from '../../ground/units.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Proof } from '../proof.ts'

/**
 * The browser rounds the sides of a sheet to whole points, and those up to a 300th of an inch: 130 mm, which are 368.5
 * pt, come out as 369.12.
 */
const TOLERANCE_PT = 0.5 + 72 / 300

/** All pages have the size of the theme; landscape pages are turned. */
export function pageSizeIsRight({ read, runs, page }: Proof): readonly Finding[] {
  const { widthMm, heightMm } = page
  return read.pages.flatMap(({ widthPt, heightPt }, index) => {
    const [width, height] = runs[index]?.kind === 'landscape' ? [heightMm, widthMm] : [widthMm, heightMm]
    const isRight = (pt: number, mm: number) => Math.abs(pt - pointsOf(mm)) <= TOLERANCE_PT
    if (isRight(widthPt, width) && isRight(heightPt, height)) return []
    const facts = { found: millimetres(widthPt, heightPt), wanted: `${width} × ${height}` }
    return [finding('page-size-is-right', { page: index + 1 }, facts)]
  })
}

const millimetres = (...sides: readonly number[]): string =>
  sides.map((side) => Math.round((side / 72) * 254) / 10).join(' × ')

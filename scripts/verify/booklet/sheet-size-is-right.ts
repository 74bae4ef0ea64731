import { usualSize } from '../../ground/pdf/usual-size.ts'
import { pointsOf } from '../../ground/units.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { BookletProof } from './booklet-proof.ts'

const TOLERANCE_PT = 0.5

/** Every side has the size of the sheet that was asked for, or of two pages. Names the first that has not. */
export function sheetSizeIsRight({ sides, pages, plan }: BookletProof): readonly Finding[] {
  const usual = usualSize(pages)
  const [width, height] = plan.sheet
    ? [pointsOf(plan.sheet.widthMm), pointsOf(plan.sheet.heightMm)]
    : [usual.widthPt * 2, usual.heightPt]
  const index = sides.findIndex(
    ({ widthPt, heightPt }) =>
      Math.abs(widthPt - width) > TOLERANCE_PT || Math.abs(heightPt - height) > TOLERANCE_PT,
  )
  const wrong = sides[index]
  if (!wrong) return []
  const facts = {
    side: `Side ${index + 1}`,
    found: millimetres(wrong.widthPt, wrong.heightPt),
    wanted: millimetres(width, height),
  }
  return [finding('sheet-size-is-right', { page: index + 1 }, facts)]
}

const millimetres = (...sides: readonly number[]): string =>
  sides.map((side) => Math.round((side / 72) * 254) / 10).join(' × ')

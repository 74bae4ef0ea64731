import type { Finding, PressLayout, PressPlan } from '../../model.ts'
import { finding } from '../../rules.ts'

/** What a stapler closes and a fold lies flat with: some 80 pages of common paper. */
const THICKEST_MM = 4.5

/** Covers that are pages like others are folded and stapled: four pages a sheet, and not too many of them. */
export function checkStaples(
  { body, cover }: PressLayout,
  { paper }: Pick<PressPlan, 'paper'>,
): readonly Finding[] {
  if (cover) return []
  const place = { file: 'publication.yaml' }
  const pages = body.length
  const uneven =
    pages % 4 === 0
      ? []
      : [
          finding('page-count-can-be-stapled', place, {
            actual: `${pages} pages are no multiple of four`,
            mend: 'Write `blanks: true` under `press:`, and blank pages are added before the back cover.',
          }),
        ]
  const thicknessMm = (Math.ceil(pages / 4) * 2 * paper.gsm * paper.bulk) / 1000
  if (thicknessMm <= THICKEST_MM) return uneven
  const thick = finding('page-count-can-be-stapled', place, {
    actual: `${pages} pages of this paper are ${thicknessMm.toFixed(1)} mm thick when they are folded`,
    mend: 'Write `cover: wrap` under `press:`, and the paper is bound with a spine.',
  })
  return [...uneven, thick]
}

import type { Finding } from '../../model/finding.ts'
import type { PressLayout, PressPlan } from '../../model/press.ts'
import { finding } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'

/** What a stapler closes and a fold lies flat with: some 80 pages of common paper. */
const THICKEST_FOLD_MM = 4.5
/** What glue holds, and a cover can be creased around: some 40 pages of common paper. */
const THINNEST_SPINE_MM = 2

/** Covers that are pages like others are folded and stapled, four pages a sheet; one that wraps is glued to a spine. */
export function checkBinding(
  { body, cover }: PressLayout,
  { paper, cover: wish }: Pick<PressPlan, 'paper' | 'cover'>,
): readonly Finding[] {
  if (cover)
    return cover.spineMm < THINNEST_SPINE_MM
      ? [told({ problem: 'thin-spine', pages: body.length, spineMm: cover.spineMm.toFixed(1) })]
      : []
  const pages = body.length
  const thicknessMm = (Math.ceil(pages / 4) * 2 * paper.gsm * paper.bulk) / 1000
  return [
    ...(wish === 'wrap' ? [told({ problem: 'no-cover' })] : []),
    ...(pages % 4 === 0 ? [] : [told({ problem: 'uneven-pages', pages })]),
    ...(thicknessMm <= THICKEST_FOLD_MM
      ? []
      : [told({ problem: 'thick-fold', pages, thicknessMm: thicknessMm.toFixed(1) })]),
  ]
}

const told = (facts: FactsOf<'page-count-fits-the-binding'>): Finding =>
  finding('page-count-fits-the-binding', { file: 'publication.yaml' }, facts)

import type { Finding } from '../../model/finding.ts'
import type { PressLayout, PressPlan } from '../../model/press.ts'
import { finding } from '../../rules/finding.ts'

/** What a stapler closes and a fold lies flat with: some 80 pages of common paper. */
const THICKEST_FOLD_MM = 4.5
/** What glue holds, and a cover can be creased around: some 40 pages of common paper. */
const THINNEST_SPINE_MM = 2

/** Covers that are pages like others are folded and stapled, four pages a sheet; one that wraps is glued to a spine. */
export function checkBinding(
  { body, cover }: PressLayout,
  { paper, cover: wish }: Pick<PressPlan, 'paper' | 'cover'>,
): readonly Finding[] {
  if (cover) return cover.spineMm < THINNEST_SPINE_MM ? [thinSpine(body.length, cover.spineMm)] : []
  const pages = body.length
  const thicknessMm = (Math.ceil(pages / 4) * 2 * paper.gsm * paper.bulk) / 1000
  return [
    ...(wish === 'wrap' ? [noCover()] : []),
    ...(pages % 4 === 0 ? [] : [unevenPages(pages)]),
    ...(thicknessMm <= THICKEST_FOLD_MM ? [] : [thickFold(pages, thicknessMm)]),
  ]
}

const told = (actual: string, mend: string): Finding =>
  finding('page-count-fits-the-binding', { file: 'publication.yaml' }, { actual, mend })

const noCover = (): Finding =>
  told(
    '`cover: wrap` asks for a cover, and this paper has none, or no pages between its covers',
    'Write `covers: true` under `options:`, or `cover: self` under `press:`.',
  )

const thinSpine = (pages: number, spineMm: number): Finding =>
  told(
    `${pages} pages of this paper make a spine of ${spineMm.toFixed(1)} mm, which holds no glue`,
    'Write `cover: self` under `press:`, and the paper is folded and stapled.',
  )

const unevenPages = (pages: number): Finding =>
  told(
    `${pages} pages are no multiple of four`,
    'Write `blanks: true` under `press:`, and blank pages are added before the back cover.',
  )

const thickFold = (pages: number, thicknessMm: number): Finding =>
  told(
    `${pages} pages of this paper are ${thicknessMm.toFixed(1)} mm thick when they are folded`,
    'Write `cover: wrap` under `press:`, and the paper is bound with a spine.',
  )

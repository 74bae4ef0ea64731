import type { ImpositionPlan } from '../../model/booklet.ts'

/** A pile of two millimetres, twenty sheets of office paper: what folds flat and an office stapler goes through. */
const FOLDABLE_MM = 2

/**
 * How many sheets are folded together in each section: as few sections as can be, none thicker than can be folded
 * well (or than `sheetsPerSection`), all alike or one sheet apart, the larger ones first.
 */
export function sections(
  sheets: number,
  { paperMm, sheetsPerSection }: Pick<ImpositionPlan, 'paperMm' | 'sheetsPerSection'>,
): readonly number[] {
  const most = sheetsPerSection || Math.max(1, Math.floor(FOLDABLE_MM / paperMm + 1e-9))
  const count = Math.ceil(sheets / most)
  const [least, larger] = [Math.floor(sheets / count), sheets % count]
  return Array.from({ length: count }, (_, index) => least + (index < larger ? 1 : 0))
}

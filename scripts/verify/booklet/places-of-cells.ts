import type { Place } from '../../model/place.ts'
import type { Cell } from './folded.ts'
import type { Placed, ReadSide } from './read-sheets.ts'

/** What stands on one half of a side, by the middle of what of it can be seen. */
export function standingOn({ placed, widthPt }: ReadSide, half: Cell['half']): readonly Placed[] {
  return placed.filter(
    ({ visible: [left, , right] }) => (left + right) / 2 < widthPt / 2 === (half === 'left'),
  )
}

/** `Sheet 3, back, left:`, as whoever holds it would say. Proof pages have no backs. */
export const nameOf = ({ side, half }: Pick<Cell, 'side' | 'half'>, layout: 'booklet' | 'two-up'): string =>
  layout === 'booklet'
    ? `Sheet ${(side >> 1) + 1}, ${side % 2 === 0 ? 'front' : 'back'}, ${half}:`
    : `Sheet ${side + 1}, ${half}:`

export const placeOf = ({ side }: Pick<Cell, 'side'>): Place => ({ page: side + 1 })

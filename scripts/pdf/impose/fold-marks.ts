import { pointsOf } from '../../ground/units.ts'
import type { SheetGeometry } from './sheet-geometry.ts'

const EDGE_PT = pointsOf(7)
const STAPLE_PT = pointsOf(12)

/**
 * Operators that mark the fold at head and foot of a sheet, dashed, and on the outside of a section where its two
 * staples go: thin lines in black ink along the fold, where no page has text. White below them shows them on a dark
 * cover too.
 */
export function foldMarks({ widthPt, heightPt, cell }: SheetGeometry, isOutside: boolean): string {
  const x = widthPt / 2
  const folds = [line(x, 0, EDGE_PT), line(x, heightPt - EDGE_PT, heightPt)].join(' ')
  const foot = (heightPt - cell.heightPt) / 2
  const staples = [1 / 4, 3 / 4].map((part) => {
    const middle = foot + cell.heightPt * part
    return line(x, middle - STAPLE_PT / 2, middle + STAPLE_PT / 2)
  })
  const below = `q 1.5 w 0 0 0 0 K ${folds} ${isOutside ? staples.join(' ') : ''} S Q`
  const dashed = `q 0.25 w 0 0 0 1 K [2 2] 0 d ${folds} S Q`
  const drawn = isOutside ? `q 0.5 w 0 0 0 1 K ${staples.join(' ')} S Q` : ''
  return [below, dashed, drawn].filter(Boolean).join('\n')
}

const line = (x: number, from: number, to: number): string =>
  `${x.toFixed(3)} ${from.toFixed(3)} m ${x.toFixed(3)} ${to.toFixed(3)} l`

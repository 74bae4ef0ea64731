import { pointsOf } from '../../ground/units.ts'

/**
 * How far the pages of a sheet are moved towards the fold. `depth` is 0 for the outermost sheet of a section, which
 * is not moved.
 *
 * At the fold a sheet lies around all that are inside of it: each of its leaves follows a quarter of a circle whose
 * radius is one thickness more than that of the next sheet. So its edge falls back by π/2 of a thickness, which is
 * how much further the next sheet inside stands out, and is cut shorter. Moved by as much, all pages have the same
 * outer margin after the cut.
 */
export const creepPt = (depth: number, paperMm: number): number => pointsOf(depth * paperMm * (Math.PI / 2))

import type { Lab } from '../../scripts/ground/colour/colour-values.ts'

/** Difference of two colours by CIE 1976: 1 is what a trained eye can just see side by side. */
export const deltaE = (one: Lab, other: Lab): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])

// The rule over a case study: as many strokes as there are studies, the present one tall.
import { round, upright } from './marks.ts'

const TALL_MM = 3.4
const LOW_MM = 0.7
const GAP_MM = 0.85

/** Path data for `total` strokes across the width, on one base line; `present` counts from 1. */
export function seriesRule(present: number, total: number, widthMm: number): string {
  const step = widthMm / Math.max(1, total)
  const gap = Math.min(GAP_MM, step * 0.3)
  let path = ''
  for (let index = 0; index < total; index += 1) {
    const height = index + 1 === present ? TALL_MM : LOW_MM
    const width = index === total - 1 ? step : step - gap
    path += upright(index * step, TALL_MM - height, width, height)
  }
  return `<path class="lit" d="${path}"/>`
}

/** Height of the drawing in millimetres. */
export const seriesRuleHeightMm = round(TALL_MM)

// Titles of any length must look set, not squeezed: the largest size of a list at which the words fit their box.

import type { FaceWidths, Voice } from '../drawing/face-widths.ts'
import { breakLines, textWidth } from '../drawing/text-width.ts'
import { MM_PER_PT } from '../units.ts'

export interface TitleBox {
  readonly widthMm: number
  readonly heightMm: number
  /** Sizes in points, largest first. */
  readonly sizesPt: readonly number[]
  /** Line height as a multiple of the size. */
  readonly leading: number
  /** Letter-spacing in em that the style sheet sets, most often below 0. */
  readonly tracking: number
  readonly voice: Voice | FaceWidths
  /** Whether the given lines are not to be broken, as long as there is a size for that. */
  readonly whole?: boolean
}

const AVERAGE_EM = 0.58

/**
 * Size and lines for a title of one or more given lines. When nothing fits, the smallest: the print room then says
 * so.
 */
export function titleSize(lines: readonly string[], box: TitleBox): { sizePt: number; lines: number } {
  const tried = box.sizesPt.map((sizePt) => ({ sizePt, ...setAt(lines, sizePt, box) }))
  const fitting = tried.filter((one) => one.fits)
  const unbroken = box.whole ? fitting.find((one) => one.lines === lines.length) : undefined
  const chosen = unbroken ?? fitting[0] ?? tried.at(-1)
  return { sizePt: chosen?.sizePt ?? 12, lines: chosen?.lines ?? 1 }
}

function setAt(lines: readonly string[], sizePt: number, box: TitleBox): { fits: boolean; lines: number } {
  // Tracking narrows each character alike: near enough to widen the measure by what an average line gains.
  const widthEm = (box.widthMm / (sizePt * MM_PER_PT)) * (1 - box.tracking / AVERAGE_EM)
  const set = lines.flatMap((line) => breakLines(line, widthEm, box.voice))
  const widest = Math.max(0, ...set.map((line) => textWidth(line, box.voice)))
  const heightMm = set.length * sizePt * MM_PER_PT * box.leading
  return { fits: widest <= widthEm && heightMm <= box.heightMm, lines: set.length }
}

import { type Box, grown, holds, isWithin, overlaps } from './box.ts'
import type { PressPage, TextRun } from './press-page.ts'

/** A page, and the two boxes that all else is measured by; a file without them has no other fault worth telling. */
export interface MeasuredPage {
  readonly page: PressPage
  /** From 1. */
  readonly sheet: number
  readonly trim: Box
  readonly bleed: Box
}

export const measuredPages = (pages: readonly PressPage[]): readonly MeasuredPage[] =>
  pages.flatMap((page, index) => {
    const { trim, bleed } = page.boxes
    return trim && bleed ? [{ page, sheet: index + 1, trim, bleed }] : []
  })

/** Half of the line of a mark may reach over. */
const SLACK_PT = 0.2

/** What stands on the sheet that is printed and cut off, or stays: not marks, not the line beside them. */
export const paintsOnPaper = ({ page, bleed }: MeasuredPage) =>
  page.paints.filter(({ box, look }) => look.ink.space !== 'all' && overlaps(box, bleed, 0))

export const textsOnPaper = ({ page, bleed }: MeasuredPage): readonly TextRun[] =>
  page.texts.filter((run) => isSeen(run) && holds(bleed, run.firstX, run.firstY))

export const slugTexts = ({ page, bleed }: MeasuredPage): readonly TextRun[] =>
  page.texts.filter((run) => isSeen(run) && !holds(bleed, run.firstX, run.firstY))

export const reachesOver = (box: Box, bleed: Box): boolean => !isWithin(box, bleed, SLACK_PT)

/** Whether any of it is within the clip, and in a colour. */
export const isSeen = ({ unseen, clip, firstX, firstY, lastX, lastY, sizePt }: TextRun): boolean => {
  if (unseen) return false
  const around = grown(clip, sizePt / 2)
  return holds(around, firstX, firstY) || holds(around, lastX, lastY)
}

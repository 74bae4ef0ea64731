import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import type { FactsOf } from '../../../rules/rules.ts'
import { squash } from '../../squash.ts'
import { type MeasuredPage, measuredPages, reachesOver, slugTexts } from '../areas.ts'
import { type Box, holds, overlaps } from '../box.ts'
import { needs } from '../ink.ts'
import type { Paint } from '../press-page.ts'
import type { PressProof } from '../press-proof.ts'

/**
 * Crop marks at all four corners on every plate, a line that says what the sheet is, and neither where it is printed.
 */
export function marksStayOutside({ read, file, slugWords, slugTitle = '' }: PressProof): readonly Finding[] {
  return measuredPages(read.pages).flatMap((measured) => {
    const sheet = file.sheets[measured.sheet - 1]
    const faults = [
      ...faultsOfMarks(measured),
      ...faultsOfContent(measured),
      ...(sheet ? faultsOfSlug(measured, slugWords(sheet), slugTitle) : []),
    ]
    return faults.map((facts) => finding('marks-stay-outside', { page: measured.sheet }, facts))
  })
}

/** More than half of a line's width. */
const OVER_PT = 0.2
const WIDTH_PT = 0.25
const SAME_PT = 0.05
const SHORTEST_PT = 5

type Fault = FactsOf<'marks-stay-outside'>

function faultsOfMarks({ page, trim, bleed }: MeasuredPage): Fault[] {
  const marks = page.paints.filter(({ look }) => look.ink.space === 'all')
  const isInside =
    marks.some(({ box }) => overlaps(box, bleed, OVER_PT)) ||
    page.texts.some((run) => run.look.ink.space === 'all' && holds(bleed, run.firstX, run.firstY))
  const [left, bottom, right, top] = trim
  const missing = [left, right].flatMap((x) =>
    [bottom, top].flatMap((y) => {
      const isLow = y === bottom
      const isLeft = x === left
      const upright = marks.some((mark) => isUpright(mark, x) && isBeyond(mark.box, bleed, isLow ? 1 : 3))
      const level = marks.some((mark) => isLevel(mark, y) && isBeyond(mark.box, bleed, isLeft ? 0 : 2))
      return upright && level ? [] : [`${isLow ? 'lower' : 'upper'} ${isLeft ? 'left' : 'right'}`]
    }),
  )
  return [
    ...(isInside ? [{ problem: 'in-the-bleed' } as const] : []),
    ...(missing.length > 0
      ? [{ problem: 'none-at-corners', corners: missing.join(', '), widthPt: WIDTH_PT } as const]
      : []),
  ]
}

const isThin = ({ kind, thicknessPt }: Paint): boolean =>
  kind === 'stroke' && Math.abs(thicknessPt - WIDTH_PT) <= SAME_PT

const isUpright = (mark: Paint, x: number): boolean =>
  isThin(mark) &&
  Math.abs((mark.box[0] + mark.box[2]) / 2 - x) <= SAME_PT &&
  mark.box[2] - mark.box[0] < 1 &&
  mark.box[3] - mark.box[1] >= SHORTEST_PT

const isLevel = (mark: Paint, y: number): boolean =>
  isThin(mark) &&
  Math.abs((mark.box[1] + mark.box[3]) / 2 - y) <= SAME_PT &&
  mark.box[3] - mark.box[1] < 1 &&
  mark.box[2] - mark.box[0] >= SHORTEST_PT

/** Whether a box lies beyond one side of another: 0 left, 1 below, 2 right, 3 above. */
function isBeyond(box: Box, of: Box, side: 0 | 1 | 2 | 3): boolean {
  if (side < 2) return box[side + 2]! <= of[side]! + OVER_PT
  return box[side - 2]! >= of[side]! - OVER_PT
}

function faultsOfContent({ page, bleed }: MeasuredPage): Fault[] {
  const strays = page.paints.some(({ box, look }) => look.ink.space !== 'all' && reachesOver(box, bleed))
  return strays ? [{ problem: 'page-among-marks' }] : []
}

function faultsOfSlug(measured: MeasuredPage, words: readonly string[], title: string): Fault[] {
  const runs = slugTexts(measured)
  const said = squash(runs.map(({ text }) => text).join(''))
  const missing = [
    ...words.filter((word) => !says(said, squash(word))),
    ...(saysBeginning(said, squash(title)) ? [] : [title]),
  ]
  const isColoured = runs.some(({ look }) => !look.ink.inks || look.ink.inks.slice(0, 3).some(needs))
  const enters = runs.some(({ lastX, lastY }) => holds(measured.bleed, lastX, lastY))
  return [
    ...(missing.length > 0 ? [{ problem: 'line-is-silent', words: missing.join('” and “') } as const] : []),
    ...(isColoured ? [{ problem: 'line-is-coloured' } as const] : []),
    ...(enters ? [{ problem: 'line-in-the-bleed' } as const] : []),
  ]
}

/** The line ends where its room does, in the middle of a word if need be, and says so by an ellipsis. */
function saysBeginning(said: string, title: string): boolean {
  const shown = said.replace(/\u2026$|\.\.\.$/, '')
  if (said.includes(title)) return true
  // What runs from right to left is read in the order in which it is drawn: its letters tell.
  const letters = title.match(RIGHT_TO_LEFT)
  if (letters) return letters.some((letter) => shown.includes(letter))
  return (
    shown !== said && Array.from(title, (_, end) => title.slice(0, end)).some((part) => shown.endsWith(part))
  )
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/gu

/** Whether the words are there, and are not a part of others: page 2 is not page 26. */
function says(said: string, words: string): boolean {
  for (let at = said.indexOf(words); at >= 0; at = said.indexOf(words, at + 1)) {
    const isCut = [said[at - 1], said[at + words.length]].some((next) => /[\p{L}\p{N}]/u.test(next ?? ''))
    if (!isCut) return true
  }
  return false
}

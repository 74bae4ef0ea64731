import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import { type MeasuredPage, measuredPages, paintsOnPaper, textsOnPaper } from '../areas.ts'
import { groundUnder, inksOn } from '../ground-under.ts'
import { type Ink, sumOf } from '../ink.ts'
import type { Look } from '../press-page.ts'
import type { InkColours, PressProof } from '../press-proof.ts'

/** Colours are written with four decimals. */
const SLACK = 0.005

/** No colour of the content lays down more ink than the press can dry, what it overprints counted in. */
export function totalInkIsLimited({ read, press, colours }: PressProof): readonly Finding[] {
  const limit = press.inkLimit / 100
  return measuredPages(read.pages).flatMap((measured) => {
    const { most, what } = mostInkOf(measured, colours.inksOf)
    if (most <= limit + SLACK || !what) return []
    const facts = { ...what, percent: Math.round(most * 100), limit: press.inkLimit }
    return [finding('total-ink-is-limited', { page: measured.sheet }, facts)]
  })
}

type Inky =
  | { readonly problem: 'words'; readonly words: string }
  | { readonly problem: 'inks' | 'overprint'; readonly inks: string }
  | { readonly problem: 'other-colour'; readonly colour: string }

/** Most ink on one spot of a page, pictures left out, 0 to 4; and what it is. */
export function mostInkOf(
  measured: MeasuredPage,
  inksOf: InkColours['inksOf'],
): { most: number; what: Inky | undefined } {
  let most = 0
  let what: Inky | undefined
  const consider = (sum: number, name: () => Inky): void => {
    if (sum <= most) return
    most = sum
    what = name()
  }
  const { paints } = measured.page
  const laid = (look: Look, count: number, x: number, y: number): number => {
    if (!look.overprints) return mostOf(look.ink, inksOf)
    const inks = inksOn(look, () => groundUnder(paints, count, [x, y], inksOf), inksOf)
    return inks ? sumOf(inks) : mostOf(look.ink, inksOf)
  }
  const seen = new Set(paintsOnPaper(measured))
  paints.forEach((paint, index) => {
    if (!seen.has(paint)) return
    const [left, bottom, right, top] = paint.box
    consider(laid(paint.look, index, (left + right) / 2, (bottom + top) / 2), () => inksIn(paint.look))
  })
  for (const run of textsOnPaper(measured))
    consider(laid(run.look, run.after, run.firstX, run.firstY), () => ({
      problem: 'words',
      words: run.text.trim().slice(0, 40),
    }))
  return { most, what }
}

function mostOf({ inks, rgb, parts }: Ink, inksOf: InkColours['inksOf']): number {
  if (inks) return sumOf(inks)
  if (rgb) return sumOf(inksOf(rgb))
  return (parts ?? []).reduce((most, part) => Math.max(most, mostOf(part, inksOf)), 0)
}

/** `C 80 M 60 Y 50 K 100`, as printers write it. */
function inksIn({ ink: { inks, name }, overprints }: Look): Inky {
  if (!inks) return { problem: 'other-colour', colour: name }
  const written = inks.map((ink, plate) => `${'CMYK'[plate]} ${Math.round(ink * 100)}`).join(' ')
  return { problem: overprints ? 'overprint' : 'inks', inks: written }
}

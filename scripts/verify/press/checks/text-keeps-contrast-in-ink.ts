import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import { type MeasuredPage, measuredPages, textsOnPaper } from '../areas.ts'
import { groundUnder, inksOn } from '../ground-under.ts'
import type { Inks } from '../ink.ts'
import type { TextRun } from '../press-page.ts'
import type { InkColours, PressProof } from '../press-proof.ts'

/** WCAG 2.2, 1.4.3. */
const ENOUGH = 4.5
const ENOUGH_LARGE = 3
const LARGE_PT = 18
const LARGE_BOLD_PT = 14
/** No eye sees so little: what has no more of it is there for listeners and bookmarks alone, as it is on the screen. */
const HIDDEN = 1.05

/** A stop or a colon alone says nothing, and may be meant for those only who are read to. */
const WORDS = /[\p{L}\p{N}]/u

/** Words stand out from what is printed beneath them, in the inks of this press. The worst of each page is told. */
export function textKeepsContrastInInk({ read, colours }: PressProof): readonly Finding[] {
  const contrastOf = contrasts(colours)
  return measuredPages(read.pages).flatMap((measured) => {
    const pale = textsOnPaper(measured)
      .filter(({ text }) => WORDS.test(text))
      .map((run) => ({
        run,
        contrast: leastContrast(measured, run, colours, contrastOf),
        wanted: wantedFor(run),
      }))
      .filter(({ contrast, wanted }) => contrast > HIDDEN && contrast < wanted)
      .sort((one, other) => one.contrast / one.wanted - other.contrast / other.wanted)
    const [worst] = pale
    if (!worst) return []
    const facts = {
      words: worst.run.text.trim().slice(0, 40),
      contrast: String(Math.floor(worst.contrast * 100) / 100),
      least: String(worst.wanted),
    }
    return [finding('text-keeps-contrast-in-ink', { page: measured.sheet }, facts)]
  })
}

function wantedFor({ sizePt, font }: TextRun): number {
  const isBold = /(?<!semi|demi)(?:bold|black|heavy)/i.test(font.name)
  return sizePt >= LARGE_PT || (isBold && sizePt >= LARGE_BOLD_PT) ? ENOUGH_LARGE : ENOUGH
}

/** Under its first and its last letter. Infinity where a picture lies beneath. */
function leastContrast(
  { page }: MeasuredPage,
  run: TextRun,
  { inksOf }: InkColours,
  contrastOf: (one: Inks, other: Inks) => number,
): number {
  const at = (x: number, y: number): number => {
    const ground = groundUnder(page.paints, run.after, [x, y], inksOf)
    const inks = ground && inksOn(run.look, () => ground, inksOf)
    return ground && inks ? contrastOf(inks, ground) : Infinity
  }
  const first = at(run.firstX, run.firstY)
  const isOneSpot = run.firstX === run.lastX && run.firstY === run.lastY
  return isOneSpot ? first : Math.min(first, at(run.lastX, run.lastY))
}

/** Contrast of luminance, each pair of inks computed once. */
function contrasts({ labOfInks }: InkColours): (one: Inks, other: Inks) => number {
  const known = new Map<string, number>()
  const luminanceOf = (inks: Inks): number => {
    const key = inks.join(' ')
    const luminance = known.get(key) ?? luminanceOfLightness(labOfInks(inks)[0])
    known.set(key, luminance)
    return luminance
  }
  return (one, other) => {
    const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort(
      (first, second) => first - second,
    )
    return (light + 0.05) / (dark + 0.05)
  }
}

/** CIE lightness → Y, 0 to 1. */
const luminanceOfLightness = (lightness: number): number =>
  lightness > 8 ? ((lightness + 16) / 116) ** 3 : Math.max(0, lightness) / 903.3

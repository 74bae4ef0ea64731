import { pointsOf } from '../../../ground/units.ts'
import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import type { FactsOf } from '../../../rules/rules.ts'
import { type Box, grown, isWithin } from '../box.ts'
import type { PageBoxes } from '../press-page.ts'
import type { PressProof } from '../press-proof.ts'
import type { ReadPress } from '../read-press.ts'

/** A hundredth of a point is a three-hundredth of a millimetre. */
const EXACT_PT = 0.01

/** Every sheet is cut where the plan says, with the bleed and the room for marks around it. */
export function pressBoxesAreExact({ read, file, press }: PressProof): readonly Finding[] {
  return read.pages.flatMap(({ boxes }, index) => {
    const sheet = file.sheets[index]
    const { trim, bleed } = boxes
    if (!sheet || !trim || !bleed) return [] // told by pressBoxesAreSound
    const [width, height] = [pointsOf(sheet.trimWidthMm), pointsOf(sheet.trimHeightMm)]
    const wanted: Box = [trim[0], trim[1], trim[0] + width, trim[1] + height]
    const wantedBleed = grown(wanted, pointsOf(press.bleedMm))
    const wantedSheet = grown(wantedBleed, pointsOf(press.slugMm))
    const wantedTrim = `${sheet.trimWidthMm} × ${sheet.trimHeightMm}`
    return told(index, [
      !isSame(trim, wanted) && { problem: 'trim-is-other', cut: millimetres(trim), wanted: wantedTrim },
      !isSame(bleed, wantedBleed) && { problem: 'bleed-is-other', bleedMm: press.bleedMm },
      boxes.crop && !isSame(boxes.crop, boxes.media) && { problem: 'crop-is-not-media' },
      !isSame(boxes.media, wantedSheet) && { problem: 'slug-is-other', slugMm: press.slugMm },
    ])
  })
}

/** What holds for every press file: the boxes lie in one another, and nothing turns or scales them. */
export function pressBoxesAreSound({ pages }: Pick<ReadPress, 'pages'>): readonly Finding[] {
  return pages.flatMap(({ boxes }, index) => told(index, faultsOf(boxes)))
}

type Fault = FactsOf<'press-boxes-are-exact'> | false | undefined

const told = (index: number, faults: readonly Fault[]): Finding[] =>
  faults.flatMap((facts) => (facts ? [finding('press-boxes-are-exact', { page: index + 1 }, facts)] : []))

function faultsOf(boxes: PageBoxes): readonly Fault[] {
  const { media, crop, bleed, trim, hasArtBox, rotation, userUnit } = boxes
  return [
    !trim && { problem: 'no-trim' },
    trim && !bleed && { problem: 'no-bleed' },
    trim && bleed && !isWithin(trim, bleed, EXACT_PT) && { problem: 'cut-outside-bleed' },
    bleed && !isWithin(bleed, media, EXACT_PT) && { problem: 'bleed-beyond-sheet' },
    crop && bleed && !isWithin(bleed, crop, EXACT_PT) && { problem: 'bleed-is-cropped' },
    hasArtBox && { problem: 'art-box' },
    rotation !== 0 && { problem: 'turned', degrees: rotation },
    userUnit !== 1 && { problem: 'scaled', unitPt: userUnit },
  ]
}

const isSame = (one: Box, other: Box): boolean =>
  one.every((side, index) => Math.abs(side - other[index]!) <= EXACT_PT)

const millimetres = ([left, bottom, right, top]: Box): string =>
  [right - left, top - bottom].map((side) => Math.round((side / 72) * 2540) / 100).join(' × ')

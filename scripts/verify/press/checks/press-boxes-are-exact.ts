import { pointsOf } from '../../../ground/units.ts'
import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
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
    const faults = [
      !isSame(trim, wanted) &&
        `it would be cut to ${millimetres(trim)} mm, not to ${sheet.trimWidthMm} × ${sheet.trimHeightMm}`,
      !isSame(bleed, wantedBleed) && `its bleed is not ${press.bleedMm} mm on each side`,
      boxes.crop && !isSame(boxes.crop, boxes.media) && 'its CropBox is not its MediaBox',
      !isSame(boxes.media, wantedSheet) && `around its bleed there are not ${press.slugMm} mm on each side`,
    ]
    return faults.flatMap((fault) =>
      fault ? [finding('press-boxes-are-exact', { page: index + 1 }, { fault })] : [],
    )
  })
}

/** What holds for every press file: the boxes lie in one another, and nothing turns or scales them. */
export function pressBoxesAreSound({ pages }: Pick<ReadPress, 'pages'>): readonly Finding[] {
  return pages.flatMap(({ boxes }, index) =>
    faultsOf(boxes).map((fault) => finding('press-boxes-are-exact', { page: index + 1 }, { fault })),
  )
}

function faultsOf(boxes: PageBoxes): string[] {
  const { media, crop, bleed, trim, hasArtBox, rotation, userUnit } = boxes
  const faults = [
    !trim && 'it does not say where it is cut (TrimBox)',
    trim && !bleed && 'it does not say how far its bleed goes (BleedBox)',
    trim && bleed && !isWithin(trim, bleed, EXACT_PT) && 'it is cut outside of its bleed',
    bleed && !isWithin(bleed, media, EXACT_PT) && 'its bleed is larger than its sheet',
    crop && bleed && !isWithin(bleed, crop, EXACT_PT) && 'its bleed is cropped (CropBox)',
    hasArtBox && 'it has an ArtBox beside its TrimBox',
    rotation !== 0 && `it is turned by ${rotation} degrees`,
    userUnit !== 1 && `it is measured in units of ${userUnit} points`,
  ]
  return faults.flatMap((fault) => (fault ? [fault] : []))
}

const isSame = (one: Box, other: Box): boolean =>
  one.every((side, index) => Math.abs(side - other[index]!) <= EXACT_PT)

const millimetres = ([left, bottom, right, top]: Box): string =>
  [right - left, top - bottom].map((side) => Math.round((side / 72) * 2540) / 100).join(' × ')

import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import { measuredPages, paintsOnPaper, textsOnPaper } from '../areas.ts'
import { type Inks, isPaper, needs } from '../ink.ts'
import type { PressPage, StrangeColour } from '../press-page.ts'
import type { PressProof } from '../press-proof.ts'
import type { ReadPressBytes } from '../read-press.ts'

/**
 * Four inks and no other colour, where the plan says so; black words in black ink; and nothing white that overprints.
 */
export function pressInksAreRight(proof: PressProof): readonly Finding[] {
  const { read, press } = proof
  const strange = read.pages.flatMap((page, index) => faultsOfColours(page, index + 1, press.colour))
  return [...strange, ...blackWords(proof), ...lostWhite(read)]
}

/** Of a file whose plan is not known: no colour that means another one on every machine. */
export const pressColoursAreSound = (read: ReadPressBytes): readonly Finding[] => [
  ...read.pages.flatMap((page, index) => faultsOfColours(page, index + 1, 'any')),
  ...lostWhite(read),
]

function faultsOfColours(page: PressPage, sheet: number, colour: 'cmyk' | 'rgb' | 'any'): readonly Finding[] {
  const faults = page.strangers.flatMap((stranger) => faultOf(stranger, colour))
  return faults.map((fault) => finding('press-inks-are-right', { page: sheet }, { fault }))
}

function faultOf({ where, kind, name }: StrangeColour, colour: 'cmyk' | 'rgb' | 'any'): string[] {
  if (kind === 'rgb') return [`${where} is in RGB (${name}), which is another colour on every machine`]
  // A gradient that the browser writes as a program cannot be converted; calibrated, PDF/X-4 has the printer do it.
  if (kind === 'calibrated')
    return colour === 'cmyk' && where !== 'a shading'
      ? [`${where} is in RGB (${name}), not in the four inks`]
      : []
  if (kind === 'spot') return colour === 'any' ? [] : [`${where} asks for a plate of its own (${name})`]
  return kind === 'unknown' ? [`${where} is in ${name}`] : []
}

const NEAR = 0.02

/**
 * Words in a colour that the theme prints in black ink, but made of four: each letter would need four plates to meet.
 */
function blackWords({ read, press, colours }: PressProof): readonly Finding[] {
  const mixtures = press.inks.map(({ rgb: [red, green, blue] }) =>
    colours.inksOf([red / 255, green / 255, blue / 255]),
  )
  const isMixture = (inks: Inks): boolean =>
    inks.slice(0, 3).some(needs) &&
    mixtures.some((mixture) => mixture.every((ink, plate) => Math.abs(ink - inks[plate]!) < NEAR))
  return measuredPages(read.pages).flatMap((measured) => {
    const run = textsOnPaper(measured).find(({ look }) => look.ink.inks && isMixture(look.ink.inks))
    if (!run) return []
    const fault = `“${run.text.slice(0, 40)}” is made of four inks, not of black alone`
    return [finding('press-inks-are-right', { page: measured.sheet }, { fault })]
  })
}

/** White that overprints leaves everything as it is: it is not there (8.6.7). */
function lostWhite(read: ReadPressBytes): readonly Finding[] {
  return measuredPages(read.pages).flatMap((measured) => {
    const looks = [...paintsOnPaper(measured), ...textsOnPaper(measured)].map(({ look }) => look)
    const isLost = looks.some(({ ink, overprints }) => overprints && ink.name !== 'g' && isPaper(ink))
    const fault = 'something white is set to overprint, and would vanish'
    return isLost ? [finding('press-inks-are-right', { page: measured.sheet }, { fault })] : []
  })
}

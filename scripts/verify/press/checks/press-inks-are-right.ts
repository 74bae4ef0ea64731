import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import type { FactsOf } from '../../../rules/rules.ts'
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
  return faults.map((facts) => finding('press-inks-are-right', { page: sheet }, facts))
}

function faultOf(
  { where, kind, name }: StrangeColour,
  colour: 'cmyk' | 'rgb' | 'any',
): FactsOf<'press-inks-are-right'>[] {
  if (kind === 'rgb') return [{ problem: 'rgb', where, name }]
  // A gradient that the browser writes as a program cannot be converted; calibrated, PDF/X-4 has the printer do it.
  if (kind === 'calibrated')
    return colour === 'cmyk' && where !== 'shading' ? [{ problem: 'calibrated-rgb', where, name }] : []
  if (kind === 'spot') return colour === 'any' ? [] : [{ problem: 'spot', where, name }]
  return kind === 'unknown' ? [{ problem: 'unknown', where, name }] : []
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
    const facts = { problem: 'mixed-black', words: run.text.slice(0, 40) } as const
    return [finding('press-inks-are-right', { page: measured.sheet }, facts)]
  })
}

/** White that overprints leaves everything as it is: it is not there (8.6.7). */
function lostWhite(read: ReadPressBytes): readonly Finding[] {
  return measuredPages(read.pages).flatMap((measured) => {
    const looks = [...paintsOnPaper(measured), ...textsOnPaper(measured)].map(({ look }) => look)
    const isLost = looks.some(({ ink, overprints }) => overprints && ink.name !== 'g' && isPaper(ink))
    return isLost
      ? [finding('press-inks-are-right', { page: measured.sheet }, { problem: 'lost-white' })]
      : []
  })
}

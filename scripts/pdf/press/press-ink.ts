// Which inks a colour of the screen becomes on the press, and how a content stream says so.

import type { Rgb } from '../../ground/colour/colour-values.ts'
import type { Colours } from '../../ground/colour/colours.ts'
import type { PressPlan } from '../../model/press.ts'

/** `line`: text, strokes, small marks. `area`: a filled surface of more than 10 mm. */
export type Use = 'line' | 'area'

export interface Ink {
  /**
   * Operands of `k` (four), of `rg` where colours are left to the printer (three), or of `g` within a soft mask
   * (one).
   */
  readonly operands: string
  readonly space: 'inks' | 'screen' | 'grey'
  readonly overprint: boolean
}

export type InkOf = (rgb: Rgb, use: Use) => Ink

/** The eight bits of a screen can be apart by this much. */
const SAME = 0.004

/**
 * Colours that the theme names become black ink where they are lines; neutral ones always. All others are converted,
 * or left as they are when the printer is to convert them.
 */
export function pressInk({ inks, colour }: Pick<PressPlan, 'inks' | 'colour'>, colours: Colours): InkOf {
  const known = new Map<string, Ink>()
  const find = (rgb: Rgb, use: Use): Ink => {
    const named =
      use === 'line' ? inks.find((one) => one.rgb.every((part, at) => near(part / 255, rgb[at]!))) : undefined
    if (named) return { operands: inkOperands([0, 0, 0, named.k]), space: 'inks', overprint: named.overprint }
    if (colour === 'rgb' && !isNeutral(rgb))
      return { operands: rgb.map(short).join(' '), space: 'screen', overprint: false }
    return { operands: inkOperands(colours.inksOf(rgb)), space: 'inks', overprint: false }
  }
  return (rgb, use) => {
    const key = `${use} ${rgb.join(' ')}`
    const ink = known.get(key) ?? find(rgb, use)
    known.set(key, ink)
    return ink
  }
}

const near = (one: number, other: number): boolean => Math.abs(one - other) < SAME
const isNeutral = ([red, green, blue]: Rgb): boolean =>
  near(red, green) && near(green, blue) && near(red, blue)

/** A ten-thousandth of an ink is finer than any plate. */
const short = (part: number): string => String(Math.round(part * 10_000) / 10_000)

export const inkOperands = (inks: readonly number[]): string => inks.map(short).join(' ')

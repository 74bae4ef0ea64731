/** Shares of cyan, magenta, yellow and black, 0 to 1. */
export type Inks = readonly [cyan: number, magenta: number, yellow: number, black: number]

/**
 * What a colour is: inks of the four plates, a calibrated RGB, a bare one that means another colour on each machine,
 * all plates at once, a plate of its own, or what a pattern paints.
 */
export type Space = 'inks' | 'calibrated' | 'bare-rgb' | 'all' | 'spot' | 'pattern' | 'unknown'

/** A colour as it was set. */
export interface Ink {
  readonly space: Space
  /** As written: `k`, `rg`, `DeviceRGB`, the name of a spot colour. */
  readonly name: string
  /** Where they are known. */
  readonly inks?: Inks
  /** 0 to 1, of a calibrated colour. */
  readonly rgb?: readonly [red: number, green: number, blue: number]
  /** Of a pattern: all that it paints with. */
  readonly parts?: readonly Ink[]
}

export const BLACK: Ink = { space: 'inks', name: 'g', inks: [0, 0, 0, 1] }

export const sumOf = (inks: Inks): number => inks[0] + inks[1] + inks[2] + inks[3]

/** Less than half a step of 8 bits is nothing. */
const NOTHING = 0.002

export const isPaper = (ink: Ink): boolean => ink.inks !== undefined && sumOf(ink.inks) < NOTHING

/** Whether any of a plate is used. */
export const needs = (share: number): boolean => share >= NOTHING

/**
 * What lies on the sheet when inks are printed over others and leave alone the plates that they do not use (OPM 1,
 * 8.6.7).
 */
export const overprinted = (inks: Inks, beneath: Inks): Inks =>
  fourOf((plate) => (needs(inks[plate]!) ? inks[plate]! : beneath[plate]!))

export const mixed = (inks: Inks, beneath: Inks, alpha: number): Inks =>
  fourOf((plate) => inks[plate]! * alpha + beneath[plate]! * (1 - alpha))

const fourOf = (share: (plate: number) => number): Inks => [share(0), share(1), share(2), share(3)]

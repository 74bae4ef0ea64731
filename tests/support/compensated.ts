import type { Lab } from '../../scripts/ground/colour/colour-values.ts'
import type { Colours } from '../../scripts/ground/colour/colours.ts'

const CUBE = 6 / 29
/** CIE L*a*b* under D50 and back, as the standard defines them. */
const WHITE = [0.9642, 1, 0.8249] as const
const toXyz = ([lightness, a, b]: Lab): number[] => {
  const f = (lightness + 16) / 116
  return [f + a / 500, f, f - b / 200].map((t, axis) => {
    const share = t > CUBE ? t ** 3 : 3 * CUBE ** 2 * (t - 4 / 29)
    return share * WHITE[axis]!
  })
}
const toLab = (xyz: readonly number[]): Lab => {
  const [x = 0, y = 0, z = 0] = xyz.map((value, axis) => {
    const share = value / WHITE[axis]!
    return share > CUBE ** 3 ? Math.cbrt(share) : share / (3 * CUBE ** 2) + 4 / 29
  })
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** Black point compensation by hand: the blackest of the screen becomes the blackest of the press, white stays. */
export const compensated = (seen: Lab, colours: Pick<Colours, 'convertPixels' | 'labOfInks'>): Lab => {
  const [c, m, y, k] = colours.convertPixels(Uint8Array.of(0, 0, 0))
  const [lightness] = colours.labOfInks([c! / 255, m! / 255, y! / 255, k! / 255])
  const black = toXyz([lightness, 0, 0])
  return toLab(toXyz(seen).map((value, axis) => value * (1 - black[axis]! / WHITE[axis]!) + black[axis]!))
}

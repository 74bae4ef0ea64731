// Colours of the screen as inks, and inks as the colours that they print as, by the profile of a printing condition.

import type { Inks, Lab, Rgb } from './colour-values.ts'
import { type Handle, type LittleCms, littleCms } from './little-cms.ts'
import { openTransforms, type Transforms } from './transforms.ts'

export interface Colours {
  /**
   * Relative colorimetric with black point compensation. A neutral becomes black ink alone, of the lightness that it
   * would have had.
   */
  readonly inksOf: (rgb: Rgb) => Inks
  readonly labOfInks: (inks: Inks) => Lab
  readonly labOfRgb: (rgb: Rgb) => Lab
  /**
   * Three bytes a pixel → four bytes a pixel, 255 is full ink. Neutrals are not treated apart: a photograph has all
   * four inks in its shadows. A source profile that cannot be used counts as none: the pixels are then sRGB, as for a
   * browser.
   */
  readonly convertPixels: (rgb: Uint8Array, sourceProfile?: Uint8Array) => Uint8Array
  /** Frees what is held outside of JavaScript's memory. Nothing can be asked afterwards. */
  readonly close: () => void
}

/** What the eight bits of a screen can be apart by: less is one grey. */
const NEUTRAL_WITHIN = 0.004
const CHUNK_PIXELS = 65_536

/**
 * Throws where the bytes are no CMYK profile that can be printed with: whoever may be handed one asks `readProfile`
 * first.
 */
export async function openColours(profileBytes: Uint8Array): Promise<Colours> {
  const cms = await littleCms()
  const transforms = openTransforms(cms, profileBytes)
  const inksOf = inksFrom(transforms)
  const cache = new Map<string, Inks>()
  return {
    inksOf: (rgb) => {
      const key = rgb.join(' ')
      const inks = cache.get(key) ?? inksOf(rgb)
      cache.set(key, inks)
      return inks
    },
    labOfInks: transforms.inksToLab,
    labOfRgb: transforms.rgbToLab,
    convertPixels: (rgb, sourceProfile) => convert(cms, transforms.pixels(sourceProfile), rgb),
    close: transforms.close,
  }
}

const STEPS = 256

function inksFrom({ rgbToInks, inksToLab }: Transforms): (rgb: Rgb) => Inks {
  /** Lightness of black ink alone, from bare paper to full cover; never rising, whatever the profile says. */
  const curve: number[] = []
  for (let step = 0; step <= STEPS; step++) {
    const [lightness] = inksToLab([0, 0, 0, step / STEPS])
    curve.push(Math.min(lightness, curve.at(-1) ?? lightness))
  }
  return (rgb) => {
    const [red, green, blue] = rgb
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > NEUTRAL_WITHIN) return rgbToInks(rgb)
    const grey = (red + green + blue) / 3
    // Text and bare paper, whatever the rounding of the profile.
    if (grey <= 0 || grey >= 1) return [0, 0, 0, 1 - grey]
    const [lightness] = inksToLab(rgbToInks([grey, grey, grey]))
    return [0, 0, 0, blackFor(lightness, curve)]
  }
}

/** How much black is as dark as that. What is darker than black ink alone is full black. */
function blackFor(lightness: number, curve: readonly number[]): number {
  const above = curve.findLastIndex((step) => step >= lightness)
  if (above < 0) return 0
  if (above === STEPS) return 1
  const [lighter = 0, darker = 0] = [curve[above], curve[above + 1]]
  return (above + (lighter - lightness) / (lighter - darker)) / STEPS
}

function convert(cms: LittleCms, transform: Handle, rgb: Uint8Array): Uint8Array {
  const pixels = Math.floor(rgb.length / 3)
  const inks = new Uint8Array(pixels * 4)
  for (let from = 0; from < pixels; from += CHUNK_PIXELS) {
    const to = Math.min(pixels, from + CHUNK_PIXELS)
    cms.run(transform, rgb.subarray(from * 3, to * 3), inks.subarray(from * 4, to * 4), to - from)
  }
  return inks
}

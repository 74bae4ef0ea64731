// Colours of the screen as inks, and inks as the colours that they print as, by the profile of a printing condition.
import { createHash } from 'node:crypto'
import { type Handle, LAYOUT, type LittleCms, littleCms } from './little-cms.ts'
import { srgbProfile } from './srgb-profile.ts'

/** sRGB, 0 to 1 each. */
export type Rgb = readonly [red: number, green: number, blue: number]
/** Cover of each ink, 0 to 1. */
export type Inks = readonly [cyan: number, magenta: number, yellow: number, black: number]
/** Under D50, relative to the white of the paper. */
export type Lab = readonly [lightness: number, a: number, b: number]

export interface Colours {
  /** Relative colorimetric with black point compensation. A neutral becomes black ink alone, of the lightness that it would have had. */
  readonly inksOf: (rgb: Rgb) => Inks
  readonly labOfInks: (inks: Inks) => Lab
  readonly labOfRgb: (rgb: Rgb) => Lab
  /**
   * Three bytes a pixel → four bytes a pixel, 255 is full ink. Neutrals are not treated apart: a photograph has all four
   * inks in its shadows. A source profile that cannot be used counts as none: the pixels are then sRGB, as for a browser.
   */
  readonly convertPixels: (rgb: Uint8Array, sourceProfile?: Uint8Array) => Uint8Array
  /** Frees what is held outside of JavaScript's memory. Nothing can be asked afterwards. */
  readonly close: () => void
}

/** What the eight bits of a screen can be apart by: less is one grey. */
const NEUTRAL_WITHIN = 0.004
const CHUNK_PIXELS = 65_536

/** Throws where the bytes are no CMYK profile that can be printed with: whoever may be handed one asks `readProfile` first. */
export async function openColours(profileBytes: Uint8Array): Promise<Colours> {
  const cms = await littleCms()
  const opened = openAll(cms, profileBytes)
  const inksOf = inksFrom(opened)
  const cache = new Map<string, Inks>()
  return {
    inksOf: (rgb) => {
      const key = rgb.join(' ')
      const inks = cache.get(key) ?? inksOf(rgb)
      cache.set(key, inks)
      return inks
    },
    labOfInks: opened.labOfInks,
    labOfRgb: opened.labOfRgb,
    convertPixels: (rgb, sourceProfile) => convert(cms, opened.pixelsFrom(sourceProfile), rgb),
    close: opened.close,
  }
}

interface Opened {
  readonly convertOne: (rgb: Rgb) => Inks
  readonly labOfInks: (inks: Inks) => Lab
  readonly labOfRgb: (rgb: Rgb) => Lab
  /** Made when it is first asked for, and kept: pictures of one camera have one profile. */
  readonly pixelsFrom: (sourceProfile: Uint8Array | undefined) => Handle
  readonly close: () => void
}

function openAll(cms: LittleCms, profileBytes: Uint8Array): Opened {
  const profiles: Handle[] = []
  const transforms: Handle[] = []
  const close = (): void => {
    for (const transform of transforms.splice(0)) cms.closeTransform(transform)
    for (const profile of profiles.splice(0)) cms.closeProfile(profile)
  }
  const keep = (list: Handle[], handle: Handle | undefined): Handle => {
    if (handle === undefined) throw new Error('the profile cannot be used')
    list.push(handle)
    return handle
  }
  try {
    const press = keep(profiles, cms.openProfile(profileBytes))
    const screen = keep(profiles, cms.openProfile(srgbProfile()))
    const lab = keep(profiles, cms.openLab())
    const transform = (from: Side, to: Side, blackPointCompensation: boolean): Handle =>
      keep(transforms, cms.openTransform({ ...sides(from, to), blackPointCompensation }))
    const rgb = [screen, LAYOUT.rgbFloat] as const
    const inks = [press, LAYOUT.inksFloat] as const
    const seen = [lab, LAYOUT.labFloat] as const
    const toInks = transform(rgb, inks, true)
    const inksToLab = transform(inks, seen, false)
    const rgbToLab = transform(rgb, seen, false)
    const bySource = new Map<string, Handle>()
    const openPixels = (source: Handle | undefined): Handle | undefined => {
      const ends = sides([source ?? screen, LAYOUT.rgbBytes], [press, LAYOUT.inksBytes])
      return cms.openTransform({ ...ends, blackPointCompensation: true })
    }
    const pixelsFrom = (bytes: Uint8Array | undefined): Handle => {
      const source = bytes && cms.openProfile(bytes)
      if (source !== undefined) profiles.push(source)
      return keep(transforms, openPixels(source) ?? openPixels(undefined))
    }
    return {
      close,
      convertOne: (one) => one4(runOne(cms, toInks, one, 4).map((percent) => inUnit(percent / 100))),
      labOfInks: (one) =>
        one3(
          runOne(
            cms,
            inksToLab,
            one.map((ink) => ink * 100),
            3,
          ),
        ),
      labOfRgb: (one) => one3(runOne(cms, rgbToLab, one, 3)),
      pixelsFrom: (source) => {
        const key = source ? createHash('sha256').update(source).digest('hex') : ''
        const known = bySource.get(key) ?? pixelsFrom(source)
        bySource.set(key, known)
        return known
      },
    }
  } catch (cause) {
    close()
    throw cause
  }
}

type Side = readonly [profile: Handle, layout: number]

const sides = ([from, fromLayout]: Side, [to, toLayout]: Side) => ({ from, fromLayout, to, toLayout })

function runOne(cms: LittleCms, transform: Handle, values: readonly number[], channels: number): number[] {
  const output = new Float64Array(channels)
  cms.run(transform, Float64Array.from(values), output, 1)
  return [...output]
}

const inUnit = (value: number): number => Math.min(1, Math.max(0, value))
const one3 = ([a = 0, b = 0, c = 0]: readonly number[]): Lab => [a, b, c]
const one4 = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): Inks => [a, b, c, d]

const STEPS = 256

function inksFrom({ convertOne, labOfInks }: Opened): (rgb: Rgb) => Inks {
  /** Lightness of black ink alone, from bare paper to full cover; never rising, whatever the profile says. */
  const curve: number[] = []
  for (let step = 0; step <= STEPS; step++) {
    const [lightness] = labOfInks([0, 0, 0, step / STEPS])
    curve.push(Math.min(lightness, curve.at(-1) ?? lightness))
  }
  return (rgb) => {
    const [red, green, blue] = rgb
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > NEUTRAL_WITHIN) return convertOne(rgb)
    const grey = (red + green + blue) / 3
    // Text and bare paper, whatever the rounding of the profile.
    if (grey <= 0 || grey >= 1) return [0, 0, 0, 1 - grey]
    const [lightness] = labOfInks(convertOne([grey, grey, grey]))
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

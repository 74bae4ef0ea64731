// The transforms between screen, press and eye, opened together and closed together.
import { createHash } from 'node:crypto'
import type { Inks, Lab, Rgb } from './colour-values.ts'
import { type Handle, LAYOUT, type LittleCms } from './little-cms.ts'
import { srgbProfile } from './srgb-profile.ts'

export interface Transforms {
  readonly rgbToInks: (rgb: Rgb) => Inks
  readonly inksToLab: (inks: Inks) => Lab
  readonly rgbToLab: (rgb: Rgb) => Lab
  /** Bytes to bytes. Opened when it is first asked for, and kept: pictures of one camera have one profile. */
  readonly pixels: (sourceProfile: Uint8Array | undefined) => Handle
  readonly close: () => void
}

/** Throws where the bytes are no CMYK profile that can be printed with. */
export function openTransforms(cms: LittleCms, profileBytes: Uint8Array): Transforms {
  const held = holder(cms)
  try {
    const press = held.profile(cms.openProfile(profileBytes))
    const screen = held.profile(cms.openProfile(srgbProfile()))
    const lab = held.profile(cms.openLab())
    const [rgb, inks, seen] = [
      [screen, LAYOUT.rgbFloat],
      [press, LAYOUT.inksFloat],
      [lab, LAYOUT.labFloat],
    ] as const
    const rgbToInks = held.transform(openTransform(cms, rgb, inks, true))
    const inksToLab = held.transform(openTransform(cms, inks, seen, false))
    const rgbToLab = held.transform(openTransform(cms, rgb, seen, false))
    return {
      rgbToInks: (one) => four(run(cms, rgbToInks, one, 4).map((percent) => inUnit(percent / 100))),
      inksToLab: ([c, m, y, k]) => three(run(cms, inksToLab, [c * 100, m * 100, y * 100, k * 100], 3)),
      rgbToLab: (one) => three(run(cms, rgbToLab, one, 3)),
      pixels: pixelTransforms(cms, held, screen, press),
      close: held.close,
    }
  } catch (cause) {
    held.close()
    throw cause
  }
}

type Side = readonly [profile: Handle, layout: number]

const openTransform = (
  cms: LittleCms,
  [from, fromLayout]: Side,
  [to, toLayout]: Side,
  compensated: boolean,
) => cms.openTransform({ from, fromLayout, to, toLayout, blackPointCompensation: compensated })

/** Keeps what was opened. What could not be opened throws. */
interface Holder {
  readonly profile: (handle: Handle | undefined) => Handle
  readonly transform: (handle: Handle | undefined) => Handle
  readonly close: () => void
}

function holder(cms: LittleCms): Holder {
  const profiles: Handle[] = []
  const transforms: Handle[] = []
  const keepIn = (list: Handle[]) => (handle: Handle | undefined) => {
    if (handle === undefined) throw new Error('the profile cannot be used')
    list.push(handle)
    return handle
  }
  return {
    profile: keepIn(profiles),
    transform: keepIn(transforms),
    close: () => {
      for (const transform of transforms.splice(0)) cms.closeTransform(transform)
      for (const profile of profiles.splice(0)) cms.closeProfile(profile)
    },
  }
}

/** A source profile that cannot be used counts as none. */
function pixelTransforms(cms: LittleCms, held: Holder, screen: Handle, press: Handle): Transforms['pixels'] {
  const known = new Map<string, Handle>()
  const openFrom = (source: Handle) =>
    openTransform(cms, [source, LAYOUT.rgbBytes], [press, LAYOUT.inksBytes], true)
  const open = (bytes: Uint8Array | undefined): Handle => {
    const source = bytes && cms.openProfile(bytes)
    if (source === undefined) return held.transform(openFrom(screen))
    return held.transform(openFrom(held.profile(source)) ?? openFrom(screen))
  }
  return (bytes) => {
    const key = bytes ? createHash('sha256').update(bytes).digest('hex') : ''
    const transform = known.get(key) ?? open(bytes)
    known.set(key, transform)
    return transform
  }
}

function run(cms: LittleCms, transform: Handle, values: readonly number[], channels: number): number[] {
  const output = new Float64Array(channels)
  cms.run(transform, Float64Array.from(values), output, 1)
  return [...output]
}

const inUnit = (value: number): number => Math.min(1, Math.max(0, value))
const three = ([a = 0, b = 0, c = 0]: readonly number[]): Lab => [a, b, c]
const four = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): Inks => [a, b, c, d]

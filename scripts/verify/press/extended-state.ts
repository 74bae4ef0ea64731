import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import type { ForbiddenState } from '../../rules/press-read.ts'

/** What an ExtGState dictionary sets (ISO 32000-1, 8.4.5). */
export interface StateChange {
  readonly lineWidth?: number
  readonly fillAlpha?: number
  readonly strokeAlpha?: number
  readonly fillOverprints?: boolean
  readonly strokeOverprints?: boolean
  readonly keepsBeneath?: boolean
  readonly blend?: boolean
  readonly softMask?: boolean
  /** The group that a soft mask is made of. */
  readonly maskGroup?: PDFRawStream
  readonly font?: PDFDict
  readonly fontSize?: number
  /** Keys that PDF/X-4 does not allow here. */
  readonly forbidden: readonly ForbiddenState[]
}

export function readStateChange(state: PDFDict): StateChange {
  // A stranger's file may hold anything where a number should be.
  const number = (key: string) => {
    const value = state.lookup(PDFName.of(key))
    return value instanceof PDFNumber ? value.asNumber() : undefined
  }
  const flag = (key: string) => {
    const value = state.lookup(PDFName.of(key))
    return value instanceof PDFBool ? value.asBoolean() : undefined
  }
  const strokeOverprints = flag('OP')
  const mask = state.lookup(PDFName.of('SMask'))
  const font = state.lookup(PDFName.of('Font'))
  const group = mask instanceof PDFDict ? mask.lookup(PDFName.of('G')) : undefined
  const fontDict = font instanceof PDFArray ? font.lookup(0) : undefined
  return withoutGaps({
    lineWidth: number('LW'),
    fillAlpha: number('ca'),
    strokeAlpha: number('CA'),
    strokeOverprints,
    fillOverprints: flag('op') ?? strokeOverprints, // without `op`, `OP` is meant for both
    keepsBeneath: state.has(PDFName.of('OPM')) ? number('OPM') === 1 : undefined,
    blend: state.has(PDFName.of('BM')) ? !isPlain(blendModes(state)[0]) : undefined,
    softMask: mask === undefined ? undefined : mask instanceof PDFDict,
    maskGroup: group instanceof PDFRawStream ? group : undefined,
    font: fontDict instanceof PDFDict ? fontDict : undefined,
    fontSize: font instanceof PDFArray ? Number(font.lookup(1)) : undefined,
    forbidden: forbiddenKeys(state),
  })
}

function blendModes(state: PDFDict): string[] {
  const value = state.lookup(PDFName.of('BM'))
  const names = value instanceof PDFArray ? value.asArray() : [value]
  return names.map((name) => String(name).slice(1))
}

const isPlain = (mode: string | undefined): boolean => mode === 'Normal' || mode === 'Compatible'

/** ISO 32000-1, 11.3.5. */
const BLEND_MODES = new Set(
  (
    'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight ' +
    'Difference Exclusion Hue Saturation Color Luminosity'
  ).split(' '),
)

function forbiddenKeys(state: PDFDict): ForbiddenState[] {
  const isDefault = (key: string) => state.lookup(PDFName.of(key)) === PDFName.of('Default')
  const has = (key: string) => state.has(PDFName.of(key))
  return [
    ...(has('TR') ? ['transfer' as const] : []),
    ...(has('TR2') && !isDefault('TR2') ? ['transfer' as const] : []),
    ...(has('HTP') ? ['halftone phase' as const] : []),
    ...(has('HT') && !isDefault('HT') ? ['halftone' as const] : []),
    ...(has('BM')
      ? blendModes(state)
          .filter((mode) => !BLEND_MODES.has(mode))
          .map((mode) => `blend mode ${mode}` as const)
      : []),
  ]
}

function withoutGaps(
  values: { readonly [Key in keyof StateChange]: StateChange[Key] | undefined },
): StateChange {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as unknown as StateChange
}

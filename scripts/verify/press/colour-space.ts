import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import type { Ink, Inks } from './ink.ts'

/** A colour space (ISO 32000-1, 8.6), as far as the press asks about it. */
export interface ColourSpace {
  readonly kind: 'gray' | 'cmyk' | 'rgb' | 'calibrated' | 'all' | 'none' | 'spot' | 'pattern' | 'unknown'
  readonly name: string
  readonly components: number
}

const space = (kind: ColourSpace['kind'], name: string, components: number): ColourSpace => ({
  kind,
  name,
  components,
})

const PLAIN: Readonly<Record<string, ColourSpace>> = {
  DeviceGray: space('gray', 'DeviceGray', 1),
  G: space('gray', 'DeviceGray', 1),
  CalGray: space('gray', 'CalGray', 1),
  DeviceRGB: space('rgb', 'DeviceRGB', 3),
  RGB: space('rgb', 'DeviceRGB', 3),
  CalRGB: space('calibrated', 'CalRGB', 3),
  Lab: space('calibrated', 'Lab', 3),
  DeviceCMYK: space('cmyk', 'DeviceCMYK', 4),
  CMYK: space('cmyk', 'DeviceCMYK', 4),
  Pattern: space('pattern', 'Pattern', 0),
}
const UNKNOWN = space('unknown', 'an unknown colour space', 0)

/** A space in a space in a space is as deep as the standard goes. */
const MAX_DEPTH = 4

/**
 * Reads a colour space. A bare RGB becomes a calibrated one where the resources in force say what it means
 * (`DefaultRGB`,
 * 8.6.5.6).
 */
export function readColourSpace(
  value: unknown,
  resources: PDFDict | undefined,
  context: PDFContext,
  depth = 0,
): ColourSpace {
  if (depth > MAX_DEPTH) return UNKNOWN
  if (value instanceof PDFName) return namedSpace(value.decodeText(), resources, context, depth)
  if (!(value instanceof PDFArray)) return UNKNOWN
  const family = value.lookupMaybe(0, PDFName)?.decodeText() ?? ''
  const inner = (index: number): ColourSpace =>
    readColourSpace(context.lookup(value.get(index)), resources, context, depth + 1)
  switch (family) {
    case 'ICCBased':
      return profiled(context.lookup(value.get(1)))
    case 'Indexed':
    case 'I':
      return { ...inner(1), components: 1 }
    case 'Pattern':
      return value.size() > 1
        ? { ...PLAIN.Pattern!, components: inner(1).components, name: inner(1).name }
        : PLAIN.Pattern!
    case 'Separation':
      return separation(value.lookupMaybe(1, PDFName)?.decodeText() ?? '')
    case 'DeviceN': {
      const names = value.lookupMaybe(1, PDFArray)?.asArray().map(String) ?? []
      return space('spot', names.map((name) => name.slice(1)).join(', '), names.length)
    }
    default:
      return namedSpace(family, resources, context, depth)
  }
}

function namedSpace(
  name: string,
  resources: PDFDict | undefined,
  context: PDFContext,
  depth: number,
): ColourSpace {
  const own = resources?.lookupMaybe(PDFName.of('ColorSpace'), PDFDict)
  const plain = PLAIN[name]
  if (plain?.kind === 'rgb') {
    const meant = own?.lookup(PDFName.of('DefaultRGB'))
    return meant === undefined ? plain : readColourSpace(meant, undefined, context, depth + 1)
  }
  if (plain) return plain
  const value = own?.lookup(PDFName.of(name))
  return value === undefined ? UNKNOWN : readColourSpace(value, resources, context, depth + 1)
}

function profiled(stream: unknown): ColourSpace {
  if (!(stream instanceof PDFRawStream)) return UNKNOWN
  const components = stream.dict.lookupMaybe(PDFName.of('N'), PDFNumber)?.asNumber() ?? 0
  if (components === 1) return space('gray', 'ICCBased', 1)
  return components === 4 ? space('cmyk', 'ICCBased', 4) : space('calibrated', 'ICCBased', 3)
}

function separation(name: string): ColourSpace {
  if (name === 'All') return space('all', name, 1)
  return name === 'None' ? space('none', name, 1) : space('spot', name, 1)
}

const PLATES: Readonly<Record<string, number>> = { Cyan: 0, Magenta: 1, Yellow: 2, Black: 3 }

/** The colour that numbers of a space mean. */
export function inkOf({ kind, name, components }: ColourSpace, numbers: ArrayLike<number>, as = name): Ink {
  const one = numbers[0] ?? 0
  const two = numbers[1] ?? 0
  const three = numbers[2] ?? 0
  const four = numbers[3] ?? 0
  if (kind === 'gray') return { space: 'inks', name: as, inks: [0, 0, 0, 1 - one] }
  if (kind === 'cmyk') return { space: 'inks', name: as, inks: [one, two, three, four] }
  if (kind === 'calibrated' && name !== 'Lab')
    return { space: 'calibrated', name: as, rgb: [one, two, three] }
  if (kind === 'rgb') return { space: 'bare-rgb', name: as }
  if (kind === 'all') return { space: 'all', name: as, inks: [one, one, one, one] }
  if (kind === 'none') return { space: 'inks', name: as, inks: [0, 0, 0, 0] }
  if (kind === 'spot' && components === 1 && name in PLATES) {
    const inks = [0, 0, 0, 0].map((_, plate) => (plate === PLATES[name] ? one : 0))
    return { space: 'inks', name: as, inks: inks as unknown as Inks }
  }
  return { space: kind, name: as }
}

import {
  PDFArray,
  type PDFContext,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import type { Colours } from '../../ground/colour/colours.ts'
import { inflated } from '../../ground/pdf/inflated.ts'
import { colourOf } from './picture-task.ts'

export interface Palette {
  readonly colours: Uint8Array
  readonly sourceProfile?: Uint8Array
}

/** Undefined where the picture has none, or none in RGB (ISO 32000-1, 8.6.6.3). */
export function paletteOf(picture: PDFRawStream, context: PDFContext): Palette | undefined {
  const space = context.lookup(picture.dict.get(PDFName.of('ColorSpace')))
  if (!(space instanceof PDFArray) || context.lookup(space.get(0)) !== PDFName.of('Indexed')) return undefined
  const base = colourOf(space.get(1), context)
  const last = context.lookup(space.get(2))
  if (base?.colour !== 'rgb' || !(last instanceof PDFNumber)) return undefined
  const table = context.lookup(space.get(3))
  const bytes =
    table instanceof PDFRawStream
      ? inflated(table)
      : table instanceof PDFHexString || table instanceof PDFString
        ? table.asBytes()
        : undefined
  if (bytes === undefined) return undefined
  const { sourceProfile } = base
  const colours = bytes.subarray(0, (last.asNumber() + 1) * 3)
  return { colours, ...(sourceProfile ? { sourceProfile } : {}) }
}

/** The samples stay: they are numbers of the palette. Answers the most ink of any colour in it, in per cent. */
export function convertPalette(
  picture: PDFRawStream,
  palette: Palette,
  context: PDFContext,
  colours: Colours,
): number {
  const inks = colours.convertPixels(palette.colours, palette.sourceProfile)
  const count = inks.length / 4
  const table = PDFHexString.of(Buffer.from(inks).toString('hex'))
  const space = context.obj([PDFName.of('Indexed'), PDFName.of('DeviceCMYK'), count - 1, table])
  picture.dict.set(PDFName.of('ColorSpace'), space)
  const sums = Array.from({ length: count }, (_, index) =>
    inks.subarray(index * 4, index * 4 + 4).reduce((sum, ink) => sum + ink, 0),
  )
  return (Math.max(0, ...sums) / 255) * 100
}

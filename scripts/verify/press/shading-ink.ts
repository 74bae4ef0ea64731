import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib'
import { type ColourSpace, inkOf, readColourSpace } from './colour-space.ts'
import type { Ink } from './ink.ts'
import { noteColour, type PageReading } from './page-reading.ts'

/** The inks of a shading: those at the ends of each piece where its function says them, else not known. */
export function inkOfShading(reading: PageReading, shading: unknown): Ink {
  const dictionary = shading instanceof PDFStream ? shading.dict : shading
  if (!(dictionary instanceof PDFDict)) return { space: 'unknown', name: 'shading' }
  const { context } = reading.file
  const space = readColourSpace(dictionary.lookup(PDFName.of('ColorSpace')), reading.resources, context)
  noteColour(reading, space, 'shading')
  const ends = endsOf(dictionary.lookup(PDFName.of('Function')), space, 0)
  const whole: Ink = { ...inkOf(space, []), name: 'a shading' }
  if (ends) return { space: 'pattern', name: 'a shading', parts: ends }
  const { inks: _unknown, ...rest } = whole
  return rest
}

/** Deeper than any gradient of a style sheet is put together. */
const MAX_DEPTH = 8

/** Colours at both ends of exponential functions, which may be stitched together (7.10.3, 7.10.4). */
function endsOf(value: unknown, space: ColourSpace, depth: number): readonly Ink[] | undefined {
  if (!(value instanceof PDFDict) || depth > MAX_DEPTH) return undefined
  const type = value.lookup(PDFName.of('FunctionType'))
  const kind = type instanceof PDFNumber ? type.asNumber() : 0
  if (kind === 2) return [inkOf(space, numbersOf(value, 'C0', 0)), inkOf(space, numbersOf(value, 'C1', 1))]
  const pieces = value.lookup(PDFName.of('Functions'))
  if (kind !== 3 || !(pieces instanceof PDFArray)) return undefined
  const ends = pieces.asArray().map((_, index) => endsOf(pieces.lookup(index), space, depth + 1))
  return ends.every((end) => end !== undefined) ? ends.flat() : undefined
}

function numbersOf(value: PDFDict, key: string, otherwise: number): number[] {
  const array = value.lookup(PDFName.of(key))
  return array instanceof PDFArray
    ? array.asArray().map((_, index) => Number(array.lookup(index)))
    : [otherwise]
}

// An image XObject (ISO 32000-1, 8.9.5) as a plain value that a thread can be given, or why it is left as it is.
import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import { inflated } from '../../ground/pdf/inflated.ts'

/** What has to be converted, and all that the result depends on. */
export interface PictureTask {
  readonly coding: 'jpeg' | 'flate'
  /** As they stand in the file. */
  readonly bytes: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
  readonly colour: 'rgb' | 'grey'
  readonly bits: 8 | 16
  /** PNG prediction or none (ISO 32000-1, 7.4.4.4). */
  readonly predictor: 'none' | 'png'
  /** Undefined: sRGB. */
  readonly sourceProfile?: Uint8Array
}

const name = (text: string): PDFName => PDFName.of(text)

/**
 * Undefined for what is no matter of colour: CMYK already, or a mask. A text says why a picture in colour cannot be
 * read.
 */
export function pictureTask(picture: PDFRawStream, context: PDFContext): PictureTask | string | undefined {
  const { dict } = picture
  if (context.lookup(dict.get(name('ImageMask'))) === PDFBool.True) return undefined
  const space = colourOf(dict.get(name('ColorSpace')), context)
  if (space === undefined) return undefined
  if (dict.has(name('Decode'))) return 'its samples are turned around by a Decode array'
  if (context.lookup(dict.get(name('Mask'))) instanceof PDFArray) return 'colours of it are masked out'
  const [filter, parameters] = coded(dict, context)
  const bits = numberIn(dict, 'BitsPerComponent', context)
  const predictor = numberIn(parameters, 'Predictor', context) || 1
  if (filter !== '/DCTDecode' && filter !== '/FlateDecode') return `it is coded as ${filter}`
  if (bits !== 8 && bits !== 16) return `it has ${bits} bits a colour`
  if (predictor === 2) return 'it is coded with a prediction of TIFF'
  return {
    coding: filter === '/DCTDecode' ? 'jpeg' : 'flate',
    bytes: picture.contents,
    widthPx: numberIn(dict, 'Width', context),
    heightPx: numberIn(dict, 'Height', context),
    bits,
    predictor: predictor >= 10 ? 'png' : 'none',
    ...space,
  }
}

type Colour = Pick<PictureTask, 'colour' | 'sourceProfile'>

/** Undefined for other spaces than RGB and grey. */
export function colourOf(given: unknown, context: PDFContext): Colour | undefined {
  const space = context.lookup(given as PDFName)
  if (space === name('DeviceRGB')) return { colour: 'rgb' }
  if (space === name('DeviceGray')) return { colour: 'grey' }
  if (!(space instanceof PDFArray) || context.lookup(space.get(0)) !== name('ICCBased')) return undefined
  const profile = context.lookup(space.get(1))
  if (!(profile instanceof PDFRawStream) || numberIn(profile.dict, 'N', context) !== 3) return undefined
  return { colour: 'rgb', sourceProfile: inflated(profile) }
}

/** One filter, alone or in an array of one. */
function coded(dict: PDFDict, context: PDFContext): [filter: string, parameters: PDFDict | undefined] {
  const one = (key: string): unknown => {
    const value = context.lookup(dict.get(name(key)))
    return value instanceof PDFArray && value.size() === 1 ? context.lookup(value.get(0)) : value
  }
  const parameters = one('DecodeParms')
  return [String(one('Filter') ?? 'nothing'), parameters instanceof PDFDict ? parameters : undefined]
}

export function numberIn(dict: PDFDict | undefined, key: string, context: PDFContext): number {
  const value = context.lookup(dict?.get(name(key)))
  return value instanceof PDFNumber ? value.asNumber() : 0
}

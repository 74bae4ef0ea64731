// The least PDF with a picture in it, as the browser would write it or as it never would; and the same file read anew.
import { readFileSync } from 'node:fs'
import { deflateSync, inflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib'

const SRGB = readFileSync('scripts/ground/colour/profiles/srgb.icc')

export interface Given {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
  readonly coding: 'jpeg' | 'flate'
  /** `rgb` has no profile. A number stands for an object of `others`. */
  readonly space?: 'srgb' | 'rgb' | 'grey' | 'cmyk' | { readonly icc: Uint8Array }
  readonly bits?: number
  /** More entries of its dictionary. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** A page for each picture. */
export async function picturePdf(pictures: readonly Given[]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  for (const given of pictures) addPicture(pdf, given)
  return pdf
}

export function addPicture(pdf: PDFDocument, given: Given): PDFRef {
  const { width, height, bytes, coding, space = 'srgb', bits = 8, more = {} } = given
  const { context } = pdf
  const icc = (profile: Uint8Array) =>
    context.obj([PDFName.of('ICCBased'), context.register(context.flateStream(profile, { N: 3 }))])
  const named = { rgb: 'DeviceRGB', grey: 'DeviceGray', cmyk: 'DeviceCMYK' } as const
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: bits,
    Filter: coding === 'jpeg' ? 'DCTDecode' : 'FlateDecode',
    ColorSpace:
      typeof space === 'object' ? icc(space.icc) : space === 'srgb' ? icc(SRGB) : PDFName.of(named[space]),
    ...(more as object),
  })
  const contents = coding === 'jpeg' ? bytes : deflateSync(bytes)
  const picture = context.register(PDFRawStream.of(dict, contents))
  const page = pdf.addPage([width, height])
  const name = page.node.newXObject('Im', picture)
  page.node.addContentStream(context.register(context.stream(`q ${width} 0 0 ${height} 0 0 cm ${name} Do Q`)))
  return picture
}

/** The picture of the page, from 1. */
export function pictureOf(pdf: PDFDocument, page = 1): PDFRawStream {
  const pictures = pdf.getPages()[page - 1]!.node.Resources()!.lookup(PDFName.of('XObject'))
  const [reference] = (pictures as unknown as { values: () => PDFRef[] }).values()
  return pdf.context.lookup(reference) as PDFRawStream
}

export const entry = (picture: PDFRawStream, key: string): string | undefined =>
  picture.dict.get(PDFName.of(key))?.toString()

export const samplesOf = (picture: PDFRawStream): number[] => [...inflateSync(picture.contents)]

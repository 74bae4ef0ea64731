import { PDFName, PDFNumber, type PDFRawStream } from '@cantoo/pdf-lib'
import { inflated } from '../../ground/pdf/inflated.ts'
import type { InkName } from '../../model/press.ts'
import type { ColourSpace } from './colour-space.ts'
import type { Picture } from './press-page.ts'

const ALL: readonly InkName[] = ['C', 'M', 'Y', 'K']

/**
 * The plates that a picture needs. Pixels are read where they stand in the file as four bytes each, without a
 * predictor; of a photograph (DCT) all four are taken for granted.
 */
export function picturePlates(stream: PDFRawStream, space: ColourSpace): Picture {
  if (space.kind === 'gray') return { plates: ['K'] }
  if (space.kind === 'none') return { plates: [] }
  if (space.kind !== 'cmyk' || space.components !== 4 || !isPlain(stream)) return { plates: ALL }
  const pixels = inflated(stream)
  const most = [0, 0, 0, 0]
  let mostInk = 0
  for (let index = 0; index + 3 < pixels.length; index += 4) {
    const cyan = pixels[index]!
    const magenta = pixels[index + 1]!
    const yellow = pixels[index + 2]!
    const black = pixels[index + 3]!
    if (cyan > most[0]!) most[0] = cyan
    if (magenta > most[1]!) most[1] = magenta
    if (yellow > most[2]!) most[2] = yellow
    if (black > most[3]!) most[3] = black
    const sum = cyan + magenta + yellow + black
    if (sum > mostInk) mostInk = sum
  }
  return { plates: ALL.filter((_, plate) => most[plate]! > 0), mostInk: mostInk / 255 }
}

function isPlain({ dict }: PDFRawStream): boolean {
  const bits = dict.lookup(PDFName.of('BitsPerComponent'))
  return (
    dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode') &&
    !dict.has(PDFName.of('DecodeParms')) &&
    !dict.has(PDFName.of('Decode')) &&
    bits instanceof PDFNumber &&
    bits.asNumber() === 8
  )
}

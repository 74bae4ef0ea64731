import { readFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type PDFDocument, PDFHexString, PDFName, type PDFRawStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { openColours } from '../../../scripts/ground/colour/colours.ts'
import { convertInThreads } from '../../../scripts/pdf/press/convert-in-threads.ts'
import type { PictureInks } from '../../../scripts/pdf/press/convert-picture.ts'
import { convertPictures } from '../../../scripts/pdf/press/convert-pictures.ts'
import type { PictureTask } from '../../../scripts/pdf/press/picture-task.ts'
import { deltaE } from '../../support/delta-e.ts'
import { publicationFolder } from '../../support/publication-folder.ts'
import { seenByPdfjs } from '../../support/seen-by-pdfjs.ts'
import { addPicture, entry, type Given, pictureOf, picturePdf, samplesOf } from './picture-pdf.ts'

const path = resolve('scripts/ground/colour/profiles/fogra39.icc')
const profile = { path, condition: 'FOGRA39', description: '', registered: true }
const pressProfile = readFileSync(path)
const colours = await openColours(pressProfile)
afterAll(() => colours.close())

const convert = async (pdf: PDFDocument, cache = '') =>
  convertPictures(pdf, {
    profile,
    settings: { cache: cache || (await publicationFolder({})), remembers: true },
    colours,
  })

type Pixel = readonly [number, number, number]
const pixels = (...all: Pixel[]): Buffer => Buffer.from(all.flat())
/** Full ink is 255. */
const inksOf = (pixel: Pixel): number[] => [...colours.convertPixels(Uint8Array.from(pixel))]

const BROWN: Pixel = [150, 100, 80]
const BLUE: Pixel = [60, 110, 170]

/** A JPEG, one half brown, the other blue. */
const halves = (profileName?: string): Promise<Buffer> => {
  const raw = Buffer.alloc(64 * 32 * 3)
  for (let at = 0; at < raw.length; at += 3) raw.set((at / 3) % 64 < 32 ? BROWN : BLUE, at)
  const picture = sharp(raw, { raw: { width: 64, height: 32, channels: 3 } })
  const named = profileName ? picture.withIccProfile(profileName) : picture
  return named.jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()
}

const jpegOf = (bytes: Uint8Array, more: Partial<Given> = {}): Given => ({
  width: 64,
  height: 32,
  bytes,
  coding: 'jpeg',
  ...more,
})
const flateOf = (bytes: Uint8Array, more: Partial<Given> = {}): Given => ({
  width: bytes.length / 3,
  height: 1,
  bytes,
  coding: 'flate',
  ...more,
})

/**
 * sharp turns samples of CMYK around, as they are in files of Adobe’s. That they are coded so is what pdf.js proves.
 */
async function inksInJpeg(picture: PDFRawStream, column: number): Promise<number[]> {
  const inks = sharp(picture.contents).pipelineColourspace('cmyk').toColourspace('cmyk')
  return [...(await inks.raw().toBuffer()).subarray(column * 4, column * 4 + 4)]
}

/** The picture of the first page as pdf.js shows it, three bytes a pixel. */
async function seenByReader(pdf: PDFDocument): Promise<Uint8Array> {
  const { picture } = await seenByPdfjs(await pdf.save())
  return picture!
}

const printed = (inks: readonly number[]) => {
  const [c, m, y, k] = inks.map((ink) => ink / 255)
  return colours.labOfInks([c!, m!, y!, k!])
}

describe('a JPEG', () => {
  it('becomes one in four inks, of the same colours', async () => {
    const pdf = await picturePdf([jpegOf(await halves())])
    const [facts] = await convert(pdf)
    const picture = pictureOf(pdf)
    expect(entry(picture, 'ColorSpace')).toBe('/DeviceCMYK')
    expect(entry(picture, 'Filter')).toBe('/DCTDecode')
    expect(facts).toMatchObject({ widthPx: 64, heightPx: 32, problem: '' })
    for (const [column, pixel] of [
      [10, BROWN],
      [50, BLUE],
    ] as const)
      expect(deltaE(printed(await inksInJpeg(picture, column)), printed(inksOf(pixel)))).toBeLessThan(2)
  })

  it('is dark where it was dark, as another reader decodes it', async () => {
    const raw = Buffer.alloc(16 * 16 * 3, 255)
    raw.fill(Buffer.from([40, 10, 0]), 0, 16 * 8 * 3)
    const picture = sharp(raw, { raw: { width: 16, height: 16, channels: 3 } }).jpeg({ quality: 100 })
    const pdf = await picturePdf([jpegOf(await picture.toBuffer(), { width: 16, height: 16 })])
    await convert(pdf)
    const seen = await seenByReader(pdf)
    expect(Math.max(...seen.subarray(0, 16 * 6 * 3))).toBeLessThan(70)
    expect(Math.min(...seen.subarray(16 * 10 * 3))).toBeGreaterThan(245)
  })

  it('is read by its own profile', async () => {
    const bytes = await halves('p3')
    const { icc } = await sharp(bytes).metadata()
    const pdf = await picturePdf([
      jpegOf(bytes, { space: { icc: icc! } }),
      jpegOf(bytes, { space: 'rgb' }), // The profile stands in the JPEG alone.
    ])
    await convert(pdf)
    for (const page of [1, 2]) {
      const inks = await inksInJpeg(pictureOf(pdf, page), 50)
      expect(deltaE(printed(inks), printed(inksOf(BLUE)))).toBeLessThan(2)
    }
  })

  it('without colour is printed in black alone', async () => {
    const raw = Buffer.alloc(16 * 16 * 3, 128)
    const grey = sharp(raw, { raw: { width: 16, height: 16, channels: 3 } })
    const size = { width: 16, height: 16 }
    const one = await grey.clone().toColourspace('b-w').jpeg().toBuffer()
    const pdf = await picturePdf([
      jpegOf(await grey.jpeg().toBuffer(), size),
      jpegOf(one, { ...size, space: 'grey' }),
    ])
    const facts = await convert(pdf)
    const [, , , black] = colours.inksOf([128 / 255, 128 / 255, 128 / 255])
    for (const page of [1, 2]) {
      expect(entry(pictureOf(pdf, page), 'ColorSpace')).toBe('/DeviceGray')
      const { channels } = await sharp(pictureOf(pdf, page).contents).metadata()
      expect(channels).toBe(1)
      const [sample] = await sharp(pictureOf(pdf, page).contents).toColourspace('b-w').raw().toBuffer()
      expect(Math.abs(255 - sample! - black * 255)).toBeLessThan(2)
      expect(facts[page - 1]?.mostInk).toBeCloseTo(black * 100, 0)
    }
  })

  it('that cannot be decoded is left, and says why', async () => {
    const noise = sharp(Buffer.from(Array.from({ length: 64 * 32 * 3 }, (_, at) => (at * at) % 251)), {
      raw: { width: 64, height: 32, channels: 3 },
    })
    const broken = (await noise.jpeg().toBuffer()).subarray(0, 1500)
    const pdf = await picturePdf([jpegOf(broken), jpegOf(await halves(), { width: 65 })])
    const facts = await convert(pdf)
    expect(facts.map(({ problem }) => problem !== '')).toEqual([true, true])
    expect(pictureOf(pdf).contents).toEqual(broken)
  })
})

describe('samples', () => {
  it('become four inks; white is none', async () => {
    const pdf = await picturePdf([flateOf(pixels(BROWN, BLUE, [255, 255, 255]), { space: 'rgb' })])
    await convert(pdf)
    expect(entry(pictureOf(pdf), 'ColorSpace')).toBe('/DeviceCMYK')
    expect(samplesOf(pictureOf(pdf))).toEqual([...inksOf(BROWN), ...inksOf(BLUE), 0, 0, 0, 0])
  })

  it('of 16 bits lose what a press cannot show', async () => {
    const wide = Buffer.from([...pixels(BROWN, BLUE)].flatMap((value) => [value, 77]))
    const pdf = await picturePdf([flateOf(wide, { width: 2, bits: 16 })])
    await convert(pdf)
    expect(entry(pictureOf(pdf), 'BitsPerComponent')).toBe('8')
    expect(samplesOf(pictureOf(pdf))).toEqual([...inksOf(BROWN), ...inksOf(BLUE)])
  })

  it('that are predicted, as in a PNG, are told first', async () => {
    const raw = pixels(BROWN, BLUE, BLUE, BROWN, BROWN, BROWN, BLUE, BROWN, BLUE, BLUE)
    const png = await sharp(raw, { raw: { width: 2, height: 5, channels: 3 } })
      .png({ adaptiveFiltering: true })
      .toBuffer()
    const rows = [0, 1, 2, 3, 4].map((filter) => predict(raw, filter))
    const parameters = { Predictor: 15, Colors: 3, Columns: 2 }
    const given = { width: 2, height: 5, more: { DecodeParms: parameters } }
    const pdf = await picturePdf([flateOf(Buffer.concat(rows), given)])
    await convert(pdf)
    const expected = await sharp(png).raw().toBuffer()
    expect(samplesOf(pictureOf(pdf))).toEqual([...colours.convertPixels(expected)])
    expect(entry(pictureOf(pdf), 'DecodeParms')).toBeUndefined()
  })

  it('with transparency keep it as it is', async () => {
    const pdf = await picturePdf([])
    const { context } = pdf
    const mask = addPicture(pdf, flateOf(Buffer.of(9, 200), { width: 2, space: 'grey' }))
    addPicture(pdf, flateOf(pixels(BROWN, BLUE), { more: { SMask: mask } }))
    const before = Buffer.from((context.lookup(mask) as PDFRawStream).contents)
    await convert(pdf)
    expect((context.lookup(mask) as PDFRawStream).contents).toEqual(before)
    expect(entry(pictureOf(pdf, 2), 'SMask')).toBe(mask.toString())
    expect(entry(pictureOf(pdf, 2), 'ColorSpace')).toBe('/DeviceCMYK')
  })

  it('that are numbers of a palette stay; the palette is converted', async () => {
    const pdf = await picturePdf([flateOf(Buffer.of(0, 1, 1), { width: 3 })])
    const picture = pictureOf(pdf)
    const table = PDFHexString.of(pixels(BROWN, BLUE).toString('hex'))
    const space = [PDFName.of('Indexed'), PDFName.of('DeviceRGB'), 1, table]
    picture.dict.set(PDFName.of('ColorSpace'), pdf.context.obj(space))
    const [facts] = await convert(pdf)
    const inks = Buffer.from([...inksOf(BROWN), ...inksOf(BLUE)])
    expect(entry(picture, 'ColorSpace')).toBe(`[ /Indexed /DeviceCMYK 1 <${inks.toString('hex')}> ]`)
    expect(samplesOf(picture)).toEqual([0, 1, 1])
    expect(facts?.mostInk).toBeGreaterThan(100)
  })
})

/** One row of each filter of PNG, by the definition of RFC 2083. */
function predict(raw: Buffer, row: number): Buffer {
  const bytes = [row]
  for (let column = 0; column < 6; column++) {
    const at = row * 6 + column
    const left = column < 3 ? 0 : raw[at - 3]!
    const above = row === 0 ? 0 : raw[at - 6]!
    const corner = column < 3 || row === 0 ? 0 : raw[at - 9]!
    const nearest = [left, above, corner].sort(
      (one, other) => Math.abs(left + above - corner - one) - Math.abs(left + above - corner - other),
    )[0]!
    const guess = [0, left, above, Math.floor((left + above) / 2), nearest][row]!
    bytes.push((raw[at]! - guess + 256) % 256)
  }
  return Buffer.from(bytes)
}

describe('left as they are', () => {
  it.each<[string, Partial<Given>]>([
    ['pictures in inks', { space: 'cmyk', width: 1 }],
    ['stencils', { space: 'grey', width: 48, bits: 1, more: { ImageMask: true } }],
  ])('%s, without a word', async (_, more) => {
    const pdf = await picturePdf([flateOf(pixels(BROWN, BLUE), more)])
    const before = pictureOf(pdf).toString()
    expect(await convert(pdf)).toEqual([])
    expect(pictureOf(pdf).toString()).toBe(before)
  })

  it.each<[string, Partial<Given>]>([
    ['4 bits', { bits: 4 }],
    ['masked out', { more: { Mask: [0, 0, 0, 0, 0, 0] } }],
    ['turned around', { more: { Decode: [1, 0, 1, 0, 1, 0] } }],
    ['prediction of TIFF', { more: { DecodeParms: { Predictor: 2, Colors: 3 } } }],
    ['missing', { width: 40 }],
  ])('what the browser never writes, and says why: %s', async (words, more) => {
    const pdf = await picturePdf([flateOf(pixels(BROWN, BLUE), more)])
    const [facts] = await convert(pdf)
    expect(facts?.problem).toContain(words)
    expect(entry(pictureOf(pdf), 'ColorSpace')).toContain('/ICCBased')
  })

  it('pictures that a soft mask draws', async () => {
    const pdf = await picturePdf([flateOf(pixels(BROWN, BLUE)), flateOf(pixels(BLUE, BROWN))])
    const { context } = pdf
    const [first, second] = pdf.getPages().map(({ node }) => node.Resources()!)
    const form = context.register(
      context.stream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], Resources: second! }),
    )
    const mask = { Type: 'Mask', S: 'Luminosity', G: form }
    first!.set(PDFName.of('ExtGState'), context.obj({ G0: { Type: 'ExtGState', SMask: mask } }))
    expect(await convert(pdf)).toHaveLength(1)
    expect(entry(pictureOf(pdf, 2), 'ColorSpace')).toContain('/ICCBased')
  })
})

describe('between builds', () => {
  it('a picture is taken from the cache, byte for byte', async () => {
    const cache = await publicationFolder({})
    const picture = jpegOf(await halves())
    const [fresh, again] = await Promise.all([picturePdf([picture, picture]), picturePdf([picture])])
    const first = await convert(fresh, cache)
    const names = await readdir(join(cache, 'press-pictures'))
    const [file, ...others] = names.filter((name) => name.endsWith('-picture'))
    expect(others).toEqual([])
    const second = await convert(again, cache)
    expect(pictureOf(again).contents).toEqual(pictureOf(fresh).contents)
    expect(second[0]?.mostInk).toBe(first[0]?.mostInk)
    // It is the cache that answers, unless someone has touched it.
    const kept = join(cache, 'press-pictures', file!)
    const entryBytes = await readFile(kept)
    entryBytes[entryBytes.length - 9]! ^= 1
    await writeFile(kept, entryBytes)
    const third = await picturePdf([picture])
    await convert(third, cache)
    expect(pictureOf(third).contents).toEqual(pictureOf(fresh).contents)
    expect(await readFile(kept)).not.toEqual(entryBytes)
  })

  it('threads make the same bytes as the one that asks', async () => {
    const bytes = await halves()
    const jpeg: PictureTask = {
      coding: 'jpeg',
      bytes,
      widthPx: 64,
      heightPx: 32,
      colour: 'rgb',
      bits: 8,
      predictor: 'none',
    }
    const means = { colours, pressProfile }
    const [inThread] = await convertInThreads([jpeg], { ...means, threads: 2 })
    const [here] = await convertInThreads([jpeg], { ...means, threads: 1 })
    expect({ ...(here as PictureInks) }).toEqual({
      ...(inThread as PictureInks),
      bytes: Buffer.from((inThread as PictureInks).bytes),
    })
  })
})

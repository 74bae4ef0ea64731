import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openColours } from '../../scripts/ground/colour/colours.ts'
import { type Picture, preparePictures } from '../../scripts/pages/pictures.ts'
import { encodeInksJpeg } from '../../scripts/pdf/press/encode-jpeg.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { withProfile } from '../support/with-profile.ts'

const BROWN = '#a07050'
const solid = (colour = BROWN): Sharp =>
  sharp({ create: { width: 24, height: 16, channels: 3, background: colour } })

const FOGRA39 = readFileSync('scripts/ground/colour/profiles/fogra39.icc')

/** As an agency delivers it: in the inks of a press, with the profile of that press. */
async function inInks(): Promise<Buffer> {
  const colours = await openColours(FOGRA39)
  const rgb = Buffer.alloc(24 * 16 * 3, Buffer.from(BROWN.slice(1), 'hex'))
  const jpeg = await encodeInksJpeg(colours.convertPixels(rgb), 24, 16)
  colours.close()
  return withProfile(jpeg, FOGRA39)
}

/** Every kind that cameras, scanners and agencies deliver, all of one colour. */
const KINDS: Readonly<Record<string, Sharp | Promise<Buffer>>> = {
  'plain.jpg': solid().jpeg({ quality: 100 }),
  'display-p3.jpg': solid().withIccProfile('p3').jpeg({ quality: 100 }),
  'inks.jpg': inInks(),
  'inks-without-profile.jpg': solid().toColourspace('cmyk').jpeg({ quality: 100 }),
  'sixteen-bits.png': solid().toColourspace('rgb16').png(),
  'palette.png': solid().png({ palette: true }),
  'grey.jpg': solid('#808080').toColourspace('b-w').jpeg({ quality: 100 }),
  'grey-sixteen-bits.png': solid('#808080').toColourspace('grey16').png(),
}

describe('pictures are prepared as 8 bits in RGB, whatever they were', () => {
  let pictures: ReadonlyMap<string, Picture>
  let root: string

  beforeAll(async () => {
    const files = await Promise.all(
      Object.entries(KINDS).map(async ([name, picture]) => {
        return [name, 'toBuffer' in picture ? await picture.toBuffer() : await picture] as const
      }),
    )
    root = await publicationFolder(Object.fromEntries(files))
    const settings = settingsOf({}, { root, cache: join(root, '.cache') })
    const wanted = Object.keys(KINDS).map((file) => ({ file, widthMm: 80 }))
    const prepared = await preparePictures(wanted, settings)
    expect(prepared.findings).toEqual([])
    pictures = prepared.pictures
  })

  it.each(Object.keys(KINDS))('%s', async (file) => {
    const { asset } = pictures.get(file)!
    const bytes = await readFile(asset.path)
    const { depth, space, icc } = await sharp(bytes).metadata()
    // A wider space is kept, with its profile: the press can print some of it.
    expect([depth, space, icc !== undefined]).toEqual(['uchar', 'srgb', file === 'display-p3.jpg'])
    const [red, green, blue] = await sharp(bytes).raw().toBuffer()
    const [r, g, b] = file.startsWith('grey') ? [128, 128, 128] : [0xa0, 0x70, 0x50]
    // Inks that nobody has named are taken to be some press's.
    const near = file === 'inks-without-profile.jpg' ? 20 : 3
    expect(Math.max(Math.abs(red! - r!), Math.abs(green! - g!), Math.abs(blue! - b!))).toBeLessThan(near)
  })

  it('know the file that they were made from', () => {
    expect([...pictures].map(([file, { asset }]) => asset.source === file)).not.toContain(false)
  })
})

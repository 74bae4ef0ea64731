// Pages are printed and drawn again, and compared with the pictures: what no digest tells is how they are laid out
// and drawn.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { partsOf, placesBefore, SPECIMEN } from '../../docs/pictures/before-and-after.ts'
import { IMAGES, PICTURES } from '../../docs/pictures/pictures.ts'
import { printed } from '../../docs/pictures/printed-pages.ts'
import { TOKEN_PICTURES } from '../../docs/pictures/token-pictures.ts'

/** Of 255, in the mean over all pixels: colours of the palette differ by less, words that have moved by more. */
const MOST_DIFFERENCE = 0.1

const CUTS = TOKEN_PICTURES.flatMap(({ cuts }) => cuts)

const work = mkdtempSync(join(tmpdir(), 'whitepaper-pictures-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const pixels = (png: Buffer): Promise<Buffer> =>
  sharp(png).removeAlpha().toColourspace('srgb').raw().toBuffer()

async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [before, after] = await Promise.all([pixels(one), pixels(other)])
  if (before.length !== after.length) throw new Error('The pictures differ in size.')
  let sum = 0
  for (let at = 0; at < before.length; at++) sum += Math.abs(before[at]! - after[at]!)
  return sum / before.length
}

const inFile = (name: string): Buffer => readFileSync(join(IMAGES, name))

describe('pages that are printed and drawn again', () => {
  it.each(['house-style.png', 'built-in-style.png'])('look as in %s', async (name) => {
    const again = await PICTURES.find((one) => one.name === name)!.make(work)
    expect(await difference(inFile(name), again)).toBeLessThan(MOST_DIFFERENCE)
  })
})

describe('the specimen that is printed and drawn again', () => {
  let parts: Buffer[]
  beforeAll(async () => {
    parts = await partsOf(printed(SPECIMEN, work), CUTS)
  })

  it.each(TOKEN_PICTURES)('looks as on the left of the picture of $token', async (one) => {
    for (const [index, place] of placesBefore(one).entries()) {
      const left = await sharp(inFile(`token-${one.token}.png`))
        .extract(place)
        .png()
        .toBuffer()
      expect(await difference(left, parts[CUTS.indexOf(one.cuts[index]!)]!)).toBeLessThan(MOST_DIFFERENCE)
    }
  })

  it('would be seen if its lines were set apart', async () => {
    const one = TOKEN_PICTURES.find(({ token }) => token === 'line')!
    const [before] = placesBefore(one)
    const after = { ...before!, left: before!.left * 2 + before!.width }
    const [left, right] = await Promise.all(
      [before!, after].map((place) => sharp(inFile('token-line.png')).extract(place).png().toBuffer()),
    )
    expect(await difference(left!, right!)).toBeGreaterThan(MOST_DIFFERENCE)
  })
})

// One picture is made anew and compared: what its digest cannot tell is how the pages are laid out and drawn.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { IMAGES, PICTURES } from '../../docs/pictures/pictures.ts'
import { printed } from '../../docs/pictures/printed-pages.ts'

/** Of 255, in the mean over all pixels: colours of the palette differ by less, a line that has moved by more. */
const MOST_DIFFERENCE = 0.2

const work = mkdtempSync(join(tmpdir(), 'whitepaper-pictures-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [before, after] = await Promise.all(
    [one, other].map((png) => sharp(png).removeAlpha().raw().toBuffer()),
  )
  if (before!.length !== after!.length) throw new Error('The pictures differ in size.')
  return before!.reduce((sum, value, at) => sum + Math.abs(value - after![at]!), 0) / before!.length
}

describe('pages that are printed and drawn again', () => {
  it('look as in the picture of the house style', async () => {
    const picture = PICTURES.find(({ name }) => name === 'house-style.png')!
    const again = await picture.make(work)
    expect(await difference(readFileSync(join(IMAGES, picture.name)), again)).toBeLessThan(MOST_DIFFERENCE)
  })

  it('would be told from others', async () => {
    const [one, other] = ['house-style.png', 'built-in-style.png'].map((name) =>
      readFileSync(join(IMAGES, name)),
    )
    const { width, height } = await sharp(one).metadata()
    const cut = await sharp(other).extract({ left: 0, top: 0, width, height }).png().toBuffer()
    expect(await difference(one!, cut)).toBeGreaterThan(MOST_DIFFERENCE)
  })

  it('are those of a build', () => {
    expect(printed('docs/house-style', work).pageMap.map(({ title }) => title)).toContain(
      'What a house decides',
    )
  })
})

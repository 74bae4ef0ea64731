import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { openColours } from '../../../scripts/ground/colour/colours.ts'
import { convertPictures } from '../../../scripts/pdf/press/convert-pictures.ts'
import { inkFaults } from '../../../scripts/pdf/press/ink-faults.ts'
import { mostInk } from '../../../scripts/pdf/press/most-ink.ts'
import { chapterOf, settingsOf } from '../../support/made-by-hand.ts'
import { publicationFolder } from '../../support/publication-folder.ts'
import { type Given, picturePdf } from './picture-pdf.ts'

const path = resolve('scripts/ground/colour/profiles/fogra39.icc')
const profile = { path, condition: 'FOGRA39', description: '', registered: true }
const jpeg = { width: 40, height: 30, coding: 'jpeg' } as const
const flate = (bytes: Uint8Array, side: number): Given => ({
  width: side,
  height: side,
  bytes,
  coding: 'flate',
})

describe('total-ink-is-limited', () => {
  it('counts the ink of spots, not of single pixels', () => {
    const inks = new Uint8Array(16 * 8 * 4)
    inks.fill(255, 0, 4)
    expect(mostInk(inks, 16, 8)).toBe(25)
    for (let row = 4; row < 8; row++) inks.fill(255, (row * 16 + 12) * 4, (row * 16 + 16) * 4)
    expect(mostInk(inks, 16, 8)).toBe(400)
    expect(mostInk(Uint8Array.of(255, 255, 0, 0), 1, 1)).toBe(200)
  })

  it('names the picture and every line on which it stands', async () => {
    const dark = sharp({ create: { width: 40, height: 30, channels: 3, background: '#100400' } })
    const pale = sharp({ create: { width: 40, height: 30, channels: 3, background: '#c0b0a0' } })
    const png = sharp({ create: { width: 8, height: 8, channels: 3, background: '#001408' } })
    const root = await publicationFolder({
      'dark.jpg': await dark.jpeg().toBuffer(),
      'pale.jpg': await pale.jpeg().toBuffer(),
      'dark.png': await png.png().toBuffer(),
      'glass.png': await png.clone().resize(5, 5).ensureAlpha(0.5).png().toBuffer(),
    })
    const read = (name: string) => readFileSync(join(root, name))
    const pdf = await picturePdf([
      { ...jpeg, bytes: read('pale.jpg') },
      { ...jpeg, bytes: read('dark.jpg') },
      flate(await png.raw().toBuffer(), 8),
      flate(Buffer.alloc(27, Buffer.of(0, 20, 8)), 3),
      flate(Buffer.alloc(75, Buffer.of(0, 21, 8)), 5),
    ])
    const assets = ['dark.jpg', 'pale.jpg', 'dark.png', 'glass.png'].map((name) => ({
      url: `/pictures/${name}`,
      path: join(root, name),
      source: `chapters/${name}`,
      type: name.endsWith('png') ? 'image/png' : 'image/jpeg',
    }))
    const mark = { alt: '', decorative: false, column: 1, widthMm: 80 }
    const images = [
      { ...mark, file: 'chapters/pale.jpg', line: 3 },
      { ...mark, file: 'chapters/dark.jpg', line: 7 },
      { ...mark, file: 'chapters/glass.png', line: 9 },
    ]
    const picture = { file: 'chapters/dark.png', alt: '', credit: '' }
    const chapters = [
      chapterOf('chapters/01-a.md', {}, { images }),
      chapterOf('chapters/02-b.md', { picture, lines: { title: 2, picture: 5 } }),
    ]
    const book = {
      sections: [],
      contents: [],
      caseStudies: [],
      exhibits: [],
      credits: [],
      index: [],
      sources: [],
      headings: [],
    }
    const settings = settingsOf(
      { cover: { rings: '', note: '', picture: 'chapters/dark.jpg', focus: '', credit: '' } },
      { root },
    )
    const colours = await openColours(readFileSync(path))
    const converted = await convertPictures(pdf, {
      profile,
      settings: { cache: join(root, '.cache'), remembers: true },
      colours,
    })
    colours.close()
    const faults = (inkLimit: number) =>
      inkFaults(
        converted,
        assets,
        { form: 'book', ...book, chapters, findings: [] },
        {
          ...settings,
          press: { ...settings.press, inkLimit },
        },
      )
    expect(await faults(300)).toEqual([])
    const found = await faults(200)
    expect(found.map(({ rule, place }) => [rule, place.file, place.line])).toEqual([
      ['total-ink-is-limited', 'publication.yaml', undefined],
      ['total-ink-is-limited', 'chapters/01-a.md', 7],
      ['total-ink-is-limited', 'chapters/02-b.md', 5],
      ['total-ink-is-limited', undefined, undefined],
      ['total-ink-is-limited', 'chapters/01-a.md', 9],
    ])
    expect(found[1]?.message).toMatch(/^`chapters\/dark\.jpg` needs 2\d\d% of ink .* lay down 200%\.$/)
    expect(found[3]?.message).toMatch(/^A picture of 3 × 3 pixels needs/)
  })
})

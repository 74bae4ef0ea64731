import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readLaunch } from '../../scripts/content/launch/read-launch.ts'
import { parseChapter } from '../../scripts/content/parse-chapter.ts'
import { cropAddress, readCropAddress } from '../../scripts/ground/files/crop-address.ts'
import { picturePath, shownPicture } from '../../scripts/ground/files/picture-file.ts'
import { htmlOf } from '../support/html.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { CONTEXT, found, readable, source } from './parse.ts'

/** Left half red, right half blue; lying on its side as telephones write it when `turned`. */
async function halves(turned = false): Promise<Buffer> {
  const side = (background: string) => ({
    create: { width: 400, height: 400, channels: 3 as const, background },
  })
  const blue = await sharp(side('#0000ff')).png().toBuffer()
  const flat = await sharp(side('#ff0000'))
    .extend({ right: 400, background: '#ffffff' })
    .composite([{ input: blue, left: 400, top: 0 }])
    .jpeg()
    .toBuffer()
  return turned ? sharp(flat).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer() : flat
}

const PICTURES = {
  'launch/moments/pictures/a.jpg': await halves(),
  'launch/moments/pictures/b.jpg': await halves(true),
}
const read = async (matter: string, more: Record<string, string | Uint8Array> = PICTURES) => {
  const root = await publicationFolder({
    'launch/event.yaml': 'name: Launch\ndate: 2001-02-03\ntimeZone: UTC\n',
    'launch/moments/m.md': `---\ntime: 2001-02-03 10:00\nkind: photograph\nconsent: given\nchosen: true\n${matter}\n---\n`,
    ...more,
  })
  const settings = settingsOf({}, { root, cache: `${root}/.cache` })
  return { ...(await readLaunch([], settings)), settings }
}
const faultsOf = async (matter: string): Promise<string[]> =>
  (await read(matter)).findings.map(({ rule, place, message }) => `${rule}@${place.line} ${message}`)

describe('the pictures of a moment', () => {
  it('are one under `picture:`, or several under `pictures:`, in their order', async () => {
    const agreed = ['Bob Example', 'Cy Example']
      .map((name) => `- { name: ${name}, consent: given }\n`)
      .join('')
    const { launch, findings } = await read(
      `picture: { file: pictures/a.jpg, alt: Red and blue, credit: Ann }
pictures:
  - { file: pictures/b.jpg, alt: Blue and red, shows: [Bob Example, Cy Example], crop: { x: 0, y: 0, width: 0.5, height: 1 } }`,
      { ...PICTURES, 'launch/people.yaml': agreed },
    )
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(launch?.moments[0]?.pictures).toEqual([
      { file: 'launch/moments/pictures/a.jpg', alt: 'Red and blue', credit: 'Ann', shows: [], line: 6 },
      {
        file: 'launch/moments/pictures/b.jpg',
        alt: 'Blue and red',
        credit: '',
        line: 8,
        shows: ['Bob Example', 'Cy Example'],
        crop: { x: 0, y: 0, width: 0.5, height: 1 },
      },
    ])
  })

  it.each([
    [
      'no alternative',
      'pictures:\n  - { file: pictures/a.jpg, alt: A }\n  - { file: pictures/b.jpg }',
      /^image-has-alt@8 .*`pictures\/b\.jpg`/,
    ],
    [
      'a file that is not there',
      'pictures:\n  - { file: pictures/a.jpg, alt: A }\n  - { file: pictures/c.jpg, alt: C, crop: { x: 0, y: 0, width: 0.5, height: 1 } }',
      /^image-exists@8 .*c\.jpg`/,
    ],
    [
      'a part that is not in it',
      'picture: { file: pictures/a.jpg, alt: A, crop: { x: 0.6, y: 0, width: 0.5, height: 1 } }',
      /^front-matter-value-fits@6 .*lie within/,
    ],
    [
      'a part of a drawing',
      'picture: { file: a.svg, alt: A, crop: { x: 0, y: 0, width: 0.5, height: 1 } }',
      /^front-matter-value-fits@6 .*drawing/,
    ],
  ])('with %s are told at their line', async (_, matter, fault) => {
    expect(await faultsOf(matter)).toEqual([expect.stringMatching(fault)])
  })

  it('stand side by side in a chapter, each with its credit where there are two', async () => {
    const { launch } = await read(`pictures:
  - { file: pictures/a.jpg, alt: First, credit: Ann }
  - { file: pictures/b.jpg, alt: Second, credit: Bob, crop: { x: 0.5, y: 0, width: 0.5, height: 1 } }`)
    const chapter = parseChapter(source('---\ntitle: Day\n---\n:::moments\n:::'), {
      ...CONTEXT,
      launch: launch!,
    })
    expect(found(chapter)).toEqual([])
    expect(readable(htmlOf(chapter.body))).toMatch(
      /gallery-pictures.*alt="First".*<span class="credit">Ann<.*alt="Second".*<span class="credit">Bob</,
    )
    expect(chapter.images.map(({ file }) => file)).toEqual([
      'launch/moments/pictures/a.jpg',
      'launch/moments/pictures/b.jpg#xywh=percent:50,0,50,100',
    ])
    expect(chapter.outline.map(({ text }) => text)).toEqual(['10:00', 'First', 'Ann', 'Second', 'Bob'])
  })
})

describe('a cropped picture', () => {
  it('has an address that says which part of it is shown', () => {
    const crop = { x: 0.125, y: 0, width: 0.5, height: 1 }
    const address = cropAddress('a b.jpg', crop)
    expect([address, readCropAddress(address), shownPicture(address)]).toEqual([
      'a b.jpg#xywh=percent:12.5,0,50,100',
      { file: 'a b.jpg', crop },
      'a b.jpg',
    ])
    expect(readCropAddress('a#1.jpg')).toEqual({ file: 'a#1.jpg' })
  })

  it.each(['a', 'b'])(
    'is cut out of the upright picture, and nothing of the rest is left in it: %s',
    async (name) => {
      const { settings } = await read('')
      const crop = { x: 0.5, y: 0, width: 0.5, height: 0.5 }
      const address = cropAddress(`launch/moments/pictures/${name}.jpg`, crop)
      const part = await picturePath(address, settings)
      expect(await picturePath(address, settings)).toEqual(part)
      const image = sharp('path' in part ? part.path : '')
      expect(await image.metadata()).toMatchObject({ width: 400, height: 200 })
      const { channels } = await image.stats()
      expect(channels.map(({ mean }) => Math.round(mean / 10))).toEqual([0, 0, 25])
    },
  )
})

import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { parseChapters } from '../../scripts/content/parse-chapters.ts'
import { readSources } from '../../scripts/content/read-sources.ts'
import type { EditionName } from '../../scripts/model/settings.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { withProfile } from '../support/with-profile.ts'

const pixels = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#f8be16' }, limitInputPixels: false })
const jpeg = (width: number, height: number): Promise<Buffer> => pixels(width, height).jpeg().toBuffer()
const png = (width: number, height: number): Promise<Buffer> =>
  pixels(width, height).png({ compressionLevel: 1 }).toBuffer()
const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`

const findingsOf = async (
  name: string,
  file: string | Uint8Array,
  written = `![a](${name})`,
  editions: readonly EditionName[] = ['screen'],
) => {
  const root = await publicationFolder({
    'chapters/01-a.md': `# T\n\n${written}\n`,
    [`chapters/${name}`]: file,
  })
  const settings = settingsOf({}, { root, editions })
  const { sources } = await readSources(settings)
  const chapters = await parseChapters(sources, settings, { remember: false })
  return chapters.flatMap((chapter) => chapter.findings)
}

const rules = async (name: string, file: string | Uint8Array, written?: string): Promise<string[]> =>
  (await findingsOf(name, file, written)).map((one) => `${one.rule}@${one.place.line}`)

describe('pictures', () => {
  it('that are sound and sharp get no finding', async () => {
    expect(await rules('a.jpg', await jpeg(800, 600))).toEqual([])
    expect(await rules('a.png', await png(800, 600))).toEqual([])
    expect(await rules('a.webp', await pixels(800, 600).webp().toBuffer())).toEqual([])
    expect(
      await rules(
        'a.svg',
        svg(
          '<linearGradient id="g"><stop/></linearGradient><rect id="r" width="9" height="9" fill="url(#g)"/><use href="#r"/>',
        ),
      ),
    ).toEqual([])
  })

  it('that are missing: the name that was meant is suggested', async () => {
    const findings = await findingsOf('anchor.jpg', await jpeg(800, 600), '![a](ancor.jpg)')
    expect(findings.map(({ rule, mend }) => [rule, mend])).toEqual([
      ['image-exists', 'Did you mean `anchor.jpg`?'],
    ])
  })

  it('that are too coarse: the width that is needed is told', async () => {
    const findings = await findingsOf('a.jpg', await jpeg(500, 300))
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['image-is-sharp', 'warning']])
    expect(findings[0]?.message).toContain('99 pixels per inch')
    expect(findings[0]?.mend).toContain('753 pixels wide')
  })

  it('that need more pixels on a plate than in the text', async () => {
    expect(await rules('a.jpg', await jpeg(800, 600), ':::plate\n![a](a.jpg)\n:::')).toEqual([
      'image-is-sharp@4',
    ])
  })

  it('that are fine enough for a screen, but not for a press: told where one is made', async () => {
    const picture = await jpeg(800, 600)
    expect(await rules('a.jpg', picture)).toEqual([])
    const findings = await findingsOf('a.jpg', picture, undefined, ['screen', 'press'])
    expect(findings.map(({ rule, severity, place }) => [rule, severity, place.line])).toEqual([
      ['image-is-fine-enough-for-print', 'warning', 3],
    ])
    expect(findings[0]?.message).toContain('159 pixels per inch')
    expect(findings[0]?.mend).toContain('1506 pixels wide')
    expect(await findingsOf('a.jpg', await jpeg(2008, 800), undefined, ['press'])).toEqual([])
    const coarse = await findingsOf('a.jpg', await jpeg(500, 300), undefined, ['press'])
    expect(coarse.map(({ rule, severity }) => [rule, severity])).toEqual([['image-is-sharp', 'error']])
  })

  it('that are measured as they are shown, when the camera was turned', async () => {
    const turned = await sharp(await jpeg(1000, 500))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await rules('a.jpg', turned)).toEqual(['image-is-sharp@3'])
  })

  it('that are no pictures, cut off, or too large', async () => {
    const whole = await jpeg(800, 600)
    expect(await rules('a.jpg', 'only a text that was renamed')).toEqual(['image-is-picture@3'])
    expect(await rules('a.jpg', '')).toEqual(['image-is-picture@3'])
    expect(await rules('a.jpg', svg(''))).toEqual(['image-is-picture@3'])
    expect(await rules('a.jpg', whole.subarray(0, whole.length - 200))).toEqual(['image-is-picture@3'])
    expect(await rules('a.png', (await png(800, 600)).subarray(0, 2000))).toEqual(['image-is-picture@3'])
    expect(await rules('a.png', await png(30_001, 2))).toEqual(['image-is-picture@3'])
    const gif = await pixels(1600, 1200).gif().toBuffer()
    expect(await rules('a.gif', gif.subarray(0, gif.length - 9))).toEqual(['image-is-picture@3'])
    expect(await rules('a.bmp', Buffer.from('BM\0\0'))).toEqual(['image-is-picture@3'])
  })

  it.each(['avif', 'gif', 'tiff', 'webp'] as const)('that are in %s are read', async (form) => {
    expect(await rules(`a.${form}`, await pixels(1600, 1200).toFormat(form).toBuffer())).toEqual([])
  })

  it('that move are told to stand still', async () => {
    const frames = [pixels(1600, 1200), pixels(1600, 1200).negate()].map((one) => one.png().toBuffer())
    const moving = await sharp(await Promise.all(frames), { join: { animated: true } })
      .gif()
      .toBuffer()
    const findings = await findingsOf('a.gif', moving)
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      expect.stringContaining('picture-is-one `chapters/a.gif` holds 2 pictures, and the first is shown.'),
    ])
  })

  it('that a telephone saved in HEIC are told by that name', async () => {
    const head = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
    const [finding] = await findingsOf('a.heic', Buffer.concat([head, Buffer.alloc(100)]))
    expect(finding?.message).toContain('is in HEIC, the form that telephones save')
  })

  it.each([
    ['<foreignObject/>', 'foreignObject'],
    ['<image href="data:image/svg+xml,%3Csvg/%3E"/>', 'another drawing'],
    ['', 'shows nothing'],
    ['<text> </text><rect width="5"/>', 'shows nothing'],
    ['<image href="https://evil.example/a.png"/>', 'asks for another file'],
    ['<image xlink:href="../../secret.png"/>', 'asks for another file'],
    ["<use href='other.svg#a'/>", 'asks for another file'],
    ['<g><rect></g>', 'a fault in its markup'],
    ['<rect width=9/>', 'a fault in its markup'],
  ])('that are drawings with %s', async (inside, reason) => {
    const findings = await findingsOf('a.svg', svg(inside))
    expect(findings.map(({ rule }) => rule)).toEqual(['image-is-picture'])
    expect(findings[0]?.message).toContain(reason)
  })

  const RECT = '<rect width="9" height="9"/>'
  it.each([
    [`<script>alert(1)</script>${RECT}`, 'a program'],
    [`<rect width="9" height="9" onload="x()"/>`, 'a program'],
    [`<style>@import "x.css"</style>${RECT}`, 'other files'],
    [`${RECT}<rect style="fill:url(https://evil.example/a)"/>`, 'other files'],
    [`<![CDATA[<!--]]><script/><![CDATA[-->]]>${RECT}`, 'a program'],
    [`<a><set attributeName="href" to="javascript:x"/>${RECT}</a>`, 'a program'],
  ])('that are drawings with %s lose that, with a warning', async (inside, taken) => {
    const findings = await findingsOf('a.svg', svg(inside))
    expect(findings.map(({ rule }) => rule)).toEqual(['drawing-is-still'])
    expect(findings[0]?.message).toContain(
      `without ${taken === 'other files' ? 'what it asks for in ' : ''}${taken}`,
    )
  })

  it('that are drawings of any size are looked at in no time', async () => {
    const size = (side: string) => svg(RECT).replace('<svg', `<svg width="${side}" height="${side}"`)
    for (const side of ['100000', '1e9', '40in']) expect(await rules('a.svg', size(side))).toEqual([])
    expect(await rules('a.svg', svg('<rect width="200000" height="200000"/>'))).toEqual([])
  })

  it('that are drawings with words of a face elsewhere are set in one of ours', async () => {
    const findings = await findingsOf('a.svg', svg('<text y="5" font-family="Arial">Quay</text>'))
    expect(findings.map(({ rule }) => rule)).toEqual(['drawing-is-in-our-faces'])
    expect(findings[0]?.message).toContain('asks for Arial, and is set in ')
  })

  it('that are drawings with entities, no drawings, or cut off', async () => {
    const entities = `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('&a;')}`
    expect(await rules('a.svg', entities)).toEqual(['image-is-picture@3'])
    expect(await rules('a.svg', 'a text')).toEqual(['image-is-picture@3'])
    expect(await rules('a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><rect')).toEqual([
      'image-is-picture@3',
    ])
  })
})

describe('the profile within a picture', () => {
  const named = (profile: string, space: 'srgb' | 'cmyk' = 'srgb'): Promise<Buffer> =>
    pixels(800, 600).toColourspace(space).withIccProfile(profile).jpeg().toBuffer()
  it.each(['srgb', 'p3'])('%s is sound', async (profile) =>
    expect(await rules('a.jpg', await named(profile))).toEqual([]),
  )

  it('of a picture in inks is sound, and is missed where there is none', async () => {
    expect(await rules('a.jpg', await named('cmyk', 'cmyk'))).toEqual([])
    const findings = await findingsOf('a.jpg', await pixels(800, 600).toColourspace('cmyk').jpeg().toBuffer())
    expect(findings.map(({ message }) => message)).toEqual([
      'The colour profile within `chapters/a.jpg` is missing, though the picture is in CMYK; its colours are guessed.',
    ])
  })

  it.each<[string, (srgb: Buffer) => Buffer]>([
    ['is no colour profile (ICC)', () => Buffer.from('a text '.repeat(40))],
    ['is cut off: it should have 6922 bytes and has 900', (srgb) => srgb.subarray(0, 900)],
    ['is a damaged colour profile', (srgb) => Buffer.concat([srgb.subarray(0, 400), Buffer.alloc(6522)])],
    [
      'is for GRAY, but the picture is in RGB',
      (srgb) => {
        const grey = Buffer.from(srgb)
        grey.write('GRAY', 16, 'latin1')
        grey.write('kTRC', grey.indexOf('rTRC', 128), 'latin1')
        return grey
      },
    ],
  ])('%s', async (words, change) => {
    const srgb = readFileSync('scripts/ground/colour/profiles/srgb.icc')
    const findings = await findingsOf('a.jpg', withProfile(await jpeg(800, 600), change(srgb)))
    expect(findings.map(({ rule, place }) => `${rule}@${place.line}`)).toEqual(['picture-profile-is-sound@3'])
    expect(findings[0]?.message).toBe(
      `The colour profile within \`chapters/a.jpg\` ${words}; its colours are guessed.`,
    )
  })
})

describe('the picture on the cover is looked at like any other', () => {
  it.each([
    ['no.jpg', 'image-exists'],
    ['../cover.jpg', 'path-stays-inside'],
    ['https://example.org/cover.jpg', 'image-is-local'],
    ['text.jpg', 'image-is-picture'],
    ['small.jpg', 'image-is-sharp'],
    ['cover.jpg', undefined],
  ])('%s: %s', async (picture, rule) => {
    const root = await publicationFolder({
      'chapters/01-a.md': '# T\n\nText.\n',
      'text.jpg': 'text',
      'small.jpg': await jpeg(800, 600),
      'cover.jpg': await jpeg(1300, 800),
    })
    const cover = { rings: '', note: '', picture, focus: '', credit: '' }
    const { findings } = await readSources(settingsOf({ cover }, { root }))
    const place = { file: 'publication.yaml' }
    expect(findings).toMatchObject(rule ? [{ rule, place }] : [])
  })
})

import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../scripts/build/publish.ts'
import type { Inks } from '../../scripts/ground/colour/colour-values.ts'
import { type Colours, openColours } from '../../scripts/ground/colour/colours.ts'
import { inflated } from '../../scripts/ground/pdf/inflated.ts'
import type { PressFile } from '../../scripts/model/press.ts'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { compensated } from '../support/compensated.ts'
import { deltaE } from '../support/delta-e.ts'
import { type MadeEditions, makeEditionsOf } from '../support/make-editions-of.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const FOGRA39 = 'scripts/ground/colour/profiles/fogra39.icc'
const canRender = (program: string, ...version: string[]): boolean => spawnSync(program, version).status === 0
const why = (program: string): string => ` (skipped: ${program} is not on this machine)`
const noPoppler = canRender('pdftoppm', '-v') ? '' : why('pdftoppm')
const noGhostscript = canRender('gs', '--version') ? '' : why('gs')
/** CI installs them, and must not pass without. */
const must = process.env.WHITEPAPER_REQUIRE_RENDERERS === '1'

const photograph = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7a4b2e' } })
    .jpeg()
    .toBuffer()

/** Covers with a photograph, parts with tabs, a page on its side, a plate; and two grounds of known colours. */
const paper = async (press: string) => ({
  'publication.yaml': `title: A paper for the press
language: en-GB
length: book
date: 2013-07-26
cover: { picture: images/cover.jpg }
press: ${press}
parts:
  - { title: One, divider: true, files: [chapters/01-text.md] }
  - { title: Two, files: [chapters/02-more.md] }
`,
  'images/cover.jpg': await photograph(2600, 2300),
  'images/plate.jpg': await photograph(2600, 2000),
  'templates/styles/50-ours.css': `.flow .callout { background: #9fb9c1; min-height: 20mm }
.flow hr { height: 6mm; border: 0; background: linear-gradient(90deg, #f004, transparent) }
.flow pre { background: #a0a0a0; color: #000; min-height: 15mm; padding: 3mm }`,
  'chapters/01-text.md': `# A chapter of text

${'Every word of it stands here in black ink and in nothing else. '.repeat(40)}

## Grounds

---

:::callout[A note]
On a ground of a known colour.
:::

\`\`\`
On a known grey.
\`\`\`
`,
  'chapters/02-more.md': `# More

:::landscape
| A | B |
|---|---|
| wide | table |
:::

:::plate
![A field](../images/plate.jpg "A plate")
:::
`,
})

let browser: PrintBrowser
let bound: MadeEditions
let stapled: MadeEditions
let colours: Colours
const filesOf = ({ made }: MadeEditions): readonly PressFile[] => made?.press?.files ?? []
const fileOf = (of: MadeEditions, kind: PressFile['kind']): PressFile => {
  const found = filesOf(of).find((file) => file.kind === kind)
  if (!found) throw new Error(JSON.stringify(of.findings))
  return found
}

beforeAll(async () => {
  const cache = join(process.cwd(), '.cache')
  ;[browser, colours] = await Promise.all([startBrowser({ cache }), openColours(await readFile(FOGRA39))])
  bound = await makeEditionsOf(
    await publicationFolder(await paper('{ cover: wrap, paper: { gsm: 200, bulk: 2 } }')),
    'screen,press,booklet',
    browser,
  )
  stapled = await makeEditionsOf(
    await publicationFolder(await paper('{ colour: rgb, bleedMm: 5, blanks: true }')),
    'press',
    browser,
  )
}, 120_000)

afterAll(async () => {
  colours.close()
  await browser.close()
})

const pagesOf = async (bytes: Uint8Array) =>
  (await PDFDocument.load(bytes, { updateMetadata: false })).getPages()
const boxOf = (page: Awaited<ReturnType<typeof pagesOf>>[number], name: string): number[] =>
  page.node.lookup(PDFName.of(name), PDFArray).asArray().map(Number)
const mm = (points: number): number => (points / 72) * 25.4

/** All that a sheet draws, forms left out. */
async function contentOf(file: PressFile, sheet: number): Promise<string> {
  const page = (await pagesOf(file.bytes))[sheet]!
  const contents = page.node.lookup(PDFName.of('Contents'), PDFArray)
  return contents
    .asArray()
    .map((_, index) => inflated(contents.lookup(index) as PDFRawStream).toString('latin1'))
    .join('\n')
}

/** Page 3 is the title page, and so on: found by what the paper's page map says. */
const sheetWith = (of: MadeEditions, anchor: string): number => {
  const page = of.made?.printed.pageMap.anchors[anchor]
  return fileOf(of, 'press').sheets.findIndex(({ shows }) => shows[0] === page)
}

describe('a sheet of the press', () => {
  it('is the trim with 3 mm of bleed and room for marks around it, to a hundredth of a point', async () => {
    for (const page of await pagesOf(fileOf(bound, 'press').bytes)) {
      const [trim, bleed, media] = ['TrimBox', 'BleedBox', 'MediaBox'].map((name) => boxOf(page, name))
      expect(boxOf(page, 'CropBox')).toEqual(media)
      expect(trim![2]! - trim![0]!).toBeCloseTo((210 * 72) / 25.4, 2)
      expect(trim![3]! - trim![1]!).toBeCloseTo((297 * 72) / 25.4, 2)
      expect([mm(trim![0]! - bleed![0]!), mm(bleed![3]! - trim![3]!)]).toEqual([
        expect.closeTo(3, 3),
        expect.closeTo(3, 3),
      ])
      expect(mm(bleed![0]! - media![0]!)).toBeCloseTo(10, 3)
    }
  })

  it('stands upright, also when its page lies', async () => {
    const landscape = (await pagesOf(fileOf(bound, 'press').bytes)).every((page) => {
      const [left, bottom, right, top] = boxOf(page, 'MediaBox')
      return right! - left! < top! - bottom! && page.getRotation().angle === 0
    })
    expect(landscape).toBe(true)
  })

  it('has the bleed that was asked for', async () => {
    const [page] = await pagesOf(fileOf(stapled, 'press').bytes)
    expect(mm(boxOf(page!, 'TrimBox')[0]! - boxOf(page!, 'BleedBox')[0]!)).toBeCloseTo(5, 3)
  })

  it('is read back without a finding', () => {
    expect(bound.findings).toEqual([])
    expect(stapled.findings).toEqual([])
  })
})

describe('inks', () => {
  it('of a page of text are black alone, outside of the marks', async () => {
    const sheet = sheetWith(bound, 'title-page')
    expect(bound.made?.press?.files[0]?.facts.inks[sheet]).toEqual(['K'])
    const content = await contentOf(fileOf(bound, 'press'), sheet)
    const set = [...content.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ [kK]$/gm)]
    expect(set.length).toBeGreaterThan(1)
    expect(set.every(([, cyan, magenta, yellow]) => cyan === '0' && magenta === '0' && yellow === '0')).toBe(
      true,
    )
    expect(content).not.toMatch(/ (?:rg|RG)$/m)
  })

  it('of a known colour print as it, within ΔE 1', async () => {
    const content = await contentOf(fileOf(bound, 'press'), sheetWith(bound, 'text--grounds'))
    const wanted = compensated(colours.labOfRgb([0x9f / 255, 0xb9 / 255, 0xc1 / 255]), colours)
    expect(Math.min(...inksIn(content).map((inks) => deltaE(colours.labOfInks(inks), wanted)))).toBeLessThan(
      1,
    )
  })

  it('of a known grey are black alone, as light as it', async () => {
    const content = await contentOf(fileOf(bound, 'press'), sheetWith(bound, 'text--grounds'))
    const wanted = colours.labOfRgb([0xa0 / 255, 0xa0 / 255, 0xa0 / 255])
    const greys = inksIn(content).filter(([cyan, magenta, yellow]) => cyan + magenta + yellow === 0)
    const apart = greys.map((inks) => Math.abs(colours.labOfInks(inks)[0] - wanted[0]))
    expect(Math.min(...apart)).toBeLessThan(1)
  })

  it('are left for the printer to mix where that is wished, black excepted', async () => {
    const file = fileOf(stapled, 'press')
    const content = await contentOf(file, sheetWith(stapled, 'text--grounds'))
    expect(content).toMatch(/^0\.6235 0\.7255 0\.7569 rg$/m)
    expect(content).toMatch(/^0 0 0 1 k$/m)
    const [page] = await pagesOf(file.bytes)
    const spaces = page!.node.Resources()!.lookup(PDFName.of('ColorSpace'), PDFDict)
    expect(spaces.lookup(PDFName.of('DefaultRGB'))).toBeInstanceOf(PDFArray)
  })

  it('of photographs are four', async () => {
    const kinds = (await pagesOf(fileOf(bound, 'press-cover').bytes))[0]!.node.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
          ? [String(object.dict.get(PDFName.of('ColorSpace')))]
          : [],
      )
    expect(kinds).toContain('/DeviceCMYK')
    expect(new Set(kinds)).not.toContain('/DeviceRGB')
  })
})

const inksIn = (content: string): Inks[] =>
  [...content.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) k$/gm)].map(
    ([, ...inks]) => inks.slice(0, 4).map(Number) as unknown as Inks,
  )

describe('a cover that wraps', () => {
  it('has its outer and its inner side, back and front beside the spine', async () => {
    const cover = fileOf(bound, 'press-cover')
    const { sheets } = fileOf(bound, 'press')
    const spineMm = (sheets.length / 2) * 0.4
    const total = bound.made?.printed.pageMap.total
    expect(cover.sheets.map(({ shows }) => shows[0])).toEqual([total, 2])
    expect(cover.sheets[0]?.spineMm).toBeCloseTo(spineMm, 3)
    const [page] = await pagesOf(cover.bytes)
    const [left, , right] = boxOf(page!, 'TrimBox')
    expect(mm(right! - left!)).toBeCloseTo(420 + spineMm, 2)
  })

  it('leaves the other pages in their order, an even number', () => {
    const { sheets } = fileOf(bound, 'press')
    const shown = sheets.map(({ shows }) => shows[0]).filter((page) => page !== 0)
    expect(sheets.length % 2).toBe(0)
    expect(shown).toEqual(shown.map((_, index) => index + 3))
  })
})

describe('pages that are like others', () => {
  it('are filled up to a multiple of four, the back cover last', () => {
    const { sheets } = fileOf(stapled, 'press')
    expect(sheets.length % 4).toBe(0)
    expect(sheets.at(-1)?.shows).toEqual([stapled.made?.printed.pageMap.total])
  })
})

describe('the job sheet', () => {
  it('is an accessible page of its own, with the hashes of the files', async () => {
    const { jobSheet } = bound.made?.press ?? {}
    expect(jobSheet?.facts).toMatchObject({ pages: 1, claims: ['PDF/UA-1', 'PDF/A-2a'] })
    expect(jobSheet?.findings).toEqual([])
    const said = (await textOf(jobSheet!.finished.bytes)).replace(/\s/g, '')
    for (const { bytes, fileName } of filesOf(bound)) {
      expect(said).toContain(sha256(bytes))
      expect(said).toContain(fileName)
    }
    expect(said).toContain('210×297mm')
  })
})

async function textOf(bytes: Uint8Array): Promise<string> {
  const { readBack } = await import('../../scripts/verify/read-back.ts')
  return (await readBack(bytes)).text.map(({ text }) => text).join(' ')
}

describe('both editions', () => {
  it('are held against each other when they are made together', () => {
    expect(bound.made?.press?.compared).toBe(true)
    expect(stapled.made?.press?.compared).toBe(false)
  })

  it('fail as one when a style of the press moves a line: editions-are-one-paper', async () => {
    const files = await paper('{}')
    const style = '[data-edition="press"] .flow p { letter-spacing: .05em }'
    const root = await publicationFolder({ ...files, 'templates/styles/60-moved.css': style })
    const { made, findings } = await makeEditionsOf(root, 'screen,press', browser)
    expect(made).toBeUndefined()
    expect(findings.map(({ rule }) => rule)).toContain('editions-are-one-paper')
  })
})

describe('the printed sheet', () => {
  /** Whether every pixel of a strip along each edge of the bleed box is inked. */
  it.skipIf(noPoppler !== '' && !must)(
    `carries its ground to the edge of the bleed${noPoppler}`,
    async () => {
      const folder = await publicationFolder({ 'cover.pdf': fileOf(bound, 'press-cover').bytes })
      // 254 dpi: ten pixels a millimetre.
      spawnSync('pdftoppm', ['-r', '254', '-l', '1', '-png', join(folder, 'cover.pdf'), join(folder, 'p')])
      const { data, info } = await sharp(join(folder, 'p-1.png'))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })
      const [from, to] = [105, 125] // within the bleed, which begins 10 mm from the edge of the sheet and is 3 mm wide
      const isWhite = (x: number, y: number): boolean =>
        data.readUIntBE((y * info.width + x) * 3, 3) === 0xffffff
      const middle = Math.round(info.height / 2)
      const across = Math.round(info.width / 4)
      for (let inside = from; inside < to; inside++) {
        expect(isWhite(inside, middle), `left, ${inside}`).toBe(false)
        expect(isWhite(info.width - inside, middle), `right, ${inside}`).toBe(false)
        expect(isWhite(across, inside), `head, ${inside}`).toBe(false)
        expect(isWhite(across, info.height - inside), `foot, ${inside}`).toBe(false)
      }
      expect(isWhite(95, middle + 300)).toBe(true)
    },
  )

  it.skipIf(noGhostscript !== '' && !must)(
    `of a page of text has nothing on the other plates but marks${noGhostscript}`,
    async () => {
      const folder = await publicationFolder({})
      await writeFile(join(folder, 'press.pdf'), fileOf(bound, 'press').bytes)
      const sheet = sheetWith(bound, 'title-page') + 1
      const pages = [`-dFirstPage=${sheet}`, `-dLastPage=${sheet}`]
      const { stdout } = spawnSync(
        'gs',
        [
          '-q',
          '-dSAFER',
          '-dNOPAUSE',
          '-dBATCH',
          '-sDEVICE=ink_cov',
          '-dUseTrimBox',
          ...pages,
          '-o',
          '-',
          join(folder, 'press.pdf'),
        ],
        { encoding: 'utf8' },
      )
      const [cyan, magenta, yellow, black] = stdout.trim().split(/\s+/).map(Number)
      expect([cyan, magenta, yellow]).toEqual([0, 0, 0])
      expect(black).toBeGreaterThan(0)
    },
  )
})

it('the same input gives the same bytes', async () => {
  const again = await makeEditionsOf(stapled.settings.root, 'press', browser)
  expect(filesOf(again).map(({ bytes }) => sha256(bytes))).toEqual(
    filesOf(stapled).map(({ bytes }) => sha256(bytes)),
  )
})

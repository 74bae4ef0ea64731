import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { inflated } from '../../../scripts/ground/pdf/inflated.ts'
import { writePdf } from '../../../scripts/pdf/write-pdf.ts'
import { verifyBooklet } from '../../../scripts/verify/verify-booklet.ts'
import { tamper } from '../../verify/tamper.ts'
import {
  A5,
  AT,
  foldSheets,
  impose,
  numberedPages,
  planOf,
  readNumbers,
  readSides,
  turned,
} from './numbered-pages.ts'

const N = PDFName.of
const [WIDTH, HEIGHT] = A5
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
const contentOf = async (bytes: Uint8Array, side: number): Promise<string> => {
  const pdf = await PDFDocument.load(bytes)
  return inflated(pdf.getPage(side - 1).node.Contents() as PDFRawStream).toString('latin1')
}

/** Imposes, lets our own reading back look at it too, and gives what pdf.js sees. */
async function seen(bytes: Uint8Array, given: Parameters<typeof impose>[1] = {}) {
  const imposed = await impose(bytes, given)
  expect(imposed.findings).toEqual([])
  expect(await verifyBooklet(imposed, bytes, planOf(given))).toEqual([])
  return readSides(imposed.bytes)
}

describe('a booklet', () => {
  it('of 4 to 64 pages, and what lies between, has them in order once it is folded, blanks last', async () => {
    const fours = Array.from({ length: 16 }, (_, index) => (index + 1) * 4)
    for (const pages of [2, 3, 5, 6, 7, ...fours, 61, 62, 63]) {
      const read = await readNumbers((await impose(await numberedPages(pages))).bytes)
      const blanks = Array((4 - (pages % 4)) % 4).fill(0)
      expect(foldSheets(read), `${pages} pages`).toEqual([...upTo(pages), ...blanks])
    }
  })

  it('has its back cover outside, whatever is filled up', async () => {
    const read = await seen(await numberedPages(9), { lastIsCover: true })
    expect(foldSheets(read)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 9])
  })

  it('that is too thick for one fold is folded in sections', async () => {
    const read = await seen(await numberedPages(24), { sheetsPerSection: 4 })
    expect([...foldSheets(read.slice(0, 6)), ...foldSheets(read.slice(6))]).toEqual(upTo(24))
  })

  it('lies on sheets of twice the page, on which the pages meet at the fold', async () => {
    const [front] = await seen(await numberedPages(4))
    expect(front).toMatchObject({ widthPt: WIDTH * 2, heightPt: HEIGHT })
    expect(front?.numbers).toMatchObject([
      { page: 4, x: AT.x, y: AT.y, sizePt: 12, angle: 0 },
      { page: 1, x: WIDTH + AT.x, y: AT.y },
    ])
  })

  it('is scaled down in the middle of a smaller sheet, and not scaled up on a larger', async () => {
    const pages = await numberedPages(4)
    const half = { widthMm: (WIDTH * 25.4) / 72, heightMm: (HEIGHT * 25.4) / 72 }
    const [small] = await seen(pages, { sheet: half })
    expect(small?.numbers[0]?.sizePt).toBeCloseTo(6)
    expect(small?.numbers[0]?.y).toBeCloseTo(HEIGHT / 4 + AT.y / 2, 1)
    const [large] = await seen(pages, { sheet: { widthMm: 450, heightMm: 320 } })
    expect(large?.numbers[1]).toMatchObject({ sizePt: 12 })
    expect(large?.numbers[1]?.x).toBeCloseTo((450 * 72) / 25.4 / 2 + AT.x, 1)
  })

  it('has its pages moved to the fold, the more the further inside', async () => {
    const read = await seen(await numberedPages(32), { paperMm: 0.2 })
    const moved = read.map(({ numbers, widthPt }) => {
      const [left, right] = [numbers[0]!, numbers[1]!]
      expect(left.x - AT.x).toBeCloseTo(widthPt / 2 + AT.x - right.x, 2)
      return left.x - AT.x
    })
    const fronts = moved.filter((_, index) => index % 2 === 0)
    expect(fronts[0]).toBeCloseTo(0)
    for (const [index, shift] of fronts.slice(1).entries())
      expect(shift).toBeGreaterThan(fronts[index]! + 0.8)
    expect(moved.filter((_, index) => index % 2 === 1)).toEqual(fronts)
  })

  it('marks folds on every sheet and staples on the outside of each section, when asked', async () => {
    const bytes = await numberedPages(16)
    const marked = (await impose(bytes, { marks: true, sheetsPerSection: 2 })).bytes
    const lines = await Promise.all(
      [1, 2, 3, 5].map(async (side) => (await contentOf(marked, side)).match(/ l\b/g)?.length),
    )
    expect(lines).toEqual([8, 4, 4, 8])
    expect(await contentOf(marked, 1)).toContain('0 0 0 1 K [2 2] 0 d')
    expect(await contentOf((await impose(bytes)).bytes, 1)).not.toMatch(/ l\b/)
  })
})

describe('proof pages', () => {
  it('stand side by side in the order of reading, the first alone on the right, nothing moved', async () => {
    const read = await seen(await numberedPages(6), { layout: 'two-up' })
    expect(read.map(({ left, right }) => `${left} ${right}`)).toEqual(['0 1', '2 3', '4 5', '6 0'])
    expect(read.at(-1)?.numbers[0]?.x).toBeCloseTo(AT.x)
  })
})

describe('pages of other programs', () => {
  const expectUsual = async (bytes: Uint8Array): Promise<void> => {
    const [front, back] = await seen(bytes)
    const place = { y: expect.closeTo(AT.y, 1), angle: 0, sizePt: expect.closeTo(12, 1) }
    expect(front?.numbers.find(({ page }) => page === 1)).toMatchObject({
      ...place,
      x: expect.closeTo(WIDTH + AT.x, 1),
    })
    expect(back?.numbers.find(({ page }) => page === 2)).toMatchObject({
      ...place,
      x: expect.closeTo(AT.x, 1),
    })
  }

  it.each([90, 180, 270] as const)('stand upright where they were turned by %i degrees', async (by) => {
    await expectUsual(await numberedPages(4, (page, number) => number < 3 && turned(page, number, by)))
  })

  it('are taken from where they lie: boxes that do not begin at 0, in other units', async () => {
    const moved = (page: Parameters<typeof turned>[0]): void => {
      page.node.set(N('MediaBox'), page.node.context.obj([-100, -50, WIDTH / 2 + 200, HEIGHT / 2 + 90]))
      page.node.set(N('CropBox'), page.node.context.obj([WIDTH / 2 - 30, HEIGHT / 2 - 20, -30, -20]))
      page.node.set(N('UserUnit'), page.node.context.obj(2))
    }
    await expectUsual(
      await numberedPages(4, (page, number) => {
        moved(page)
        page.drawText(String(number), { x: AT.x / 2 - 30, y: AT.y / 2 - 20, size: 6 })
      }),
    )
  })

  it('may have their boxes and fonts from their parents, and draw in several streams', async () => {
    const bytes = await tamper(await numberedPages(4), (pdf) => {
      const parent = pdf.catalog.Pages()
      for (const { node } of pdf.getPages()) {
        parent.set(N('Resources'), node.Resources()!)
        parent.set(N('MediaBox'), node.MediaBox())
        for (const name of ['Resources', 'MediaBox']) node.delete(N(name))
        const [only] = (node.Contents() as PDFArray).asArray()
        const [begin, end] = ['q 1 0 0 1 5 7', 'cm 1 0 0 1 -5 -7 cm'].map((operators) =>
          pdf.context.register(pdf.context.flateStream(operators)),
        )
        const last = pdf.context.register(pdf.context.stream('Q'))
        node.set(N('Contents'), pdf.context.obj([begin!, end!, only!, last]))
      }
    })
    await expectUsual(bytes)
  })

  it('may draw nothing, or have lost what they draw', async () => {
    const bytes = await tamper(await numberedPages(4), (pdf) => {
      pdf.getPage(2).node.delete(N('Contents'))
      pdf.getPage(3).node.set(N('Contents'), PDFRef.of(9999))
    })
    expect((await seen(bytes)).map(({ left, right }) => `${left} ${right}`)).toEqual(['0 1', '2 0'])
  })

  it('that lie among standing ones are turned to the left, and smaller ones stand in the middle', async () => {
    const [front, back] = await seen(
      await numberedPages(4, (page, number) => {
        if (number === 1) page.setSize(HEIGHT, WIDTH)
        if (number === 2) page.setSize(WIDTH - 40, HEIGHT - 60)
      }),
    )
    expect(front?.numbers.find(({ page }) => page === 1)).toMatchObject({
      angle: 90,
      x: WIDTH * 2 - AT.y,
      y: AT.x,
    })
    expect(back?.numbers.find(({ page }) => page === 2)).toMatchObject({
      x: AT.x + 20,
      y: AT.y + 30,
      sizePt: 12,
    })
  })

  it('of the press are placed by their trim; the bleed shows, but not across the fold', async () => {
    const bytes = await numberedPages(4, (page) => {
      page.setMediaBox(-30, -30, WIDTH + 60, HEIGHT + 60)
      page.setBleedBox(-9, -9, WIDTH + 18, HEIGHT + 18)
      page.setTrimBox(0, 0, WIDTH, HEIGHT)
    })
    await expectUsual(bytes)
    const { bytes: made } = await impose(bytes, { sheet: { widthMm: 450, heightMm: 320 } })
    const pdf = await PDFDocument.load(made)
    const forms = pdf.getPage(0).node.Resources()!.lookup(N('XObject'), PDFDict)
    const form = forms.lookup(N('L')) as PDFRawStream
    expect(form.dict.lookup(N('BBox'), PDFArray).asArray().map(Number)).toEqual([
      -9,
      -9,
      WIDTH + 9,
      HEIGHT + 9,
    ])
    expect(await contentOf(made, 1)).toMatch(
      /^q 0 0 637\.7953 907\.0866 re W n [^\n]+ cm \/L Do Q\nq 637\.7953 0 /,
    )
  })

  it('are blended on the sheet as they were on the page, each for itself where two differ', async () => {
    const blended = (spaces: readonly string[]) =>
      numberedPages(4, ({ node }, number) => {
        const CS = spaces[number - 1]!
        node.set(N('Group'), node.context.obj({ Type: 'Group', S: 'Transparency', CS }))
      })
    const groupsOf = async (spaces: readonly string[]) => {
      const pdf = await PDFDocument.load((await impose(await blended(spaces))).bytes)
      const { node } = pdf.getPage(0)
      const forms = node.Resources()!.lookup(N('XObject'), PDFDict)
      const all = [node, ...['L', 'R'].map((name) => (forms.lookup(N(name)) as PDFRawStream).dict)]
      return all.map((one) => String(one.lookupMaybe(N('Group'), PDFDict)?.get(N('CS'))))
    }
    const [rgb, cmyk] = ['DeviceRGB', 'DeviceCMYK']
    expect(await groupsOf([cmyk, cmyk, cmyk, cmyk])).toEqual(['/DeviceCMYK', 'undefined', 'undefined'])
    expect(await groupsOf([cmyk, rgb, cmyk, rgb])).toEqual(['undefined', '/DeviceRGB', '/DeviceCMYK'])
  })

  it('may come from a file that was saved many times, with generations other than 0', async () => {
    const [one, two] = ['BT /F 12 Tf 60 40 Td (1) Tj ET', 'BT /F 12 Tf 60 40 Td (2) Tj ET']
    const objects = [
      '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
      '2 0 obj <</Type/Pages/Kids[3 2 R 4 0 R]/Count 2/MediaBox[0 0 420 595]/Resources<</Font<</F 7 5 R>>>> >> endobj',
      '3 2 obj <</Type/Page/Parent 2 0 R/Contents 5 1 R>> endobj',
      '4 0 obj <</Type/Page/Parent 2 0 R/Contents 6 0 R>> endobj',
      `5 1 obj <</Length ${one!.length}>> stream\n${one}\nendstream endobj`,
      `6 0 obj <</Length ${two!.length}>> stream\n${two}\nendstream endobj`,
      '7 5 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj',
    ]
    let file = '%PDF-1.4\n'
    const rows = objects.map((object) => {
      const at = String(file.length).padStart(10, '0')
      file += `${object}\n`
      return `${at} ${/^\d+ (\d)/.exec(object)![1]!.padStart(5, '0')} n \n`
    })
    const start = file.length
    file += `xref\n0 8\n0000000000 65535 f \n${rows.join('')}trailer <</Size 8/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
    expect((await seen(Buffer.from(file, 'latin1'))).map(({ left, right }) => `${left} ${right}`)).toEqual([
      '0 1',
      '2 0',
    ])
  })
})

describe('the file of sheets', () => {
  it('keeps the title and hidden layers, and leaves out tags, links, bookmarks, scripts and claims', async () => {
    const bytes = await tamper(await numberedPages(4), (pdf) => {
      const { context, catalog } = pdf
      const claim = '<rdf:li>pdfuaid:part pdfaid:part</rdf:li>'
      catalog.set(
        N('Metadata'),
        context.register(context.stream(claim, { Type: 'Metadata', Subtype: 'XML' })),
      )
      for (const key of ['StructTreeRoot', 'MarkInfo', 'Outlines', 'Names', 'PageLabels', 'OpenAction', 'AA'])
        catalog.set(N(key), context.obj({ Secret: PDFString.of('secret') }))
      catalog.set(N('OCProperties'), context.obj({ OCGs: [], D: {} }))
      pdf.getPage(0).node.set(N('Annots'), context.obj([{ Secret: PDFString.of('secret') }]))
    })
    const { bytes: made } = await impose(bytes)
    const pdf = await PDFDocument.load(made, { updateMetadata: false })
    expect(pdf.getTitle()).toBe('Numbered pages')
    expect(
      pdf.catalog
        .keys()
        .map((key) => key.decodeText())
        .sort(),
    ).toEqual(['Metadata', 'OCProperties', 'Pages', 'Type', 'ViewerPreferences'])
    const metadata = inflated(pdf.catalog.lookup(N('Metadata')) as PDFRawStream).toString('utf8')
    expect(metadata).toContain('Numbered pages')
    expect(metadata).not.toMatch(/pdfuaid|pdfaid/)
    const all = pdf.context.enumerateIndirectObjects().map(([, object]) => String(object))
    expect(all.join()).not.toContain('secret')
  })

  it('is named by its file where it has no title, and is the same from the same file', async () => {
    const bytes = await tamper(await numberedPages(4), (pdf) => {
      pdf.context.trailerInfo.Info = undefined as never
    })
    const { bytes: made } = await impose(bytes)
    expect((await PDFDocument.load(made, { updateMetadata: false })).getTitle()).toBe('A file')
    expect(Buffer.compare(made, (await impose(bytes)).bytes)).toBe(0)
  })

  it('is no larger for pages that are the same', async () => {
    const noise = Array.from({ length: 20_000 }, (_, index) => `${(index * 7919) % 9973} w`).join(' ')
    const bytes = await tamper(await numberedPages(40), (pdf) => {
      const heavy = pdf.context.register(pdf.context.flateStream(noise))
      for (const { node } of pdf.getPages()) node.set(N('Contents'), heavy)
      const resources = pdf.context.register(pdf.getPage(0).node.Resources()!)
      for (const { node } of pdf.getPages()) node.set(N('Resources'), resources)
    })
    expect((await impose(bytes)).bytes.length).toBeLessThan(bytes.length * 1.5)
  })
})

describe('what cannot be imposed', () => {
  const problemOf = async (bytes: Uint8Array): Promise<string> => {
    const { bytes: made, findings } = await impose(bytes)
    expect(made).toHaveLength(0)
    expect(findings.map(({ rule }) => rule)).toEqual(['file-can-be-imposed'])
    return findings[0]!.message
  }

  it.each([
    ['no pages', () => numberedPages(0), 'it has no pages'],
    ['one page', () => numberedPages(1), 'it has one page'],
    ['noise', async () => Buffer.from('no PDF at all'), 'it is damaged, or no PDF'],
    ['nothing', async () => new Uint8Array(), 'it is damaged, or no PDF'],
    [
      'a page without a size',
      () => numberedPages(4, (page, number) => number === 3 && page.setMediaBox(0, 0, 0, 595)),
      'page 3 has no size',
    ],
    [
      'a page of a mile',
      () => numberedPages(4, (page, number) => number === 2 && page.setMediaBox(0, 0, 420, 4_561_920)),
      'page 2 has no size',
    ],
    [
      'a form',
      async () =>
        tamper(await numberedPages(4), (pdf) =>
          pdf.getForm().createTextField('name').addToPage(pdf.getPage(0)),
        ),
      'it is a form',
    ],
    [
      'an encrypted file',
      async () =>
        tamper(await numberedPages(4), (pdf) => pdf.encrypt({ userPassword: 'secret', ownerPassword: 'x' })),
      'it is encrypted',
    ],
    [
      'a tree of pages that bites its tail',
      async () => {
        const pdf = await PDFDocument.load(await numberedPages(4))
        const tree = pdf.catalog.get(N('Pages'))!
        pdf.context.lookup(tree, PDFDict).set(N('Kids'), pdf.context.obj([tree]))
        return writePdf(pdf.context)
      },
      'it is damaged',
    ],
  ])('is found: %s', async (_, make, words) => expect(await problemOf(await make())).toContain(words))
})

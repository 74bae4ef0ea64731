import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PressAgainst } from '../../../scripts/verify/press/press-proof.ts'
import { verifyPress } from '../../../scripts/verify/press/verify-press.ts'
import { redraw, tamper } from '../tamper.ts'
import { against, fileOf, GROUND, PICTURE, sheets, soundPress } from './press-file.ts'
import {
  factsOfDamaged,
  info,
  intents,
  paint,
  picture,
  replace,
  resources,
  rewriteXmp,
} from './tamper-press.ts'

let sound: Uint8Array
beforeAll(async () => {
  sound = await soundPress()
})

const name = PDFName.of

const factsAfter = (change: (pdf: PDFDocument) => void, wanted?: PressAgainst) =>
  factsOfDamaged(sound, change, wanted)

describe('a sound press file', () => {
  it('is told as it is, and nothing is found in it', async () => {
    expect(await verifyPress(fileOf(sound), against)).toMatchObject({
      findings: [],
      pages: 4,
      trimMm: [100, 140],
      bleedMm: 3,
      inks: [['C', 'M', 'Y', 'K'], ['C', 'Y', 'K'], ['C', 'Y', 'K'], []],
      mostInk: 220,
      fonts: ['Own-Regular'],
      condition: 'FOGRA39',
      claims: ['PDF/X-4'],
    })
  })

  it('says which rules were held against it', async () => {
    const { checked } = await factsAfter(() => undefined)
    expect(checked).toEqual(
      expect.arrayContaining(['press-meets-pdfx', 'bleed-is-filled', 'lines-have-a-width']),
    )
  })
})

type Case = readonly [rule: string, what: string, change: (pdf: PDFDocument) => void, words: string]

const BREAKS: readonly Case[] = [
  ['press-file-opens', 'a sheet too few', (pdf) => pdf.removePage(3), 'it has 3 of 4 pages'],
  [
    'press-boxes-are-exact',
    'a trim that is a third of a point too narrow',
    (pdf) => pdf.getPage(1).setTrimBox(0, 0, 283.13, 396.85),
    'cut to 99.88 × 140 mm, not to 100 × 140',
  ],
  [
    'press-boxes-are-exact',
    'a bleed of 2 mm',
    (pdf) => pdf.getPage(1).setBleedBox(-5.67, -5.67, 294.8, 408.2),
    'its bleed is not 3 mm',
  ],
  [
    'press-boxes-are-exact',
    'a sheet that ends with the bleed',
    (pdf) => pdf.getPage(1).setMediaBox(-8.504, -8.504, 300.472, 413.858),
    'there are not 10 mm',
  ],
  [
    'press-boxes-are-exact',
    'a sheet that is cropped',
    (pdf) => pdf.getPage(1).setCropBox(-20, -20, 340, 440),
    'its CropBox is not its MediaBox',
  ],
  [
    'press-boxes-are-exact',
    'no trim',
    (pdf) => pdf.getPage(1).node.delete(name('TrimBox')),
    'where it is cut',
  ],
  ['press-boxes-are-exact', 'an art box', (pdf) => pdf.getPage(1).setArtBox(0, 0, 9, 9), 'an ArtBox'],
  [
    'press-boxes-are-exact',
    'a turned sheet',
    (pdf) => pdf.getPage(1).node.set(name('Rotate'), pdf.context.obj(90)),
    'turned by 90 degrees',
  ],
  [
    'marks-stay-outside',
    'marks over the page',
    (pdf) => redraw(pdf, 2, (content) => `${content} /Marks CS 1 SCN .25 w 20 20 m 40 20 l S`),
    'reaches into the bleed',
  ],
  [
    'marks-stay-outside',
    'thick marks',
    (pdf) => replace(pdf, 2, '.25 w', '.5 w'),
    'no crop marks of 0.25 pt',
  ],
  [
    'marks-stay-outside',
    'a line that does not say the page',
    (pdf) => replace(pdf, 2, 'page 2', 'page 21'),
    'does not say “page 2”',
  ],
  [
    'marks-stay-outside',
    'a part of the page among the marks',
    (pdf) => redraw(pdf, 2, (content) => `${content} 0 0 0 .5 k -30 50 40 40 re f`),
    'beside the bleed, among the marks',
  ],
  [
    'bleed-is-filled',
    'a ground that ends at the cut',
    (pdf) => replace(pdf, 1, GROUND, '.9 .6 .2 .5 k 0 0 283.465 396.85 re f'),
    'at the left and lower and right and upper edge',
  ],
  [
    'bleed-is-filled',
    'a ground that the browser rounded short of the cut',
    (pdf) => replace(pdf, 1, GROUND, '.9 .6 .2 .5 k -9 -9 291.8 415 re f'),
    'at the right edge',
  ],
  [
    'bleed-is-filled',
    'a picture that reaches half of the bleed',
    (pdf) => replace(pdf, 2, PICTURE, 'q 64 0 0 80 223.5 100 cm /Picture Do Q'),
    'at the right edge',
  ],
  [
    'bleed-is-filled',
    'a bar that is clipped at the cut',
    (pdf) => paint(pdf, 3, 'q 0 0 283.465 396.85 re W n 0 .5 .5 0 k 200 100 100 20 re f Q'),
    'at the right edge',
  ],
  [
    'press-inks-are-right',
    'RGB',
    (pdf) => paint(pdf, 3, '1 0 0 rg 40 40 9 9 re f'),
    '`rg` is in RGB (DeviceRGB)',
  ],
  [
    'pictures-are-fine-enough',
    'a picture of few pixels, wherever it comes from',
    (pdf) => {
      for (const side of ['Width', 'Height']) picture(pdf).set(name(side), pdf.context.obj(30))
    },
    'under 150 it prints as blocks',
  ],
  [
    'press-inks-are-right',
    'a picture in RGB',
    (pdf) => picture(pdf).set(name('ColorSpace'), name('DeviceRGB')),
    'a picture is in RGB',
  ],
  [
    'press-inks-are-right',
    'a transparency group in RGB',
    (pdf) => pdf.getPage(1).node.set(name('Group'), pdf.context.obj({ S: 'Transparency', CS: 'DeviceRGB' })),
    'the transparency group of the page is in RGB',
  ],
  [
    'press-inks-are-right',
    'RGB in a soft mask',
    (pdf) => {
      const group = pdf.context.stream('1 0 0 rg 0 0 9 9 re f', {
        Subtype: 'Form',
        Group: { S: 'Transparency' },
      })
      const mask = { S: 'Luminosity', G: pdf.context.register(group) }
      resources(pdf, 'ExtGState').set(name('Masked'), pdf.context.obj({ SMask: mask }))
      paint(pdf, 3, '/Masked gs')
    },
    '`rg` is in RGB',
  ],
  [
    'press-inks-are-right',
    'a plate of its own',
    (pdf) => {
      const tint = resources(pdf, 'ColorSpace').lookup(name('Marks'), PDFArray).get(3)
      const spot = pdf.context.obj(['Separation', 'Gold', 'DeviceCMYK', tint])
      resources(pdf, 'ColorSpace').set(name('Spot'), spot)
      paint(pdf, 3, '/Spot cs 1 scn 40 40 9 9 re f')
    },
    'a plate of its own (Gold)',
  ],
  [
    'press-inks-are-right',
    'black words of four inks',
    (pdf) => replace(pdf, 3, '0 0 0 1 k', '.6722 .6252 .5823 .4988 k'),
    '“More wordsand a line” is made of four inks',
  ],
  [
    'press-inks-are-right',
    'white that overprints',
    (pdf) => paint(pdf, 3, '/Over gs 0 0 0 0 k 40 40 9 9 re f'),
    'would vanish',
  ],
  [
    'total-ink-is-limited',
    'a colour of too much ink',
    (pdf) => paint(pdf, 3, '1 .9 .8 .7 k 40 40 9 9 re f'),
    'The colour C 100 M 90 Y 80 K 70 needs 340%',
  ],
  [
    'total-ink-is-limited',
    'black words over a dark colour',
    (pdf) =>
      paint(
        pdf,
        3,
        '.9 .9 .7 0 k 40 40 99 50 re f /Over gs 0 0 0 1 k BT /F1 9 Tf 1 0 0 1 50 50 Tm (Over) Tj ET',
      ),
    '“Over” needs 350%',
  ],
  [
    'press-fonts-are-embedded',
    'a font that is not there',
    (pdf) =>
      resources(pdf, 'Font')
        .lookup(name('F1'), PDFDict)
        .lookup(name('FontDescriptor'), PDFDict)
        .delete(name('FontFile2')),
    'Own-Regular is not embedded',
  ],
  [
    'press-fonts-are-embedded',
    'a font of drawings',
    (pdf) => resources(pdf, 'Font').lookup(name('F1'), PDFDict).set(name('Subtype'), name('Type3')),
    'Type 3',
  ],
  ['output-intent-is-right', 'no intent', (pdf) => pdf.catalog.delete(name('OutputIntents')), 'which press'],
  ['output-intent-is-right', 'two of them', (pdf) => intents(pdf).push(intents(pdf).get(0)), 'twice'],
  [
    'output-intent-is-right',
    'another condition',
    (pdf) => intents(pdf).lookup(0, PDFDict).set(name('OutputConditionIdentifier'), PDFString.of('FOGRA51')),
    'it says FOGRA51, not FOGRA39',
  ],
  [
    'output-intent-is-right',
    'another profile',
    (pdf) => {
      const profile = intents(pdf).lookup(0, PDFDict).lookup(name('DestOutputProfile')) as PDFRawStream
      const bytes = Buffer.from('....            scnrCMYK'.padEnd(128))
      const stream = PDFRawStream.of(pdf.context.obj({ N: 4, Length: bytes.length }), bytes)
      intents(pdf).lookup(0, PDFDict).set(name('DestOutputProfile'), pdf.context.register(stream))
      expect(profile.dict.has(name('N'))).toBe(true)
    },
    'its profile is not',
  ],
  [
    'press-meets-pdfx',
    'a later version',
    (pdf) => {
      pdf.context.header = PDFHeader.forVersion(1, 7)
    },
    'PDF 1.7, later than 1.6',
  ],
  [
    'press-meets-pdfx',
    'no id',
    (pdf) => {
      delete pdf.context.trailerInfo.ID
    },
    'it has no id',
  ],
  ['press-meets-pdfx', 'no claim', (pdf) => rewriteXmp(pdf, 'PDF/X-4', ''), 'does not claim'],
  [
    'press-meets-pdfx',
    'two titles',
    (pdf) => info(pdf).set(name('Title'), PDFHexString.fromText('B')),
    'two titles',
  ],
  [
    'press-meets-pdfx',
    'two dates',
    (pdf) => info(pdf).set(name('ModDate'), PDFString.of('D:20130726110000Z')),
    'dates do not agree (ModDate',
  ],
  [
    'press-meets-pdfx',
    'trapping untold',
    (pdf) => info(pdf).delete(name('Trapped')),
    'whether it is trapped',
  ],
  [
    'press-meets-pdfx',
    'an id that is missing',
    (pdf) => rewriteXmp(pdf, '<xmpMM:VersionID>1</xmpMM:VersionID>', ''),
    'no xmpMM:VersionID',
  ],
  [
    'press-meets-pdfx',
    'an action at the start',
    (pdf) => pdf.catalog.set(name('OpenAction'), pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('1') })),
    'does something when it is opened',
  ],
  [
    'press-meets-pdfx',
    'layers',
    (pdf) => pdf.catalog.set(name('OCProperties'), pdf.context.obj({})),
    'layers',
  ],
  [
    'press-meets-pdfx',
    'a link',
    (pdf) => pdf.getPage(1).node.set(name('Annots'), pdf.context.obj([{ Subtype: 'Link' }])),
    'links or notes',
  ],
  [
    'press-meets-pdfx',
    'a transfer function',
    (pdf) => resources(pdf, 'ExtGState').lookup(name('Knock'), PDFDict).set(name('TR'), name('Identity')),
    'a transfer function',
  ],
  [
    'press-meets-pdfx',
    'a blend mode of nobody’s',
    (pdf) => resources(pdf, 'ExtGState').lookup(name('Knock'), PDFDict).set(name('BM'), name('Glow')),
    'the blend mode Glow',
  ],
  ['press-meets-pdfx', 'OPI', (pdf) => picture(pdf).set(name('OPI'), pdf.context.obj({})), '(OPI)'],
  ['press-meets-pdfx', 'PostScript', (pdf) => picture(pdf).set(name('Subtype'), name('PS')), 'PostScript'],
  [
    'lines-are-thick-enough',
    'a hairline',
    (pdf) => paint(pdf, 3, '.1 w 0 0 0 1 K 40 40 m 90 40 l S'),
    'A line is 0.1 pt thick',
  ],
  [
    'lines-are-thick-enough',
    'a rule that is a rectangle, after scaling',
    (pdf) => paint(pdf, 3, 'q .24 0 0 .24 0 0 cm 0 0 0 1 k 200 200 90 .5 re f Q'),
    'A bar is 0.12 pt thick',
  ],
  [
    'lines-have-a-width',
    'a line of no width',
    (pdf) => paint(pdf, 3, '0 w 40 40 m 90 40 l S'),
    'has no width',
  ],
  [
    'text-keeps-contrast-in-ink',
    'pale words on paper',
    (pdf) => paint(pdf, 3, '0 0 0 .3 k BT /F1 9 Tf 1 0 0 1 40 60 Tm (Hardly there) Tj ET'),
    '“Hardly there” has a contrast of',
  ],
  [
    'text-keeps-contrast-in-ink',
    'words that run from a pale panel onto a dark one',
    (pdf) =>
      paint(
        pdf,
        3,
        '.9 .8 .1 .2 k 100 40 90 40 re f 0 0 0 1 k BT /F1 9 Tf 1 0 0 1 40 60 Tm (From) Tj 70 0 Td (onto) Tj ET',
      ),
    '“Fromonto” has',
  ],
]

describe('finds', () => {
  it.each(BREAKS)('%s: %s', async (rule, _, change, words) => {
    const { findings } = await factsAfter(change)
    const mine = findings.filter((one) => one.rule === rule)
    expect(findings.map((one) => one.rule)).toContain(rule)
    expect(mine.map((one) => one.message).join('\n')).toContain(words)
  })

  it('half a file', async () => {
    const { findings } = await verifyPress(fileOf(sound.subarray(0, sound.length >> 1)), against)
    expect(findings).toMatchObject([{ rule: 'press-file-opens' }])
  })

  it('the page and the text of a fault, whatever sheet it stands on', async () => {
    const moved = sheets.map((sheet, index) => (index === 2 ? { ...sheet, shows: [7] } : sheet))
    const bytes = await tamper(sound, (pdf) => paint(pdf, 3, '1 0 0 rg'))
    const { findings } = await verifyPress({ ...fileOf(bytes), sheets: moved }, against)
    expect(findings).toMatchObject([
      { place: { file: 'chapters/07.md', line: 1, page: 7 }, cause: 'sheet 3 of a-paper-press.pdf' },
    ])
  })
})

describe('a draft', () => {
  it('claims nothing, and is not told off for it', async () => {
    const { findings } = await factsOfDamaged(
      sound,
      (pdf) => rewriteXmp(pdf, /<pdfxid:GTS_PDFXVersion>.*?<\/pdfxid:GTS_PDFXVersion>/, ''),
      { ...against, claims: false },
    )
    expect(findings).toEqual([])
  })

  it('may not claim anything: press-meets-pdfx', async () => {
    const { findings } = await factsOfDamaged(sound, () => {}, { ...against, claims: false })
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('and is a draft')])
  })
})

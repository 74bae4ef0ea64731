// A small press file, made by hand: four sheets of 100 × 140 mm, sound in every respect. Tests break it in one place
// each.
import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import {
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import type { PressFile, PressPlan, PressSheet } from '../../../scripts/model/press.ts'
import type { InkColours, PressAgainst } from '../../../scripts/verify/press/press-proof.ts'
import { settingsOf } from '../../support/made-by-hand.ts'

export const plan: PressPlan = settingsOf().press
const points = (mm: number): number => (mm * 72) / 25.4
const [WIDTH, HEIGHT] = [points(100), points(140)]
const BLEED = points(plan.bleedMm)
const SHEET = BLEED + points(plan.slugMm)

const TITLE = 'A paper'

/** The ground of the first page goes over its edges, a picture on the second over its right one. */
export const GROUND = `.9 .6 .2 .5 k ${rectangle(BLEED)} f`
export const PICTURE = `q ${BLEED + 60} 0 0 80 ${WIDTH - 60} 100 cm /Picture Do Q`
const CONTENTS: readonly string[] = [
  `${GROUND} 0 0 0 0 k BT /F1 24 Tf 1 0 0 1 40 300 Tm (Front cover) Tj ET`,
  `/Over gs 0 0 0 1 k BT /F1 9 Tf 1 0 0 1 40 300 Tm (Words in black) Tj ET /Knock gs
   0 0 0 .3 K .5 w 40 290 m 200 290 l S ${PICTURE}`,
  `0 0 0 1 k BT /F1 9 Tf 1 0 0 1 40 300 Tm (More words) Tj 0 -12 Td (and a line) Tj ET
   .1 0 .3 0 k 40 200 100 40 re f /Over gs 0 0 0 1 k BT /F1 9 Tf 1 0 0 1 50 220 Tm (On a panel) Tj ET /Knock gs`,
  '',
]

export const sheets: readonly PressSheet[] = [1, 2, 3, 0].map((page) => ({
  shows: [page],
  trimWidthMm: 100,
  trimHeightMm: 140,
  spineMm: 0,
  slug: `A paper / page ${page} / 26 July 2013`,
}))

export const fileOf = (bytes: Uint8Array): PressFile => ({
  kind: 'press',
  fileName: 'a-paper-press.pdf',
  bytes,
  sheets,
})

/** Colours by school rules, not by a profile: the press has inks that take away light, and nothing else. */
export const colours: InkColours = {
  inksOf: ([red, green, blue]) => {
    const black = 0.6 * (1 - Math.max(red, green, blue))
    return [1 - red - black / 2, 1 - green - black / 2, 1 - blue - black / 2, black]
  },
  labOfInks: ([cyan, magenta, yellow, black]) => {
    const light = (1 - black) * (0.25 * (1 - cyan) + 0.65 * (1 - magenta) + 0.1 * (1 - yellow))
    return [116 * Math.cbrt(Math.max(light, 0.01)) - 16, 0, 0]
  },
}

export const against: PressAgainst = {
  press: plan,
  colours,
  claims: true,
  slugWords: ({ slug }) => slug.split(' / '),
  placeOfPage: (page) => ({ file: `chapters/0${page}.md`, line: 1 }),
}

export async function soundPress(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context } = pdf
  context.header = PDFHeader.forVersion(1, 6)
  const resources = context.register(resourcesOf(pdf))
  CONTENTS.forEach((body, index) => {
    const page = pdf.addPage()
    const box = (by: number) => context.obj([-by, -by, WIDTH + by, HEIGHT + by])
    const boxes = { MediaBox: box(SHEET), CropBox: box(SHEET), BleedBox: box(BLEED), TrimBox: box(0) }
    for (const [key, value] of Object.entries(boxes)) page.node.set(PDFName.of(key), value)
    page.node.set(PDFName.of('Resources'), resources)
    const slug = `0 0 0 1 k BT /F1 6 Tf 1 0 0 1 30 ${-BLEED - 20} Tm (${sheets[index]!.slug}) Tj ET`
    const content = `q ${rectangle(BLEED)} W n ${body}\nQ ${marks()}\n${slug}`
    page.node.set(PDFName.of('Contents'), streamOf(pdf, Buffer.from(content, 'latin1')))
  })
  describe(pdf)
  return pdf.save({ updateFieldAppearances: false })
}

function rectangle(by: number): string {
  return `${-by} ${-by} ${WIDTH + 2 * by} ${HEIGHT + 2 * by} re`
}

function streamOf(pdf: PDFDocument, data: Uint8Array, entries: Record<string, string | number> = {}): PDFRef {
  const packed = deflateSync(data)
  const dictionary = pdf.context.obj({ ...entries, Filter: 'FlateDecode', Length: packed.length })
  return pdf.context.register(PDFRawStream.of(dictionary, packed))
}

function resourcesOf(pdf: PDFDocument) {
  const { context } = pdf
  const FontDescriptor = context.obj({
    Type: 'FontDescriptor',
    FontFile2: streamOf(pdf, Buffer.from('letters')),
  })
  const font = context.obj({
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: 'ABCDEF+Own-Regular',
    FontDescriptor,
  })
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 })
  const entries = { Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1, BitsPerComponent: 8 }
  const picture = streamOf(pdf, Buffer.from([51, 0, 102, 0]), { ...entries, ColorSpace: 'DeviceCMYK' })
  return context.obj({
    Font: { F1: context.register(font) },
    XObject: { Picture: picture },
    ColorSpace: { Marks: ['Separation', 'All', 'DeviceCMYK', tint] },
    ExtGState: {
      Over: { OP: true, op: true, OPM: 1 },
      Knock: { OP: false, op: false, OPM: 1 },
    },
  })
}

/** Two lines of 5 mm at each corner, beginning where the bleed ends. */
function marks(): string {
  const reach = BLEED + points(5)
  const upright = [0, WIDTH].flatMap((x) => [
    `${x} ${-BLEED} m ${x} ${-reach} l`,
    `${x} ${HEIGHT + BLEED} m ${x} ${HEIGHT + reach} l`,
  ])
  const level = [0, HEIGHT].flatMap((y) => [
    `${-BLEED} ${y} m ${-reach} ${y} l`,
    `${WIDTH + BLEED} ${y} m ${WIDTH + reach} ${y} l`,
  ])
  return `q /Marks CS 1 SCN .25 w ${[...upright, ...level].join(' ')} S Q`
}

function describe(pdf: PDFDocument): void {
  const { context, catalog } = pdf
  const info = context.obj({ Trapped: 'False' })
  info.set(PDFName.of('Title'), PDFHexString.fromText(TITLE))
  for (const key of ['CreationDate', 'ModDate']) info.set(PDFName.of(key), PDFString.of('D:20130726100000Z'))
  context.trailerInfo.Info = context.register(info)
  context.trailerInfo.ID = context.obj([PDFHexString.of('00ff'), PDFHexString.of('00ff')])
  const packet = Buffer.from(XMP)
  const metadata = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length })
  catalog.set(PDFName.of('Metadata'), context.register(PDFRawStream.of(metadata, packet)))
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFX' })
  intent.set(PDFName.of('OutputConditionIdentifier'), PDFString.of('FOGRA39'))
  intent.set(PDFName.of('RegistryName'), PDFString.of('http://www.color.org'))
  const profile = streamOf(pdf, readFileSync(plan.profile.path), { N: 4 })
  intent.set(PDFName.of('DestOutputProfile'), profile)
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${TITLE}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2013-07-26T11:00:00+01:00</xmp:CreateDate><xmp:ModifyDate>2013-07-26T10:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2013-07-26T10:00:00Z</xmp:MetadataDate><pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:InstanceID>uuid:2</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>`

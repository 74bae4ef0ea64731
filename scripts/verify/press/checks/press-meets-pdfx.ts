import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib'
import { textOf } from '../../../ground/pdf/decoded-text.ts'
import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import type { ReadPressBytes } from '../read-press.ts'

const name = PDFName.of

/**
 * What ISO 15930-7 (PDF/X-4) asks of a file beyond its colours, fonts and boxes, which have rules of their own.
 * `claims`: whether the file is to say so itself; of a draft nothing is claimed, and a claim in one is a fault.
 */
export function pressMeetsPdfx(read: ReadPressBytes, claims = true): readonly Finding[] {
  const { pdf } = read
  const isClaimed = read.claims.names.includes('PDF/X-4')
  const ofFile = [
    ...faults([
      [claims && !isClaimed, 'it does not claim to be PDF/X-4'],
      [!claims && isClaimed, 'it claims to be PDF/X-4, and is a draft'],
    ]),
    ...faultsOfHead(read),
    ...faultsOfXmp(read),
    ...faultsOfCatalog(pdf),
    ...faultsOfStreams(pdf),
  ]
  const ofPages = pdf.getPages().flatMap(({ node }, index) => {
    const states = read.pages[index]?.forbidden ?? []
    return [...faultsOfPage(node), ...states.map((state) => `it sets ${state}`)].map((actual) => ({
      actual,
      page: index + 1,
    }))
  })
  return [
    ...[...new Set(ofFile)].map((fault) => finding('press-meets-pdfx', {}, { fault })),
    ...ofPages.map(({ actual, page }) => finding('press-meets-pdfx', { page }, { fault: actual })),
  ]
}

const LATEST = 1.6

function faultsOfHead({ pdf, version }: ReadPressBytes): string[] {
  const { context, catalog } = pdf
  const later = catalog.lookup(name('Version'))
  return faults([
    [!(Number(version) <= LATEST), `it is written as PDF ${version}, later than 1.6`],
    [
      later instanceof PDFName && !(Number(later.decodeText()) <= LATEST),
      'its catalog raises the version over 1.6',
    ],
    [context.trailerInfo.Encrypt !== undefined, 'it is encrypted'],
    [!(context.lookup(context.trailerInfo.ID) instanceof PDFArray), 'it has no id'],
  ])
}

/** What the file says of itself, once for new programs and once for old ones. */
function faultsOfXmp({ pdf, xmp, claims }: ReadPressBytes): string[] {
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info)
  const value = (key: string): unknown => (info instanceof PDFDict ? info.lookup(name(key)) : undefined)
  const trapped = value('Trapped')
  const isTrapped = trapped instanceof PDFName ? trapped.decodeText() : ''
  const dates = [
    ['CreationDate', 'xmp:CreateDate'],
    ['ModDate', 'xmp:ModifyDate'],
  ] as const
  const ids = ['xmpMM:DocumentID', 'xmpMM:InstanceID', 'xmpMM:VersionID', 'xmpMM:RenditionClass']
  return faults([
    [xmp.title.trim() === '', 'it has no title'],
    [
      claims.infoTitle !== claims.xmpTitle,
      `it has two titles, “${claims.infoTitle}” and “${claims.xmpTitle}”`,
    ],
    ...dates.map(([old, young]): Fault => {
      const [one, other] = [instantOf(textOf(value(old))), Date.parse(xmp.value(young))]
      return [one !== other, `its dates do not agree (${old}, ${young})`]
    }),
    [Number.isNaN(Date.parse(xmp.value('xmp:MetadataDate'))), 'its metadata have no date'],
    [!['True', 'False'].includes(isTrapped), 'it does not say whether it is trapped'],
    [isTrapped !== xmp.value('pdf:Trapped'), 'it says two things about trapping'],
    ...ids.map((id): Fault => [xmp.value(id) === '', `its metadata have no ${id}`]),
  ])
}

/** `D:20130726101500+01'00'` → milliseconds since 1970 (ISO 32000-1, 7.9.4). */
function instantOf(date: string): number {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?)?/.exec(date)
  if (!parts) return Number.NaN
  const [, year, month, day, hour, minute, second, zone, zoneMinutes = '00'] = parts
  return Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${zone ? `${zone}:${zoneMinutes}` : 'Z'}`,
  )
}

function faultsOfCatalog({ catalog }: PDFDocument): string[] {
  const has = (key: string): boolean => catalog.lookup(name(key)) !== undefined
  const names = catalog.lookup(name('Names'))
  const holds = (key: string): boolean => names instanceof PDFDict && names.has(name(key))
  return faults([
    [has('OpenAction') || has('AA'), 'it does something when it is opened'],
    [holds('JavaScript'), 'it holds a program'],
    [has('AcroForm'), 'it holds a form to be filled in'],
    [holds('EmbeddedFiles') || has('AF'), 'it holds other files'],
    [has('OCProperties'), 'it has layers that can be hidden'],
  ])
}

function faultsOfPage(node: PDFDict): string[] {
  const annotations = node.lookup(name('Annots'))
  return faults([
    [annotations instanceof PDFArray && annotations.size() > 0, 'it has links or notes on it'],
    [node.has(name('AA')), 'it does something when it is opened'],
    [node.has(name('PresSteps')), 'it is made to be presented'],
  ])
}

function faultsOfStreams({ context }: PDFDocument): string[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (object instanceof PDFRawStream) return faultsOfStream(object.dict)
    if (object instanceof PDFDict && object.has(name('JS'))) return ['it holds a program']
    return []
  })
}

function faultsOfStream(dict: PDFDict): string[] {
  const has = (key: string): boolean => dict.has(name(key))
  const isA = (key: string, value: string): boolean => dict.lookup(name(key)) === name(value)
  return faults([
    [has('F') || has('FFilter'), 'a part of it lies in another file'],
    [
      filtersOf(dict).some((filter) => /^\/(?:LZWDecode|LZW)$/.test(filter)),
      'a part of it is compressed with LZW',
    ],
    [filtersOf(dict).includes('/Crypt'), 'a part of it is encrypted'],
    [isA('Subtype', 'PS') || isA('Subtype2', 'PS') || has('PS'), 'it holds PostScript'],
    [has('Alternates'), 'a picture has another one for other purposes (Alternates)'],
    [has('OPI'), 'a picture stands for another one (OPI)'],
    [isA('Subtype', 'Form') && has('Ref'), 'a part of a page comes from another file (Ref)'],
  ])
}

function filtersOf(dict: PDFDict): string[] {
  const filter: PDFObject | undefined = dict.lookup(name('Filter'))
  if (filter instanceof PDFArray) return filter.asArray().map((_, index) => String(filter.lookup(index)))
  return filter ? [String(filter)] : []
}

type Fault = readonly [isThere: boolean, words: string]

const faults = (all: readonly Fault[]): string[] =>
  all.flatMap(([isThere, words]) => (isThere ? [words] : []))

import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib'
import { textOf } from '../../../ground/pdf/decoded-text.ts'
import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import type { FactsOf } from '../../../rules/rules.ts'
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
      [claims && !isClaimed, 'not-claimed'],
      [!claims && isClaimed, 'claimed-by-a-draft'],
    ]),
    ...faultsOfHead(read),
    ...faultsOfXmp(read),
    ...faultsOfCatalog(pdf),
    ...faultsOfStreams(pdf),
  ]
  const ofPages = pdf.getPages().flatMap(({ node }, index) => {
    const states = read.pages[index]?.forbidden ?? []
    return [...faultsOfPage(node), ...states.map((state) => ({ problem: 'sets-state', state }) as const)].map(
      (facts) => finding('press-meets-pdfx', { page: index + 1 }, facts),
    )
  })
  return [
    ...new Map(
      ofFile.map((facts) => [JSON.stringify(facts), finding('press-meets-pdfx', {}, facts)]),
    ).values(),
    ...ofPages,
  ]
}

const LATEST = 1.6

function faultsOfHead({ pdf, version }: ReadPressBytes): Facts[] {
  const { context, catalog } = pdf
  const later = catalog.lookup(name('Version'))
  return faults([
    [!(Number(version) <= LATEST), { problem: 'later-version', version }],
    [later instanceof PDFName && !(Number(later.decodeText()) <= LATEST), 'later-in-catalog'],
    [context.trailerInfo.Encrypt !== undefined, 'encrypted'],
    [!(context.lookup(context.trailerInfo.ID) instanceof PDFArray), 'no-id'],
  ])
}

/** What the file says of itself, once for new programs and once for old ones. */
function faultsOfXmp({ pdf, xmp, claims }: ReadPressBytes): Facts[] {
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
    [xmp.title.trim() === '', 'no-title'],
    [
      claims.infoTitle !== claims.xmpTitle,
      { problem: 'two-titles', one: claims.infoTitle, other: claims.xmpTitle },
    ],
    ...dates.map(([old, young]): Fault => {
      const [one, other] = [instantOf(textOf(value(old))), Date.parse(xmp.value(young))]
      return [one !== other, { problem: 'dates-differ', one: old, other: young }]
    }),
    [Number.isNaN(Date.parse(xmp.value('xmp:MetadataDate'))), 'no-date'],
    [!['True', 'False'].includes(isTrapped), 'trapping-unsaid'],
    [isTrapped !== xmp.value('pdf:Trapped'), 'trapping-said-twice'],
    ...ids.map((id): Fault => [xmp.value(id) === '', { problem: 'no-entry', entry: id }]),
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

function faultsOfCatalog({ catalog }: PDFDocument): Facts[] {
  const has = (key: string): boolean => catalog.lookup(name(key)) !== undefined
  const names = catalog.lookup(name('Names'))
  const holds = (key: string): boolean => names instanceof PDFDict && names.has(name(key))
  return faults([
    [has('OpenAction') || has('AA'), 'acts-when-opened'],
    [holds('JavaScript'), 'program'],
    [has('AcroForm'), 'form'],
    [holds('EmbeddedFiles') || has('AF'), 'other-files'],
    [has('OCProperties'), 'layers'],
  ])
}

function faultsOfPage(node: PDFDict): Facts[] {
  const annotations = node.lookup(name('Annots'))
  return faults([
    [annotations instanceof PDFArray && annotations.size() > 0, 'links-or-notes'],
    [node.has(name('AA')), 'acts-when-opened'],
    [node.has(name('PresSteps')), 'presentation'],
  ])
}

function faultsOfStreams({ context }: PDFDocument): Facts[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (object instanceof PDFRawStream) return faultsOfStream(object.dict)
    if (object instanceof PDFDict && object.has(name('JS'))) return [{ problem: 'program' }]
    return []
  })
}

function faultsOfStream(dict: PDFDict): Facts[] {
  const has = (key: string): boolean => dict.has(name(key))
  const isA = (key: string, value: string): boolean => dict.lookup(name(key)) === name(value)
  return faults([
    [has('F') || has('FFilter'), 'part-elsewhere'],
    [filtersOf(dict).some((filter) => /^\/(?:LZWDecode|LZW)$/.test(filter)), 'lzw'],
    [filtersOf(dict).includes('/Crypt'), 'encrypted-part'],
    [isA('Subtype', 'PS') || isA('Subtype2', 'PS') || has('PS'), 'postscript'],
    [has('Alternates'), 'alternates'],
    [has('OPI'), 'opi'],
    [isA('Subtype', 'Form') && has('Ref'), 'reference'],
  ])
}

function filtersOf(dict: PDFDict): string[] {
  const filter: PDFObject | undefined = dict.lookup(name('Filter'))
  if (filter instanceof PDFArray) return filter.asArray().map((_, index) => String(filter.lookup(index)))
  return filter ? [String(filter)] : []
}

type Facts = FactsOf<'press-meets-pdfx'>
type Plain<One> = One extends { problem: infer Name }
  ? keyof One extends 'problem' | 'none'
    ? Name
    : never
  : never
/** One that needs no more facts is told by its name. */
type Fault = readonly [isThere: boolean, facts: Facts | Plain<Facts>]

const faults = (all: readonly Fault[]): Facts[] =>
  all.flatMap(([isThere, facts]) =>
    isThere ? [typeof facts === 'string' ? ({ problem: facts } as Facts) : facts] : [],
  )

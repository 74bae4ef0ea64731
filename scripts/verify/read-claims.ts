import { PDFArray, PDFBool, PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { textOf } from '../ground/pdf/decoded-text.ts'
import { inflated } from '../ground/pdf/inflated.ts'
import { readXmp, type Xmp } from './read-xmp.ts'

/** What a file says of itself, and what a claim needs beside it. */
export interface ReadClaims {
  /** `PDF/UA-1`, `PDF/A-2a`, `PDF/X-4`, as the XMP packet has them. */
  readonly names: readonly string[]
  /** What kind of copy it is (`xmpMM:RenditionClass`): `default`, `proof:imposed`. */
  readonly rendition: string
  readonly language: string
  /** Title in Info and in XMP. */
  readonly infoTitle: string
  readonly xmpTitle: string
  readonly isMarked: boolean
  readonly showsTitle: boolean
  /** Pages whose keyboard order is not that of the structure. */
  readonly pagesOutOfOrder: readonly number[]
  readonly hasOutputIntent: boolean
  readonly hasId: boolean
}

const name = PDFName.of
const TABS = name('Tabs')
const S = name('S')

export function readClaims(pdf: PDFDocument): ReadClaims {
  const { catalog, context } = pdf
  const xmp = xmpOf(pdf)
  const info = context.lookup(context.trailerInfo.Info)
  const marks = catalog.lookup(name('MarkInfo'))
  const preferences = catalog.lookup(name('ViewerPreferences'))
  const intents = catalog.lookup(name('OutputIntents'))
  return {
    names: claimsOf(xmp),
    rendition: xmp.value('xmpMM:RenditionClass'),
    language: textOf(catalog.lookup(name('Lang'))),
    infoTitle: info instanceof PDFDict ? textOf(info.lookup(name('Title'))) : '',
    xmpTitle: xmp.title,
    isMarked: isTrue(marks, 'Marked'),
    showsTitle: isTrue(preferences, 'DisplayDocTitle'),
    pagesOutOfOrder: pdf.getPages().flatMap((page, index) => (page.node.get(TABS) === S ? [] : [index + 1])),
    hasOutputIntent: intents instanceof PDFArray && intents.size() > 0,
    hasId: context.lookup(context.trailerInfo.ID) instanceof PDFArray,
  }
}

/** The packet of the file itself; an empty one when there is none. */
export function xmpOf({ catalog }: PDFDocument): Xmp {
  const metadata = catalog.lookup(name('Metadata'))
  return readXmp(metadata instanceof PDFRawStream ? inflated(metadata).toString('utf8') : '')
}

const isTrue = (dictionary: unknown, key: string): boolean =>
  dictionary instanceof PDFDict && dictionary.lookup(name(key)) === PDFBool.True

function claimsOf({ value }: Xmp): string[] {
  const ua = value('pdfuaid:part')
  const part = value('pdfaid:part')
  const claims = part ? [`PDF/A-${part}${value('pdfaid:conformance').toLowerCase()}`] : []
  const press = value('pdfxid:GTS_PDFXVersion')
  return [...(ua ? [`PDF/UA-${ua}`] : []), ...claims, ...(press ? [press] : [])]
}

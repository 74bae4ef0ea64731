import { PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { textOf } from '../../ground/pdf/decoded-text.ts'
import { VERSION } from '../../ground/version.ts'
import { setMetadata } from '../metadata.ts'
import type { Claims } from '../xmp.ts'

const name = PDFName.of

/** A file that does not say when it was made is of this day: the same input gives the same bytes. */
const NO_DATE = '2000-01-01T00:00:00Z'

/** Title, people and date of the new paper, and that this is a marked copy of it. */
export function setRedlineMetadata(pdf: PDFDocument, title: string, claims: Claims): void {
  const found = pdf.context.lookup(pdf.context.trailerInfo.Info)
  const said = (key: string): string => (found instanceof PDFDict ? textOf(found.lookup(name(key))) : '')
  const author = said('Author')
  const description = {
    title,
    authors: author === '' ? [] : [author],
    subject: said('Subject'),
    keywords: said('Keywords') === '' ? [] : [said('Keywords')],
    language: textOf(pdf.catalog.lookup(name('Lang'))) || 'und',
    creator: `whitepaper ${VERSION}`,
    producer: said('Producer'),
    rights: '',
    date: dateOf(said('CreationDate')),
  }
  setMetadata(pdf, description, claims)
}

/** `D:20130726120000+01'00'`; where it is no such thing, the day for those that say none. */
function dateOf(written: string): Date {
  const [, year, ...parts] =
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-]\d\d)'?(\d\d)?)?/.exec(written) ?? []
  const [month = '01', day = '01', hour = '00', minute = '00', second = '00', zone, more = '00'] = parts
  const offset = zone === undefined ? 'Z' : `${zone}:${more}`
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(date.getTime()) ? new Date(NO_DATE) : date
}

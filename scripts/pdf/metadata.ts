import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import type { Description } from './describe.ts'
import { CLAIMS, type Claims, xmp } from './xmp.ts'

/**
 * Title, people, subject and dates in Info and XMP alike; the viewer shows the title and opens with the bookmarks.
 * `claims`: what the file says of itself.
 */
export function setMetadata(pdf: PDFDocument, description: Description, claims: Claims): void {
  const { context, catalog } = pdf
  context.trailerInfo.Info = context.register(infoOf(pdf, description))
  const packet = Buffer.from(xmp(description, CLAIMS[claims]), 'utf8')
  // Not compressed, so that programs which know nothing of PDF find it.
  const dictionary = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length })
  catalog.set(PDFName.of('Metadata'), context.register(PDFRawStream.of(dictionary, packet)))
  catalog.set(PDFName.of('Lang'), PDFString.of(description.language))
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({})
  preferences.set(PDFName.of('DisplayDocTitle'), context.obj(true))
  catalog.set(PDFName.of('ViewerPreferences'), preferences)
  if (catalog.has(PDFName.of('Outlines'))) catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

/** Title, people, subject, programs and dates. */
export function infoOf(pdf: PDFDocument, description: Description): PDFDict {
  const info = pdf.context.obj({})
  const texts = {
    Title: description.title,
    Author: description.authors.join('; '),
    Subject: description.subject,
    Keywords: description.keywords.join(', '),
    Creator: description.creator,
    Producer: description.producer,
  }
  for (const [key, text] of Object.entries(texts)) {
    if (text) info.set(PDFName.of(key), PDFHexString.fromText(text))
  }
  const date = PDFString.of(pdfDate(description.date))
  info.set(PDFName.of('CreationDate'), date)
  info.set(PDFName.of('ModDate'), date)
  return info
}

/** `D:20130726000000Z`: always UTC, whatever the machine's time zone. */
const pdfDate = (date: Date): string => `D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`

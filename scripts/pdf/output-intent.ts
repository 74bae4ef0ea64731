import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { type PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'

const CONDITION = 'sRGB IEC61966-2.1'

/**
 * Says that the colours of the pages are those of sRGB, which is what the browser computed them in (PDF/A-2,
 * 6.2.4.3).
 */
export function setOutputIntent(pdf: PDFDocument): void {
  const { context, catalog } = pdf
  const profile = deflateSync(readFileSync(new URL('../ground/colour/profiles/srgb.icc', import.meta.url)))
  const dictionary = context.obj({ N: 3, Filter: 'FlateDecode', Length: profile.length })
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of(CONDITION),
    RegistryName: PDFString.of('http://www.color.org'),
    Info: PDFString.of(CONDITION),
    DestOutputProfile: context.register(PDFRawStream.of(dictionary, profile)),
  })
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
}

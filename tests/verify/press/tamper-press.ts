// Ways to damage the small press file in one place.
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import type { PressFacts } from '../../../scripts/model/press.ts'
import type { PressAgainst } from '../../../scripts/verify/press/press-proof.ts'
import { readPressBytes } from '../../../scripts/verify/press/read-press.ts'
import { factsOf } from '../../../scripts/verify/press/verify-press.ts'
import { redraw, tamper } from '../tamper.ts'
import { against, fileOf } from './press-file.ts'

const name = PDFName.of

/** With our own reader alone: another one starts in a third of a second, which is long for sixty files. */
export async function factsOfDamaged(
  sound: Uint8Array,
  change: (pdf: PDFDocument) => void,
  wanted: PressAgainst = against,
): Promise<PressFacts> {
  const file = fileOf(await tamper(sound, change))
  const read = await readPressBytes(file.bytes)
  return factsOf({ ...wanted, file, read: { ...read, pagesSeen: read.pages.length } })
}

/** Draws on a page as if it were part of it, within the clip of the bleed. */
export const paint = (pdf: PDFDocument, page: number, what: string): void =>
  redraw(pdf, page, (content) => content.replace('\nQ', `\n${what}\nQ`))
export const replace = (pdf: PDFDocument, page: number, from: string, to: string): void =>
  redraw(pdf, page, (content) => content.replace(from, to))
export const resources = (pdf: PDFDocument, kind: string): PDFDict =>
  pdf.getPage(0).node.Resources()!.lookup(name(kind), PDFDict)
export const picture = (pdf: PDFDocument): PDFDict =>
  (resources(pdf, 'XObject').lookup(name('Picture')) as PDFRawStream).dict
export const info = (pdf: PDFDocument): PDFDict => pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict)
export const intents = (pdf: PDFDocument): PDFArray => pdf.catalog.lookup(name('OutputIntents'), PDFArray)

export function rewriteXmp(pdf: PDFDocument, from: string | RegExp, to: string): void {
  const { contents } = pdf.catalog.lookup(name('Metadata')) as PDFRawStream
  const packet = Buffer.from(Buffer.from(contents).toString('utf8').replace(from, to), 'utf8')
  const dictionary = pdf.context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length })
  pdf.catalog.set(name('Metadata'), pdf.context.register(PDFRawStream.of(dictionary, packet)))
}

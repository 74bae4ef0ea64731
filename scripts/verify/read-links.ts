import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFPage, PDFRef } from '@cantoo/pdf-lib'
import { textOf } from '../ground/pdf/decoded-text.ts'

/** A link annotation. It has a destination inside the file, or an address outside of it. */
export interface ReadAnnotation {
  readonly object: number
  readonly page: number
  /** Name of the destination as the file has it; '' for an address. */
  readonly destination: string
  readonly address: string
  /** What it says of itself. */
  readonly contents: string
  /** Its key in the parent tree, -1 when it has none. */
  readonly parentKey: number
}

/** The link annotations of one page. */
export function readLinks(page: PDFPage, number: number): readonly ReadAnnotation[] {
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
  return (annotations?.asArray() ?? []).flatMap((reference, index) => {
    const annotation = annotations?.lookupMaybe(index, PDFDict)
    if (annotation?.get(PDFName.of('Subtype')) !== PDFName.of('Link')) return []
    const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict)
    const destination = annotation.lookup(PDFName.of('Dest')) ?? action?.lookup(PDFName.of('D'))
    return [
      {
        object: reference instanceof PDFRef ? reference.objectNumber : 0,
        page: number,
        destination: destination instanceof PDFName ? destination.decodeText() : textOf(destination),
        address: textOf(action?.lookup(PDFName.of('URI'))),
        contents: textOf(annotation.lookup(PDFName.of('Contents'))),
        parentKey: annotation.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber() ?? -1,
      },
    ]
  })
}

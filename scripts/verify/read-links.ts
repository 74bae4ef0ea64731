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

const ANNOTATIONS = PDFName.of('Annots')
const SUBTYPE = PDFName.of('Subtype')
const LINK = PDFName.of('Link')
const ACTION = PDFName.of('A')
const DESTINATION = PDFName.of('Dest')
const D = PDFName.of('D')
const URI = PDFName.of('URI')
const CONTENTS = PDFName.of('Contents')
const STRUCT_PARENT = PDFName.of('StructParent')

/** The link annotations of one page. */
export function readLinks(page: PDFPage, number: number): readonly ReadAnnotation[] {
  const annotations = page.node.lookupMaybe(ANNOTATIONS, PDFArray)
  return (annotations?.asArray() ?? []).flatMap((reference, index) => {
    const annotation = annotations?.lookupMaybe(index, PDFDict)
    if (annotation?.get(SUBTYPE) !== LINK) return []
    const action = annotation.lookupMaybe(ACTION, PDFDict)
    const destination = annotation.lookup(DESTINATION) ?? action?.lookup(D)
    return [
      {
        object: reference instanceof PDFRef ? reference.objectNumber : 0,
        page: number,
        destination: destination instanceof PDFName ? destination.decodeText() : textOf(destination),
        address: textOf(action?.lookup(URI)),
        contents: textOf(annotation.lookup(CONTENTS)),
        parentKey: annotation.lookupMaybe(STRUCT_PARENT, PDFNumber)?.asNumber() ?? -1,
      },
    ]
  })
}

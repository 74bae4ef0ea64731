import { deflateSync } from 'node:zlib'
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { inflated } from '../../ground/pdf/inflated.ts'
import type { Matrix } from '../../ground/pdf/matrix.ts'
import { type PageBoxes, readPageBoxes } from '../../ground/pdf/page-boxes.ts'

/** A page that can be drawn upright, its trim's lower left corner at 0, like a picture. */
export interface PageForm {
  readonly form: PDFRef
  /** Of the trim. */
  readonly widthPt: number
  readonly heightPt: number
  /** How the page wants to be blended (ISO 32000-1, 11.4.7); '' for as usual. */
  readonly group: PDFDict | undefined
}

/** What the pages of a file have in common. */
export interface Forms {
  readonly context: PDFContext
  /** Pages that draw the same in the same way share a form, so that a small file stays small. */
  readonly known: Map<string, PDFRef>
  /** Resources that pages inherit from their parents, once they have a number of their own. */
  readonly resources: Map<PDFDict, PDFRef>
  /** Of all that the forms draw. */
  bytes: number
}

/** A file has less; only one that makes many pages of the same content comes to more, and fills a disk. */
export const MAX_FORM_BYTES = 256 * 1024 * 1024

/** Turns a page into a form XObject (ISO 32000-1, 8.10) of the same file. Its content is taken as it is, compressed. */
export function pageAsForm(page: PDFPage, forms: Forms): PageForm {
  const boxes = readPageBoxes(page)
  const { widthPt, heightPt } = boxes
  const group = page.node.lookupMaybe(PDFName.of('Group'), PDFDict)
  const resources = resourcesOf(page, forms)
  const matrix = uprightMatrix(boxes)
  const contents = page.node.get(PDFName.of('Contents'))
  const key = [contents, resources, matrix, boxes.shown].join(' ')
  const form =
    forms.known.get(key) ?? forms.context.register(formOf(page, { resources, matrix, boxes }, forms))
  forms.known.set(key, form)
  return { form, widthPt, heightPt, group }
}

function resourcesOf(page: PDFPage, { context, resources }: Forms): PDFRef {
  const own = page.node.getInheritableAttribute(PDFName.of('Resources'))
  if (own instanceof PDFRef) return own
  const dictionary = own instanceof PDFDict ? own : context.obj({})
  const known = resources.get(dictionary) ?? context.register(dictionary)
  resources.set(dictionary, known)
  return known
}

/** From the page's coordinates to the upright page in points. */
function uprightMatrix({ trim: [left, bottom, right, top], turned, unitPt: unit }: PageBoxes): Matrix {
  switch (turned) {
    case 0:
      return [unit, 0, 0, unit, -left * unit, -bottom * unit]
    case 90:
      return [0, -unit, unit, 0, -bottom * unit, right * unit]
    case 180:
      return [-unit, 0, 0, -unit, right * unit, top * unit]
    case 270:
      return [0, unit, -unit, 0, top * unit, -left * unit]
  }
}

interface FormParts {
  readonly resources: PDFRef
  readonly matrix: Matrix
  readonly boxes: PageBoxes
}

function formOf(page: PDFPage, { resources, matrix, boxes }: FormParts, forms: Forms): PDFRawStream {
  const stream = contentOf(page, forms)
  forms.bytes += stream.contents.length
  const dictionary = forms.context.obj({})
  for (const key of ['Filter', 'DecodeParms']) {
    const value = stream.dict.get(PDFName.of(key))
    if (value) dictionary.set(PDFName.of(key), value)
  }
  const entries = { Type: 'XObject', Subtype: 'Form', Length: stream.contents.length, Resources: resources }
  for (const [key, value] of forms.context.obj(entries).entries()) dictionary.set(key, value)
  dictionary.set(PDFName.of('BBox'), forms.context.obj([...boxes.shown]))
  dictionary.set(PDFName.of('Matrix'), forms.context.obj(matrix))
  return PDFRawStream.of(dictionary, stream.contents)
}

/** The one stream of the page; of several, their bytes with a line break between (ISO 32000-1, 7.8.2). */
function contentOf(page: PDFPage, forms: Forms): PDFRawStream {
  const contents: unknown = page.node.Contents()
  if (contents instanceof PDFRawStream) return contents
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : []
  const [first, ...others] = streams.filter((stream) => stream instanceof PDFRawStream)
  if (first && others.length === 0) return first
  const parts: Buffer[] = []
  for (const stream of first ? [first, ...others] : []) {
    const part = inflated(stream)
    forms.bytes += part.length + 1
    if (forms.bytes > MAX_FORM_BYTES) return PDFRawStream.of(forms.context.obj({}), new Uint8Array()) // refused
    parts.push(part, LINE_BREAK)
  }
  const dictionary = forms.context.obj({ Filter: 'FlateDecode' })
  return PDFRawStream.of(dictionary, deflateSync(Buffer.concat(parts)))
}

const LINE_BREAK = Buffer.from('\n')

// Puts clip, marks and slug line around what a sheet shows.

import {
  PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { Matrix } from '../../ground/pdf/matrix.ts'
import { pointsOf } from '../../ground/units.ts'
import { ALL_INKS, drawMarks } from './marks.ts'
import { rounded, type SheetBoxes, setBoxes } from './sheet-boxes.ts'

const name = PDFName.of

export interface Dressing {
  readonly boxes: SheetBoxes
  /** Turns the page's own content into the sheet's coordinates; undefined where they are the same. */
  readonly turn?: Matrix
  /** The slug line as a form, its lower left corner at 0. */
  readonly slug: PDFRef | undefined
  readonly allInks: PDFRef
  /** Where the spine begins and ends. */
  readonly folds?: readonly number[]
}

const SLUG = 'PressSlug'
/** From the trim's corner, so that the line keeps clear of the crop mark. */
const SLUG_IN_MM = 2
/** Between the bleed and the line. */
const SLUG_DOWN_MM = 1.5
/** The height of its form: see slug-forms.ts. */
const SLUG_HEIGHT_MM = 4

/** In place. Annotations, tags and tab order go: a printed sheet has none of them (ISO 15930-7, 6.17). */
export function dressSheet(pdf: PDFDocument, page: PDFPage, dressing: Dressing): void {
  const { node } = page
  const { boxes, turn, slug, allInks, folds } = dressing
  setBoxes(node, boxes)
  for (const key of ['Annots', 'StructParents', 'Tabs', 'AA', 'PZ']) node.delete(name(key))
  const resources = node.lookup(name('Resources')) as PDFDict
  setResource(resources, 'ColorSpace', ALL_INKS, allInks)
  if (slug) setResource(resources, 'XObject', SLUG, slug)
  const before = `q ${rectangle(boxes.bleed)} re W n\n${turn ? `${turn.map(rounded).join(' ')} cm\n` : ''}`
  const after = `\nQ\n${drawMarks(boxes, folds)}${slug ? slugOperators(boxes) : ''}`
  const content = [
    pdf.context.stream(before),
    ...streamsOf(node.get(name('Contents'))),
    pdf.context.stream(after),
  ]
  const references = content.map((one) => ('objectNumber' in one ? one : pdf.context.register(one)))
  node.set(name('Contents'), pdf.context.obj(references as PDFObject[]))
}

function streamsOf(contents: PDFObject | undefined): PDFObject[] {
  if (contents === undefined) return []
  return contents instanceof PDFArray ? contents.asArray() : [contents]
}

function setResource(resources: PDFDict, kind: string, key: string, value: PDFRef): void {
  const found = resources.lookup(name(kind))
  const dictionary = (found ?? resources.context.obj({})) as PDFDict
  dictionary.set(name(key), value)
  resources.set(name(kind), dictionary)
}

const rectangle = ([left, bottom, right, top]: SheetBoxes['bleed']): string =>
  [left, bottom, right - left, top - bottom].map(rounded).join(' ')

function slugOperators({ trim, bleed }: SheetBoxes): string {
  const x = rounded(trim[0] + pointsOf(SLUG_IN_MM))
  const y = rounded(bleed[1] - pointsOf(SLUG_DOWN_MM + SLUG_HEIGHT_MM))
  return `q 1 0 0 1 ${x} ${y} cm /${SLUG} Do Q\n`
}

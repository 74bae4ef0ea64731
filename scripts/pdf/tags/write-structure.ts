import {
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { Place, placeOfId } from '../place.ts'
import type { Annotation, Mark, TagElement } from './element.ts'
import { walk } from './walk.ts'

const name = PDFName.of

/** What was written, and all that leads into it: where pieces are joined, it is put together (ISO 32000-1, 14.7.4). */
export interface WrittenStructure {
  /** Elements, or lists of them, in the order of the keys that pages, forms and annotations got. */
  readonly parents: readonly PDFRef[]
  readonly ids: readonly (readonly [string, PDFRef])[]
  readonly types: ReadonlySet<string>
}

interface Writing {
  readonly pdf: PDFDocument
  readonly context: PDFContext
  readonly pages: readonly PDFRef[]
  /** Owners of the marks of each page and form, by their number. */
  readonly pageMarks: (PDFRef | undefined)[][]
  readonly formMarks: Map<PDFRef, (PDFRef | undefined)[]>
  readonly annotations: [PDFRef, PDFRef][]
  readonly ids: [string, PDFRef][]
  readonly types: Set<string>
  /** Attributes that many elements share are written once. */
  readonly shared: Map<string, PDFRef>
}

/** Writes the repaired tree. Its root has no parent yet. */
export function writeStructure(pdf: PDFDocument, root: TagElement): WrittenStructure {
  const { context } = pdf
  const pages = pdf.getPages().map((page) => page.ref)
  const writing: Writing = {
    pdf,
    context,
    pages,
    pageMarks: pages.map(() => []),
    formMarks: new Map(),
    annotations: [],
    ids: [],
    types: new Set(),
    shared: new Map(),
  }
  walk(root, (element) => {
    element.reference ??= context.nextRef()
  })
  walk(root, (element) => writeElement(writing, element))
  return { parents: writeParents(writing), ids: writing.ids, types: writing.types }
}

function writeElement(writing: Writing, element: TagElement): void {
  const { context, pages } = writing
  const own = element.reference!
  writing.types.add(element.type)
  const object = context.obj({ S: element.type, P: element.parent?.reference })
  const text = (key: string, value: string | undefined) => {
    if (value !== undefined) object.set(name(key), PDFHexString.fromText(value))
  }
  if (element.language) object.set(name('Lang'), PDFString.of(element.language))
  text('Alt', element.alt)
  text('ActualText', element.actualText)
  if (element.abbreviation !== undefined) object.set(name('E'), new Place('expansion', element.abbreviation))
  if (element.id !== undefined) {
    object.set(name('ID'), placeOfId(element.id))
    writing.ids.push([element.id, own])
  }
  const attributes = attributesOf(writing, element)
  if (attributes) object.set(name('A'), attributes)
  const home = homeOf(element)
  if (home >= 0) object.set(name('Pg'), pages[home]!)
  const kids = element.kids.map((kid): PDFObject => {
    if (kid.kind === 'element') return kid.reference!
    return kid.kind === 'mark' ? markObject(writing, own, kid, home) : annotationObject(writing, own, kid)
  })
  if (kids.length > 0) object.set(name('K'), kids.length === 1 ? kids[0]! : context.obj(kids))
  context.assign(own, object)
}

/** The page of most marks: they need to be no more than a number. */
function homeOf(element: TagElement): number {
  const counts = new Map<number, number>()
  let home = -1
  for (const kid of element.kids) {
    if (kid.kind !== 'mark' || kid.form) continue
    const count = (counts.get(kid.page) ?? 0) + 1
    counts.set(kid.page, count)
    if (count > (counts.get(home) ?? 0)) home = kid.page
  }
  return home
}

function markObject(writing: Writing, owner: PDFRef, mark: Mark, home: number): PDFObject {
  const { context, pages, pageMarks, formMarks } = writing
  if (mark.form) {
    const marks = formMarks.get(mark.form) ?? []
    marks[mark.id] = owner
    formMarks.set(mark.form, marks)
    return context.obj({ Type: 'MCR', Pg: pages[mark.page]!, Stm: mark.form, MCID: mark.id })
  }
  pageMarks[mark.page]![mark.id] = owner
  if (mark.page === home) return PDFNumber.of(mark.id)
  return context.obj({ Type: 'MCR', Pg: pages[mark.page]!, MCID: mark.id })
}

function annotationObject(writing: Writing, owner: PDFRef, annotation: Annotation): PDFObject {
  writing.annotations.push([annotation.reference, owner])
  return writing.context.obj({ Type: 'OBJR', Obj: annotation.reference, Pg: writing.pages[annotation.page]! })
}

/** Chromium writes one object for each attribute, and those that say nothing; here there is one for each owner. */
function attributesOf(writing: Writing, element: TagElement): PDFObject | undefined {
  const owners = new Map<PDFObject | undefined, PDFDict>()
  for (const attributes of element.attributes) {
    const owner = attributes.get(name('O'))
    const merged = owners.get(owner) ?? writing.context.obj({})
    for (const [key, value] of attributes.entries()) if (!saysNothing(key, value)) merged.set(key, value)
    owners.set(owner, merged)
  }
  const said = [...owners.values()].filter((attributes) => attributes.keys().length > 1)
  const references = said.map((attributes) => {
    const key = attributes.toString()
    const known = writing.shared.get(key) ?? writing.context.register(attributes)
    writing.shared.set(key, known)
    return known
  })
  return references.length > 1 ? writing.context.obj(references) : references[0]
}

const saysNothing = (key: PDFName, value: PDFObject): boolean =>
  (key === name('RowSpan') || key === name('ColSpan')) && value instanceof PDFNumber && value.asNumber() === 1

/**
 * From each page, form and annotation back to the elements (ISO 32000-1, 14.7.4.4): gives them keys, and returns what
 * each key stands for.
 */
function writeParents(writing: Writing): PDFRef[] {
  const { context, pdf } = writing
  const parents: PDFRef[] = []
  const add = (value: PDFRef): Place => new Place('key', parents.push(value) - 1)
  const list = (owners: readonly (PDFRef | undefined)[]) =>
    context.register(context.obj(Array.from(owners, (owner) => owner ?? PDFNull)))
  pdf.getPages().forEach((page, index) => {
    const owners = writing.pageMarks[index]!
    if (owners.length === 0) page.node.delete(name('StructParents'))
    else page.node.set(name('StructParents'), add(list(owners)))
    page.node.set(name('Tabs'), name('S'))
  })
  for (const [form, owners] of writing.formMarks) {
    const stream = context.lookup(form) as { dict?: PDFDict } | undefined
    stream?.dict?.set(name('StructParents'), add(list(owners)))
  }
  for (const [annotation, owner] of writing.annotations) {
    context.lookupMaybe(annotation, PDFDict)?.set(name('StructParent'), add(owner))
  }
  return parents
}

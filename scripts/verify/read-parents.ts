import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'

/** The ways back into the structure tree: from what a page draws, from a link, from an id, from a type of one's own. */
export interface ReadParents {
  /** Object number of the element that owns a mark of a page; 0 for none. */
  readonly ofMark: (page: number, key: string) => number
  /** The same for an annotation, by its key in the tree. */
  readonly ofAnnotation: (key: number) => number
  /** Ids of the id tree → object number of the element. */
  readonly ids: ReadonlyMap<string, number>
  readonly roles: ReadonlyMap<string, string>
}

type Entry = number | readonly number[]

const name = PDFName.of

export function readParents(pdf: PDFDocument): ReadParents {
  const { context, catalog } = pdf
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  const entries = new Map<number, Entry>()
  readNumbers(root?.lookupMaybe(name('ParentTree'), PDFDict), entries, new Set())
  const ids = new Map<string, number>()
  readIds(root?.lookupMaybe(name('IDTree'), PDFDict), ids, new Set())
  const roles = root?.lookupMaybe(name('RoleMap'), PDFDict)?.entries() ?? []
  const pages = pdf.getPages().map((page) => keyOf(page.node))
  return {
    ofMark: (page, key) => {
      const form = key.indexOf(' ')
      const owner = form < 0 ? pages[page - 1] : keyOfForm(context, Number(key.slice(form)))
      const entry = owner === undefined ? undefined : entries.get(owner)
      return Array.isArray(entry) ? (entry[Number.parseInt(key, 10)] ?? 0) : 0
    },
    ofAnnotation: (key) => {
      const entry = entries.get(key)
      return typeof entry === 'number' ? entry : 0
    },
    ids,
    roles: new Map(
      roles.map(([from, to]) => [from.decodeText(), to instanceof PDFName ? to.decodeText() : '']),
    ),
  }
}

const keyOf = (dictionary: PDFDict): number | undefined => {
  const key = dictionary.lookup(name('StructParents'))
  return key instanceof PDFNumber ? key.asNumber() : undefined
}

function keyOfForm(context: PDFContext, object: number): number | undefined {
  const form = context.lookup(PDFRef.of(object))
  return form instanceof PDFRawStream ? keyOf(form.dict) : undefined
}

/** A number tree (ISO 32000-1, 7.9.7): pairs in the leaves, kids above them. */
function readNumbers(node: PDFDict | undefined, entries: Map<number, Entry>, seen: Set<PDFDict>): void {
  if (!node || seen.has(node)) return
  seen.add(node)
  const pairs = node.lookup(name('Nums'))
  if (pairs instanceof PDFArray) {
    for (let index = 0; index + 1 < pairs.size(); index += 2) {
      const key = pairs.lookup(index)
      const value = pairs.get(index + 1)
      const list = pairs.lookup(index + 1)
      if (!(key instanceof PDFNumber)) continue
      entries.set(key.asNumber(), list instanceof PDFArray ? list.asArray().map(numberOf) : numberOf(value))
    }
  }
  for (const kid of kidsOf(node)) readNumbers(kid, entries, seen)
}

function readIds(node: PDFDict | undefined, ids: Map<string, number>, seen: Set<PDFDict>): void {
  if (!node || seen.has(node)) return
  seen.add(node)
  const pairs = node.lookup(name('Names'))
  if (pairs instanceof PDFArray) {
    for (let index = 0; index + 1 < pairs.size(); index += 2) {
      const id = pairs.lookup(index)
      if (id instanceof PDFString || id instanceof PDFHexString)
        ids.set(id.decodeText(), numberOf(pairs.get(index + 1)))
    }
  }
  for (const kid of kidsOf(node)) readIds(kid, ids, seen)
}

function kidsOf(node: PDFDict): PDFDict[] {
  const kids = node.lookup(name('Kids'))
  if (!(kids instanceof PDFArray)) return []
  return kids.asArray().flatMap((_, index) => {
    const kid = kids.lookup(index)
    return kid instanceof PDFDict ? [kid] : []
  })
}

const numberOf = (value: unknown): number => (value instanceof PDFRef ? value.objectNumber : 0)

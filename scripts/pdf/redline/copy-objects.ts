import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'

/** Keys into the tree of parents: they go on behind those of the file that the objects come into. */
const KEYS = new Set(['StructParent', 'StructParents'].map((key) => PDFName.of(key)))

/** Copies an object of one file into another, with all that it leads to. */
export type CopyObject = <Kind extends PDFObject>(object: Kind) => Kind

/**
 * `known`: references of the one file that are these in the other, so that they are not followed. What several
 * copies lead to is copied once.
 */
export function copyObjects(
  from: PDFContext,
  into: PDFContext,
  known: Map<PDFRef, PDFRef>,
  firstKey: number,
): CopyObject {
  const open: [PDFRef, PDFRef][] = []
  const reference = (ref: PDFRef): PDFRef => {
    const own = known.get(ref) ?? into.nextRef()
    if (!known.has(ref)) open.push([ref, own])
    known.set(ref, own)
    return own
  }
  const dictionary = (object: PDFDict): PDFDict => {
    const copied = into.obj({})
    for (const [key, value] of object.entries()) {
      const isKey = KEYS.has(key) && value instanceof PDFNumber
      copied.set(key, isKey ? PDFNumber.of(value.asNumber() + firstKey) : copy(value))
    }
    return copied
  }
  const copy = (object: PDFObject): PDFObject => {
    if (object instanceof PDFRef) return reference(object)
    if (object instanceof PDFRawStream) return PDFRawStream.of(dictionary(object.dict), object.contents)
    if (object instanceof PDFDict) return dictionary(object)
    if (!(object instanceof PDFArray)) return object
    const copied = into.obj([])
    for (const item of object.asArray()) copied.push(copy(item))
    return copied
  }
  return <Kind extends PDFObject>(object: Kind): Kind => {
    const copied = copy(object)
    for (let next = open.pop(); next; next = open.pop()) {
      const found = from.lookup(next[0])
      if (found) into.assign(next[1], copy(found))
    }
    return copied as Kind
  }
}

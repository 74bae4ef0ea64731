import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFString } from '@cantoo/pdf-lib'

const KEYS = new Set(['ID', 'Headers', 'Names', 'Limits'])

interface Place {
  readonly name: string
  readonly write: (name: PDFString) => void
}

/**
 * The browser names the header cells of tables after its own count of nodes, which differs from run to run. They are
 * counted anew in the same order, so that the same input gives the same bytes.
 */
export function countIdsAnew({ context }: PDFDocument): void {
  const places: Place[] = []
  for (const [, object] of context.enumerateIndirectObjects()) look(object, places)
  const names = [...new Set(places.map(({ name }) => name))].sort()
  const anew = new Map(
    names.map((name, at) => [name, PDFString.of(`node${String(at + 1).padStart(8, '0')}`)]),
  )
  for (const { name, write } of places) write(anew.get(name)!)
}

/** Finds the names in what an object holds itself; what it refers to is looked at in its own turn. */
function look(object: PDFObject, places: Place[]): void {
  if (object instanceof PDFArray) object.asArray().forEach((one) => void look(one, places))
  if (!(object instanceof PDFDict)) return
  for (const [key, value] of object.entries()) {
    if (KEYS.has(key.decodeText())) {
      note(value, places, (name) => object.set(key, name))
      if (value instanceof PDFArray)
        value.asArray().forEach((one, at) => void note(one, places, (name) => value.set(at, name)))
    }
    look(value, places)
  }
}

function note(value: PDFObject, places: Place[], write: Place['write']): void {
  if (value instanceof PDFString && /^node\d{8}$/.test(value.asString()))
    places.push({ name: value.asString(), write })
}

import { PDFArray, PDFName, PDFString } from '@cantoo/pdf-lib'
import { idOf, placeOfId } from '../../place.ts'
import type { TagElement } from '../element.ts'
import { walk } from '../walk.ts'

const HEADERS = PDFName.of('Headers')

/**
 * The browser names the header cells of tables after its own count of nodes, which differs from run to run. They are
 * counted anew in the order of the text, so that the same input gives the same bytes. Returns how many there are.
 */
export function countIds(root: TagElement): number {
  const counted = new Map<string, string>()
  const nameFor = (id: string): string => {
    const known = counted.get(id) ?? idOf('cell', counted.size + 1)
    counted.set(id, known)
    return known
  }
  walk(root, (element) => {
    if (element.id !== undefined) element.id = nameFor(element.id)
    for (const attributes of element.attributes) {
      const headers = attributes.lookup(HEADERS)
      if (!(headers instanceof PDFArray)) continue
      headers.asArray().forEach((header, index) => {
        if (header instanceof PDFString) headers.set(index, placeOfId(nameFor(header.decodeText())))
      })
    }
  })
  return counted.size
}

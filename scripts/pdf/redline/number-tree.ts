import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib'

const name = PDFName.of
/** A tree of numbers that goes further down is made to keep a reader busy. */
const MAX_DEPTH = 16

/** The entries of a number tree (ISO 32000-1, 7.9.7), whatever its shape. */
export function readNumberTree(root: PDFDict | undefined): Map<number, PDFObject> {
  const entries = new Map<number, PDFObject>()
  const read = (node: PDFDict, depth: number): void => {
    const nums = node.lookup(name('Nums'))
    if (nums instanceof PDFArray)
      for (let index = 0; index + 1 < nums.size(); index += 2) {
        const key = nums.lookup(index)
        if (key instanceof PDFNumber) entries.set(key.asNumber(), nums.get(index + 1))
      }
    const kids = node.lookup(name('Kids'))
    if (!(kids instanceof PDFArray) || depth > MAX_DEPTH) return
    for (let index = 0; index < kids.size(); index++) {
      const kid = kids.lookup(index)
      if (kid instanceof PDFDict) read(kid, depth + 1)
    }
  }
  if (root) read(root, 0)
  return entries
}

/** The same as one leaf, keys in order. */
export function numberTree(context: PDFContext, entries: ReadonlyMap<number, PDFObject>): PDFDict {
  const sorted = [...entries].sort(([one], [other]) => one - other)
  return context.obj({ Nums: sorted.flatMap(([key, value]) => [PDFNumber.of(key), value]) })
}

import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib'

const name = PDFName.of
/** Names in one leaf of the tree. */
const PER_LEAF = 64

/**
 * Moves the named destinations from the catalog's old dictionary into a name tree. Chromium writes them
 * percent-encoded, three bytes for each byte of UTF-8, as PDF names, which hold 127 bytes at most (PDF/A-2, 6.1.13):
 * fourteen Chinese characters. The keys of a tree are strings, and sorted.
 */
export function moveDestinations(pdf: PDFDocument): void {
  const { catalog, context } = pdf
  const old = catalog.lookupMaybe(name('Dests'), PDFDict)
  if (!old) return
  const entries = old
    .entries()
    .map(([key, value]) => ({ key: keyOf(key), value }))
    .map((entry) => ({ ...entry, bytes: Buffer.from(entry.key.asBytes()) }))
    .sort((one, other) => Buffer.compare(one.bytes, other.bytes))
  const leaves: PDFObject[] = []
  for (let index = 0; index < entries.length; index += PER_LEAF) {
    const part = entries.slice(index, index + PER_LEAF)
    const names = part.flatMap(({ key, value }) => [key, value])
    leaves.push(context.register(context.obj({ Limits: [part[0]!.key, part.at(-1)!.key], Names: names })))
  }
  const names = catalog.lookupMaybe(name('Names'), PDFDict) ?? context.obj({})
  names.set(name('Dests'), context.register(context.obj({ Kids: leaves })))
  catalog.set(name('Names'), names)
  catalog.delete(name('Dests'))
  for (const page of pdf.getPages()) {
    const annotations = page.node.lookupMaybe(name('Annots'), PDFArray)
    annotations?.asArray().forEach((_, index) => {
      const annotation = annotations.lookupMaybe(index, PDFDict)
      useString(annotation, 'Dest')
      useString(annotation?.lookupMaybe(name('A'), PDFDict), 'D')
    })
  }
}

function useString(holder: PDFDict | undefined, key: string): void {
  const value = holder?.get(name(key))
  if (holder && value instanceof PDFName) holder.set(name(key), keyOf(value))
}

function keyOf(written: PDFName): PDFString | PDFHexString {
  const anchor = decoded(written.decodeText())
  return /^[\x20-\x7e]*$/.test(anchor)
    ? PDFString.of(anchor.replace(/[\\()]/g, '\\$&'))
    : PDFHexString.fromText(anchor)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

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

/** The named destinations, as the browser wrote them in the catalog's dictionary: percent-encoded. */
export function readDestinations(pdf: PDFDocument): [anchor: string, place: PDFObject][] {
  const entries = pdf.catalog.lookupMaybe(name('Dests'), PDFDict)?.entries() ?? []
  return entries.map(([key, place]) => [anchorOf(key), place])
}

/**
 * Links name their destinations by strings: a name holds 127 bytes at most (PDF/A-2, 6.1.13), and Chromium writes
 * three for each byte of UTF-8, so that fourteen Chinese characters would be too many.
 */
export function useStrings(pdf: PDFDocument): void {
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
  if (holder && value instanceof PDFName) holder.set(name(key), keyOf(anchorOf(value)))
}

/** Names in one leaf of the tree. */
const PER_LEAF = 64

/** Writes the destinations as a tree of names, whose keys are strings, and sorted. */
export function setDestinations(pdf: PDFDocument, places: ReadonlyMap<string, PDFObject>): void {
  if (places.size === 0) return
  const { catalog, context } = pdf
  const entries = [...places]
    .map(([anchor, value]) => ({ key: keyOf(anchor), value }))
    .map((entry) => ({ ...entry, bytes: Buffer.from(entry.key.asBytes()) }))
    .sort((one, other) => Buffer.compare(one.bytes, other.bytes))
  const leaves: PDFObject[] = []
  for (let index = 0; index < entries.length; index += PER_LEAF) {
    const part = entries.slice(index, index + PER_LEAF)
    const names = part.flatMap(({ key, value }) => [key, value])
    leaves.push(context.register(context.obj({ Limits: [part[0]!.key, part.at(-1)!.key], Names: names })))
  }
  catalog.set(name('Names'), context.obj({ Dests: context.register(context.obj({ Kids: leaves })) }))
}

const keyOf = (anchor: string): PDFString | PDFHexString =>
  /^[\x20-\x7e]*$/.test(anchor)
    ? PDFString.of(anchor.replace(/[\\()]/g, '\\$&'))
    : PDFHexString.fromText(anchor)

function anchorOf(written: PDFName): string {
  const text = written.decodeText()
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

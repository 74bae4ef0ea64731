import { PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib'

const name = PDFName.of

/** A heading's element, and what a reader hears of it. */
export interface TaggedHeading {
  readonly reference: PDFRef
  readonly text: string
}

/**
 * Gives every bookmark the heading that it leads to (ISO 32000-1, 12.3.3): readers that follow the structure go
 * there.
 */
export function linkOutline(pdf: PDFDocument, tagged: readonly TaggedHeading[]): void {
  const headings = tagged.map(({ reference, text }) => ({ reference, text: squeezed(text) }))
  let next = 0
  for (const item of itemsOf(pdf.catalog.lookupMaybe(name('Outlines'), PDFDict))) {
    const title = item.lookup(name('Title'))
    const text = squeezed(
      title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : '',
    )
    const at = headings.findIndex((heading, index) => index >= next && heading.text.includes(text))
    if (at < 0) continue
    next = at + 1
    item.set(name('SE'), headings[at]!.reference)
  }
}

const squeezed = (text: string): string => text.replaceAll('\u00AD', '').replace(/\s+/g, '')

function itemsOf(parent: PDFDict | undefined, seen = new Set<PDFDict>()): PDFDict[] {
  const items: PDFDict[] = []
  let item = parent?.lookupMaybe(name('First'), PDFDict)
  while (item && !seen.has(item)) {
    seen.add(item)
    items.push(item, ...itemsOf(item, seen))
    item = item.lookupMaybe(name('Next'), PDFDict)
  }
  return items
}

import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import type { TagElement } from './tags/element.ts'
import { textIn, walk } from './tags/walk.ts'

const name = PDFName.of

/**
 * Gives every bookmark the heading that it leads to (ISO 32000-1, 12.3.3): readers that follow the structure go
 * there.
 */
export function linkOutline(pdf: PDFDocument, root: TagElement): void {
  const headings: { element: TagElement; text: string }[] = []
  walk(root, (element) => {
    if (/^H[1-6]$/.test(element.type)) headings.push({ element, text: squeezed(textIn(element)) })
  })
  let next = 0
  for (const item of itemsOf(pdf.catalog.lookupMaybe(name('Outlines'), PDFDict))) {
    const title = item.lookup(name('Title'))
    const text = squeezed(
      title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : '',
    )
    const at = headings.findIndex((heading, index) => index >= next && heading.text.includes(text))
    const reference = headings[at]?.element.reference
    if (at >= 0) next = at + 1
    if (reference) item.set(name('SE'), reference)
    else item.delete(name('SE'))
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

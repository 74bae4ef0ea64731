import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFPage, PDFRef } from '@cantoo/pdf-lib'
import { textOf } from '../ground/pdf/decoded-text.ts'
import type { Box } from './paper.ts'

export interface PageLink {
  /** In the space of the page. */
  readonly rectangle: readonly [number, number, number, number]
  readonly page: number
}

/** Name of a destination, or the number of the object of a page → page from 1, 0 for none. */
export interface Destinations {
  readonly named: ReadonlyMap<string, number>
  readonly pages: ReadonlyMap<number, number>
}

/** Links of a page to pages of the same file. (pdf.js takes as long for the annotations of a page as for its text.) */
export function linksOfPage(page: PDFPage, destinations: Destinations): readonly PageLink[] {
  const annotations = page.node.lookup(PDFName.of('Annots'))
  if (!(annotations instanceof PDFArray)) return []
  return annotations.asArray().flatMap((_, index) => {
    const link = annotations.lookup(index)
    if (!(link instanceof PDFDict) || link.get(PDFName.of('Subtype')) !== PDFName.of('Link')) return []
    const action = link.lookup(PDFName.of('A'))
    const target = link.lookup(PDFName.of('Dest')) ?? (action instanceof PDFDict ? goesTo(action) : undefined)
    const rectangle = link.lookup(PDFName.of('Rect'))
    const corners = rectangle instanceof PDFArray ? rectangle.asArray().map(numberOf) : []
    const [x0, y0, x1, y1] = corners
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return []
    const to = pageOf(target, destinations)
    return to > 0 ? [{ rectangle: [x0, y0, x1, y1] as const, page: to }] : []
  })
}

const goesTo = (action: PDFDict): PDFObject | undefined =>
  action.get(PDFName.of('S')) === PDFName.of('GoTo') ? action.lookup(PDFName.of('D')) : undefined

const numberOf = (value: PDFObject): number | undefined =>
  value instanceof PDFNumber ? value.asNumber() : undefined

function pageOf(target: PDFObject | undefined, { named, pages }: Destinations): number {
  if (target instanceof PDFName) return named.get(target.decodeText()) ?? 0
  if (!(target instanceof PDFArray)) return named.get(textOf(target)) ?? 0
  const first = target.asArray()[0]
  if (first instanceof PDFRef) return pages.get(first.objectNumber) ?? 0
  return first instanceof PDFNumber ? first.asNumber() + 1 : 0
}

/** From the space of the page to points from its upper left corner. */
export function boxOfLink({ rectangle: [x0, y0, x1, y1] }: PageLink, toPage: readonly number[]): Box {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = toPage
  const xs = [a * x0 + c * y0 + e, a * x1 + c * y1 + e]
  const ys = [b * x0 + d * y0 + f, b * x1 + d * y1 + f]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

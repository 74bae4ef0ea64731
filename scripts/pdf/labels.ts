import { type PDFDocument, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib'
import type { Folio } from './folios.ts'

/**
 * Makes the page numbers of the viewer those of the paper (ISO 32000-1, 12.4.2): one entry where the counting
 * changes.
 */
export function setPageLabels(pdf: PDFDocument, folios: readonly Folio[]): void {
  const { context } = pdf
  const entries: PDFObject[] = []
  folios.forEach((folio, index) => {
    const before = folios[index - 1]
    if (before?.numbering === folio.numbering && before.number + 1 === folio.number) return
    const style = PDFName.of(folio.numbering === 'roman' ? 'r' : 'D')
    const start = folio.number === 1 ? {} : { St: folio.number }
    entries.push(PDFNumber.of(index), context.obj({ S: style, ...start }))
  })
  pdf.catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: entries }))
}

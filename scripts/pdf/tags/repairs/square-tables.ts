import { type PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { makeElement, setKids, type TagElement } from '../element.ts'
import { elementsIn, walk } from '../walk.ts'

/** Every row fills every column (PDF/UA-1, 7.5): Chromium drops cells in which nothing is painted. */
export function squareTables(root: TagElement): void {
  walk(root, (element) => {
    if (element.type === 'Table') square(element)
  })
}

function square(table: TagElement): void {
  const rows = rowsOf(table)
  const taken: boolean[][] = rows.map(() => [])
  rows.forEach((row, rowIndex) => {
    let column = 0
    for (const cell of elementsIn(row)) {
      while (taken[rowIndex]![column]) column++
      const rowSpan = limitRowSpan(cell, rows.length - rowIndex)
      const columnSpan = spanOf(cell, 'ColSpan')
      for (let down = 0; down < rowSpan; down++) {
        for (let right = 0; right < columnSpan; right++) taken[rowIndex + down]![column + right] = true
      }
      column += columnSpan
    }
  })
  const width = Math.max(0, ...taken.map((row) => row.length))
  rows.forEach((row, index) => {
    const filled = taken[index]!.filter(Boolean).length
    const missing = Array.from({ length: width - filled }, () => makeElement('TD', row, []))
    if (missing.length > 0) setKids(row, [...row.kids, ...missing])
  })
}

const rowsOf = (element: TagElement): TagElement[] =>
  elementsIn(element).flatMap((kid) => {
    if (kid.type === 'TR') return [kid]
    return kid.type === 'Caption' || kid.type === 'Table' ? [] : rowsOf(kid)
  })

const attributeOf = (cell: TagElement, key: string): PDFDict | undefined =>
  cell.attributes.find((attributes) => attributes.get(PDFName.of(key)) instanceof PDFNumber)

function spanOf(cell: TagElement, key: 'RowSpan' | 'ColSpan'): number {
  const value = attributeOf(cell, key)?.get(PDFName.of(key))
  return value instanceof PDFNumber ? Math.max(1, Math.min(value.asNumber(), 1000)) : 1
}

/** A span that goes beyond the last row is cut. */
function limitRowSpan(cell: TagElement, left: number): number {
  const span = spanOf(cell, 'RowSpan')
  if (span <= left) return span
  attributeOf(cell, 'RowSpan')?.set(PDFName.of('RowSpan'), PDFNumber.of(left))
  return left
}

// The cells of a file of CSV, sign by sign.
import type { RawCell, RawSheet } from './raw-cells.ts'

const SEPARATORS = [',', ';', '\t', '|']

/** As each sign that may part the cells would read it; as the one that the file names, where it does. */
export function* rawCsv(text: string): Generator<RawSheet> {
  const asked = /^"?sep=(.)"?(?:\n|$)/i.exec(text)?.[1]
  for (const separator of asked ? [asked] : SEPARATORS)
    yield { name: '', cells: cellsOf(text, separator).filter(({ text: cell }) => !/^sep=.?$/i.test(cell)) }
}

/** A quotation mark counts where it begins a cell, and once where it stands twice. */
function cellsOf(text: string, separator: string): RawCell[] {
  const head = remarksOf(text, separator)
  const cells: RawCell[] = [...head.cells]
  const isHere = { line: head.line, column: 0 }
  let lineNow = head.line
  let written = ''
  let isQuoted = false
  const closeCell = (): void => {
    if (written.trim() !== '') cells.push({ ...isHere, text: written })
    written = ''
    isHere.column += 1
  }
  for (let at = head.end; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '\n') lineNow += 1
    if (isQuoted) {
      if (sign !== '"') written += sign
      else if (text[at + 1] === '"') {
        written += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && written.trim() === '') isQuoted = true
    else if (sign === separator) closeCell()
    else if (sign === '\n') {
      closeCell()
      isHere.line = lineNow
      isHere.column = 0
    } else written += sign
  }
  closeCell()
  return cells
}

/** Remarks above the table are whole lines, behind which a spreadsheet leaves empty cells. */
function remarksOf(text: string, separator: string): { cells: RawCell[]; line: number; end: number } {
  const cells: RawCell[] = []
  let line = 1
  let end = 0
  while (end < text.length) {
    const next = text.indexOf('\n', end)
    const written = text.slice(end, next < 0 ? text.length : next)
    const isRemark = /^#(?:\s|[\p{L} ]+:)/u.test(written)
    if (!isRemark && written.trim() !== '') break
    let remark = written.trimEnd()
    while (remark.endsWith(separator)) remark = remark.slice(0, -separator.length)
    if (isRemark) cells.push({ line, column: 0, text: remark })
    line += 1
    end += written.length + 1
  }
  return { cells, line, end }
}

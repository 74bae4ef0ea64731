// Where each cell of a table stands: as browsers lay them out, with every place filled.
import type { Nodes, Table, TableCell, TableRow } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

export interface CellData {
  readonly columnSpan?: number
  readonly rowSpan?: number
  readonly align?: 'center' | 'right'
  /** Of what it is the header, below the rows of headers. */
  readonly scope?: 'col' | 'row'
}

declare module 'mdast' {
  interface TableData {
    /** Rows of headers at the top: one in Markdown. */
    headRows?: number
    caption?: string
    isHtml?: boolean
  }
  interface TableCellData extends CellData {}
}

export interface GridCell {
  readonly cell: TableCell
  /** From 0. */
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
  /** Undefined for data, and for an empty cell: an empty header would be read with every cell. */
  readonly header: 'col' | 'row' | undefined
}

export interface Grid {
  readonly rows: readonly (readonly GridCell[])[]
  readonly headRows: number
  readonly width: number
}

/** `rows`: the first cells are the headers of their rows. */
export function gridOf(table: Table, rows = false): Grid {
  const headRows = table.data?.headRows ?? 1
  const taken = table.children.map((): boolean[] => [])
  const placed = table.children.map((row, index) => {
    const end = index < headRows ? headRows : table.children.length
    let column = 0
    return row.children.map((cell) => {
      while (taken[index]![column]) column += 1
      const columnSpan = freeColumns(taken[index]!, column, cell.data?.columnSpan ?? 1)
      const rowSpan = Math.min(cell.data?.rowSpan ?? 1, end - index)
      for (let down = 0; down < rowSpan; down += 1)
        for (let right = 0; right < columnSpan; right += 1) taken[index + down]![column + right] = true
      const place = { cell, column, columnSpan, rowSpan }
      column += columnSpan
      return place
    })
  })
  const width = Math.max(0, ...taken.map((row) => row.length))
  return {
    rows: placed.map((cells, index) => {
      const row = table.children[index]!
      const filled = [...cells, ...gapsOf(taken[index]!, width, row)].sort((a, b) => a.column - b.column)
      const headerOf = ({ cell, column }: { cell: TableCell; column: number }): GridCell['header'] => {
        if (isEmptyCell(cell)) return undefined
        return index < headRows ? 'col' : (cell.data?.scope ?? (rows && column === 0 ? 'row' : undefined))
      }
      return filled.map((place) => ({ ...place, header: headerOf(place) }))
    }),
    headRows,
    width,
  }
}

/** A cell that spans columns ends before one that comes down from a row above. */
function freeColumns(taken: readonly boolean[], column: number, wanted: number): number {
  let free = 1
  while (free < wanted && !taken[column + free]) free += 1
  return free
}

function gapsOf(taken: readonly boolean[], width: number, row: TableRow) {
  const gaps: { cell: TableCell; column: number; columnSpan: number; rowSpan: number }[] = []
  for (let column = 0; column < width; column += 1)
    if (!taken[column]) gaps.push({ cell: emptyCell(row), column, columnSpan: 1, rowSpan: 1 })
  return gaps
}

const emptyCell = (row: TableRow): TableCell => ({
  type: 'tableCell',
  children: [],
  ...(row.position ? { position: row.position } : {}),
})

/** Without a word, a picture or the call of a note. */
export const isEmptyCell = (cell: Nodes): boolean => plainText(cell).trim() === '' && !hasSign(cell)

const hasSign = (node: Nodes): boolean =>
  node.type === 'image' ||
  node.type === 'footnoteReference' ||
  (node.type === 'link' && node.data?.refers !== undefined) ||
  ('children' in node && (node.children as Nodes[]).some(hasSign))

// Markdown asks for a row of headers: one that is empty says that there is none. First cells that are all in bold
// are the headers of their rows.
import type { Root, Table, TableCell, TableRow } from 'mdast'
import { visit } from 'unist-util-visit'
import { isEmptyCell } from '../markdown/table-grid.ts'

export function tablesWithoutHeader(tree: Root): void {
  visit(tree, 'table', (table) => {
    const [head, ...rows] = table.children
    if (table.data?.headRows !== undefined || !head?.children.every(isEmptyCell) || rows.length === 0) return
    table.children = rows
    table.data = { ...table.data, headRows: 0 }
    nameRows(rows)
  })
}

function nameRows(rows: Table['children']): void {
  const first = rows.flatMap((row: TableRow) => row.children[0] ?? [])
  if (first.length < rows.length || !first.every(isBold)) return
  for (const cell of first) cell.data = { ...cell.data, scope: 'row' }
}

const isBold = ({ children: [only, ...others] }: TableCell): boolean =>
  only?.type === 'strong' && others.length === 0

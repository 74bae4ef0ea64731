import type { Table } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Draft, report } from '../markdown/draft.ts'

/**
 * Above a column of names at the left a header may be missing; a header row that is wholly empty has a rule of its
 * own.
 */
export function tableColumnsAreNamed(node: Table, draft: Draft): void {
  const [head, ...body] = node.children
  const cells = head?.children ?? []
  const isEmpty = (cell: (typeof cells)[number] | undefined): boolean =>
    cell === undefined || plainText(cell).trim() === ''
  if (cells.every(isEmpty)) return
  for (const [index, cell] of cells.entries()) {
    if (index === 0 || !isEmpty(cell) || body.every((row) => isEmpty(row.children[index]))) continue
    report(draft, 'table-columns-are-named', cell.position ? cell : node, { column: index + 1 })
  }
}

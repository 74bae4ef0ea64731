// The cells of a table, each with the columns and rows that it takes.
import type { Element } from 'hast'
import { isElement, textProperty } from '../ground/html/change-tree.ts'

interface Cell {
  readonly element: Element
  readonly column: number
  readonly across: number
  readonly down: number
  /** It goes on from the row above. */
  readonly goesOn: boolean
  /** It goes on from the table above. */
  readonly isRest?: boolean
}

export interface GridRow {
  readonly isHead: boolean
  readonly cells: readonly Cell[]
}

export function rowsOf(table: Element): { readonly element: Element; readonly isHead: boolean }[] {
  return table.children.flatMap((child) => {
    if (!isElement(child)) return []
    if (child.tagName === 'tr') return [{ element: child, isHead: false }]
    if (!['thead', 'tbody', 'tfoot'].includes(child.tagName)) return []
    return child.children.flatMap((row) =>
      isElement(row, 'tr') ? [{ element: row, isHead: child.tagName === 'thead' }] : [],
    )
  })
}

/** Cells that go over several rows stand in each of them. */
export function gridOf(rows: ReturnType<typeof rowsOf>): { rows: GridRow[]; columns: number } {
  let above: Cell[] = []
  let columns = 0
  const made = rows.map(({ element, isHead }): GridRow => {
    const cells: Cell[] = []
    const going = above
      .filter(({ down }) => down > 1)
      .map((one) => ({ ...one, down: one.down - 1, goesOn: true }))
    let column = 1
    const goOn = (): void => {
      for (
        let next = going.find((one) => one.column === column);
        next;
        next = going.find((one) => one.column === column)
      ) {
        cells.push(next)
        column += next.across
      }
    }
    for (const cell of element.children.filter((child) => isElement(child, 'td', 'th'))) {
      goOn()
      const across = spanOf(cell, 'colSpan')
      cells.push({ element: cell, column, across, down: spanOf(cell, 'rowSpan'), goesOn: false })
      column += across
    }
    goOn()
    columns = Math.max(columns, column - 1)
    above = cells
    return { isHead, cells }
  })
  return { rows: made, columns }
}

const MOST_ACROSS = 63 // Word's.

interface Part {
  readonly rows: readonly GridRow[]
  /** Of its columns. */
  readonly first: number
  readonly last: number
}

/** Tables that stand one below the other, where one has more columns than Word takes. */
export function partsOf({
  rows,
  columns,
}: {
  readonly rows: readonly GridRow[]
  readonly columns: number
}): Part[] {
  return Array.from({ length: Math.max(1, Math.ceil(columns / MOST_ACROSS)) }, (_, index) => {
    const first = index * MOST_ACROSS + 1
    const last = Math.min(columns, first + MOST_ACROSS - 1)
    const within = (cell: Cell): Cell[] => {
      const column = Math.max(cell.column, first)
      const across = Math.min(cell.column + cell.across - 1, last) - column + 1
      return across < 1 ? [] : [{ ...cell, column, across, isRest: column > cell.column }]
    }
    return { rows: rows.map(({ isHead, cells }) => ({ isHead, cells: cells.flatMap(within) })), first, last }
  })
}

const spanOf = (cell: Element, name: 'colSpan' | 'rowSpan'): number =>
  Math.min(MOST_ACROSS, Math.max(1, Number(textProperty(cell, name) ?? 1) || 1))

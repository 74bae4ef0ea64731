// Tables of HTML: spans, headers of rows and columns and captions are kept; a table that only puts things side by
// side is opened.

import type { Element } from 'hast'
import type { Nodes, Table, TableCell, TableRow } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { printedValues } from '../../directives/directives.ts'
import type { CellData } from '../../markdown/table-grid.ts'
import { attribute, placeOf } from './attributes.ts'
import { asFlow, asLine, isBlock, trimmed } from './flow.ts'
import { type HtmlNode, isElement } from './parse-html.ts'
import { childrenOf, type ReadElement, type Reading } from './reading.ts'

interface Parts {
  readonly rows: readonly HtmlRow[]
  readonly captions: readonly Element[]
  /** What HTML does not allow in a table, which browsers show all the same. */
  readonly strays: readonly HtmlNode[]
}

interface HtmlRow {
  readonly element: Element
  readonly isHead: boolean
  readonly cells: readonly Element[]
  /** Rows of its group from this one on: no cell reaches beyond them. */
  readonly left: number
}

const MOST_SPAN = 100

export const tableOf: ReadElement = (element, reading) => {
  const { rows: all, captions, strays } = partsOf(element)
  // Headers without a word name no column.
  const rows = all.filter((row) => !(row.isHead && row.cells.every((cell) => cell.children.length === 0)))
  const around = asFlow([...captions.flatMap((caption) => childrenOf(caption, reading))])
  const after = asFlow(reading.read(strays, reading))
  if (rows.length === 0 || reading.inCell || isLayout(element, rows)) {
    if (reading.inCell && rows.length > 1) reading.heard.notShown('table', 'nested', element)
    const cells = rows.flatMap((row) => row.cells.flatMap((cell) => asFlow(childrenOf(cell, reading))))
    return [...around, ...cells, ...after]
  }
  return [tableNode(element, rows, asLine(around), reading), ...after]
}

function tableNode(
  element: Element,
  rows: readonly HtmlRow[],
  caption: readonly Nodes[],
  reading: Reading,
): Table {
  const inside = { ...reading, inCell: true }
  const children = rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.cells.map((cell) => cellOf(cell, row, inside)),
      ...placeOf(row.element),
    }),
  )
  const headRows = headRowsOf(rows, children)
  for (const [index, row] of children.slice(headRows).entries()) nameRow(row, rows[headRows + index]!)
  const words = plainText({ type: 'root', children: caption as never })
    .replace(/\s+/g, ' ')
    .trim()
  return {
    type: 'table',
    children,
    data: { headRows, isHtml: true, ...(words ? { caption: words } : {}) },
    ...placeOf(element),
  }
}

function partsOf(element: Element): Parts {
  const parts = { rows: [] as HtmlRow[], captions: [] as Element[], strays: [] as HtmlNode[] }
  const addRows = (group: Element, isHead: boolean): void => {
    const rows = (group.children as HtmlNode[]).filter(
      (child) => isElement(child) && child.tagName === 'tr',
    ) as Element[]
    for (const [index, row] of rows.entries()) {
      const cells = (row.children as HtmlNode[]).filter(isCell)
      parts.strays.push(...(row.children as HtmlNode[]).filter((child) => !isCell(child)))
      if (cells.length > 0) parts.rows.push({ element: row, isHead, cells, left: rows.length - index })
    }
    parts.strays.push(
      ...(group.children as HtmlNode[]).filter((child) => !(isElement(child) && child.tagName === 'tr')),
    )
  }
  for (const child of element.children as HtmlNode[]) {
    if (!isElement(child)) parts.strays.push(child)
    else if (child.tagName === 'caption') parts.captions.push(child)
    else if (child.tagName === 'thead' || child.tagName === 'tbody' || child.tagName === 'tfoot')
      addRows(child, child.tagName === 'thead')
    else if (child.tagName !== 'colgroup') parts.strays.push(child)
  }
  return parts
}

const isCell = (node: HtmlNode): node is Element =>
  isElement(node) && (node.tagName === 'td' || node.tagName === 'th')

/** One cell, one row, one that says so, cards, or nothing but pictures: nothing is told by its rows and columns. */
function isLayout(element: Element, rows: readonly HtmlRow[]): boolean {
  if (/^(?:presentation|none)$/i.test(attribute(element, 'role').trim())) return true
  if (attribute(element, 'dataView') === 'cards') return true
  const cells = rows.flatMap((row) => row.cells)
  const hasHeader = rows.some((row) => row.isHead) || cells.some(({ tagName }) => tagName === 'th')
  if (rows.length === 1) return true
  return !hasHeader && (rows.every((row) => row.cells.length === 1) || cells.every(isPicture))
}

const isPicture = (cell: Element): boolean =>
  cell.children.every((child) => child.type !== 'text' || child.value.trim() === '') || holds(cell, 'img')

const holds = (element: Element, name: string): boolean =>
  element.children.some((child) => child.type === 'element' && (child.tagName === name || holds(child, name)))

function cellOf(element: Element, row: HtmlRow, reading: Reading): TableCell {
  const inside = childrenOf(element, reading).flatMap(opened)
  const children = trimmed(inside.some(isBlock) ? asFlow(inside) : inside)
  const [only, more] = children
  const span = (name: string): number =>
    Math.min(MOST_SPAN, Number.parseInt(attribute(element, name), 10) || 1)
  const rowSpan = attribute(element, 'rowSpan').trim() === '0' ? row.left : span('rowSpan')
  const align = attribute(element, 'align').toLowerCase()
  const data: CellData = {
    columnSpan: Math.max(1, span('colSpan')),
    rowSpan: Math.max(1, Math.min(rowSpan, row.left)),
    ...(align === 'center' || align === 'right' ? { align } : {}),
  }
  return {
    type: 'tableCell',
    // A single paragraph is what any cell is.
    children: (only?.type === 'paragraph' && more === undefined
      ? only.children
      : children) as TableCell['children'],
    data,
    ...placeOf(element),
  }
}

/** Blocks of our own stand in no cell: what they hold does. */
function opened(node: Nodes): Nodes[] {
  if (node.type === 'heading')
    return [{ type: 'paragraph', children: [{ type: 'strong', children: node.children }] }]
  if (node.type === 'table')
    return node.children.flatMap((row) => row.children.flatMap((cell) => asFlow(cell.children)))
  if (node.type !== 'containerDirective') return [node]
  const lines = printedValues(node).map(
    ({ value }): Nodes => ({ type: 'paragraph', children: [{ type: 'text', value }] }),
  )
  return [...node.children.flatMap(opened), ...lines]
}

/**
 * The rows at the top that hold headers and nothing else; in one that says of none, a first row all in bold is meant
 * as such.
 */
function headRowsOf(rows: readonly HtmlRow[], children: readonly TableRow[]): number {
  const isHead = (row: HtmlRow): boolean => row.isHead || row.cells.every(({ tagName }) => tagName === 'th')
  const first = rows.findIndex((row) => !isHead(row))
  const count = first < 0 ? rows.findLastIndex((row) => row.isHead) + 1 || 1 : first
  if (count > 0 || rows.some((row) => row.cells.some(({ tagName }) => tagName === 'th'))) return count
  const cells = children[0]?.children ?? []
  const filled = cells.filter((cell) => plainText(cell).trim() !== '')
  return filled.length > 1 && filled.every(isBold) ? 1 : 0
}

const isBold = (cell: TableCell): boolean =>
  cell.children.every(
    (child) => child.type === 'strong' || (child.type === 'text' && child.value.trim() === ''),
  )

/** Headers below the first rows: of their row, or of the columns where the whole row is made of them. */
function nameRow(row: TableRow, { cells }: HtmlRow): void {
  const all = cells.every(({ tagName }) => tagName === 'th')
  row.children.forEach((cell, index) => {
    const element = cells[index]!
    if (element.tagName !== 'th') return
    const scope = attribute(element, 'scope').toLowerCase()
    const isColumn = scope.startsWith('col') || (scope === '' && all && cells.length > 1)
    cell.data = { ...cell.data, scope: isColumn ? 'col' : 'row' }
  })
}

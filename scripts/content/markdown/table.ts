// Tables of Markdown and of HTML, plain or with a caption and a number (`:::table{#id caption="…"}`, `<caption>`).
import type { Element, ElementContent, Properties } from 'hast'
import type { Table } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { numberSlot } from '../../ground/html/slot.ts'
import { type Draft, freeAnchor, lineOf, type Placed, report } from './draft.ts'
import { classed, draftOf, from, type Handler, h, MADE, type State, withCalls } from './hast.ts'
import { type Grid, type GridCell, gridOf, isEmptyCell } from './table-grid.ts'

interface TableOptions {
  /** First cells are the headers of their rows. */
  readonly rows?: boolean
  readonly id?: string
  readonly caption?: { readonly text: string; readonly block: Placed }
  readonly classes?: readonly string[]
}

export const table: Handler = (state, node: Table) => {
  const text = node.data?.caption
  if (text === undefined) return tableElement(state, node)
  const draft = draftOf(state)
  const id = freeAnchor(draft, 'table')
  draft.exhibits.push({ kind: 'table', id, caption: text, line: lineOf(node) })
  return tableElement(state, node, { id, caption: { text, block: node }, classes: ['fig'] })
}

const NUMBER = /^[−–+-]?\s?[£$€]?\s?\d[\d,.\u00a0 ]*\s?(?:%|per cent)?$/

export function tableElement(state: State, node: Table, options: TableOptions = {}): Element {
  const draft = draftOf(state)
  const grid = gridOf(node, options.rows)
  tellHeaders(node, grid, draft)
  const looks = Array.from({ length: grid.width }, (_, column) => columnLook(node, grid, column))
  const row = (cells: readonly GridCell[]): Element =>
    h('tr', {}, ...cells.map((place) => cellElement(state, place, looks[place.column])))
  const head = grid.rows.slice(0, grid.headRows)
  const body = grid.rows.slice(grid.headRows)
  return h(
    'table',
    {
      ...(options.id ? { id: options.id } : {}),
      ...(options.classes?.length ? classed(...options.classes) : {}),
    },
    options.caption && options.id ? captionElement(state, options.id, options.caption) : undefined,
    head.length > 0 && h('thead', {}, ...head.map(row)),
    body.length > 0 && h('tbody', {}, ...body.map(row)),
  )
}

function tellHeaders(node: Table, { rows, headRows }: Grid, draft: Draft): void {
  const named = (cells: readonly GridCell[]): boolean => cells.some(({ header }) => header !== undefined)
  if (headRows === 0 && !rows.some(named)) report(draft, 'table-has-header', node, { other: 'none' })
  else if (headRows > 0 && !rows.slice(0, headRows).some(named)) report(draft, 'table-has-header', node)
}

function captionElement(state: State, id: string, caption: NonNullable<TableOptions['caption']>): Element {
  const draft = draftOf(state)
  const number = h(
    'span',
    { ...classed('fig-number'), ...MADE },
    `${draft.context.words.table} `,
    numberSlot(id),
  )
  const words = caption.text ? [' ', h('span', classed('caption'), ...withCalls(state, caption.text))] : []
  return h('caption', from(caption.block), number, ...words)
}

/** `n` for a column of numbers or one set to the right, `c` for a centred one. */
function columnLook(node: Table, { rows, headRows }: Grid, column: number): string | undefined {
  const align = node.align?.[column]
  if (align === 'center') return 'c'
  if (align === 'right') return 'n'
  const texts = rows
    .slice(headRows)
    .flatMap((cells) => cells.filter((place) => place.column === column && place.columnSpan === 1))
    .map(({ cell }) => (cell.children.every(isWords) ? plainText(cell).trim() : 'several lines'))
    .filter((text) => text !== '')
  return align !== 'left' && texts.length > 0 && texts.every((text) => NUMBER.test(text)) ? 'n' : undefined
}

const isWords = ({ type }: { readonly type: string }): boolean =>
  type !== 'break' && type !== 'paragraph' && type !== 'list'

const LOOKS = { center: 'c', right: 'n' } as const

function cellElement(state: State, place: GridCell, columnLook: string | undefined): Element {
  const { cell, header, columnSpan, rowSpan } = place
  const { align } = cell.data ?? {}
  const look = align ? LOOKS[align] : columnSpan === 1 ? columnLook : undefined
  const children = state.all(cell) as ElementContent[]
  const spans: Properties = {
    ...(columnSpan > 1 ? { colSpan: columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  }
  const properties = {
    ...(header ? { scope: header } : {}),
    ...spans,
    ...(look ? classed(look) : {}),
    ...from(cell),
  }
  // A cell without text would lose its place in the tagged table.
  return h(
    header ? 'th' : 'td',
    properties,
    ...(isEmptyCell(cell) ? [...children.filter(isAnchor), '\u00a0'] : children),
  )
}

const isAnchor = (node: ElementContent): boolean =>
  node.type === 'element' && node.properties.id !== undefined

// GFM tables, plain or with a caption and a number (`:::table{#id caption="…"}`).
import type { Element, ElementContent } from 'hast'
import type { Table, TableCell, TableRow } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { slot } from '../../slots.ts'
import { report } from './draft.ts'
import {
  type ContainerDirective,
  classed,
  draftOf,
  from,
  type Handler,
  h,
  MADE,
  type State,
  withCalls,
} from './hast.ts'

interface TableOptions {
  /** First cells are the headers of their rows. */
  readonly rows?: boolean
  readonly id?: string
  readonly caption?: { readonly text: string; readonly block: ContainerDirective }
  readonly classes?: readonly string[]
}

export const table: Handler = (state, node: Table) => tableElement(state, node)

const NUMBER = /^[−–+-]?\s?[£$€]?\s?\d[\d,.\u00a0 ]*\s?(?:%|per cent)?$/

export function tableElement(state: State, node: Table, options: TableOptions = {}): Element {
  const draft = draftOf(state)
  const [head, ...body] = node.children
  const width = head?.children.length ?? 0
  if (head?.children.every((cell) => plainText(cell).trim() === '')) report(draft, 'table-has-header', node)
  const looks = Array.from({ length: width }, (_, column) => columnLook(node, body, column))
  const row = (line: TableRow, cell: (node: TableCell, column: number) => Element): Element =>
    h(
      'tr',
      {},
      ...Array.from({ length: width }, (_, column) => cell(line.children[column] ?? emptyCell(line), column)),
    )
  const headCell = (cell: TableCell, column: number): Element =>
    cellElement(state, cell, looks[column], 'col')
  const bodyCell = (cell: TableCell, column: number): Element =>
    cellElement(state, cell, looks[column], options.rows && column === 0 ? 'row' : undefined)
  const element = h(
    'table',
    {
      ...(options.id ? { id: options.id } : {}),
      ...(options.classes?.length ? classed(...options.classes) : {}),
    },
    options.caption && options.id ? captionElement(state, options.id, options.caption) : undefined,
    head && h('thead', {}, row(head, headCell)),
    body.length > 0 && h('tbody', {}, ...body.map((line) => row(line, bodyCell))),
  )
  return element
}

function captionElement(state: State, id: string, caption: NonNullable<TableOptions['caption']>): Element {
  const draft = draftOf(state)
  const number = h(
    'span',
    { ...classed('fig-number'), ...MADE },
    `${draft.context.words.table ?? 'Table'} ${slot('number', id)}`,
  )
  const words = caption.text ? [' ', h('span', classed('caption'), ...withCalls(state, caption.text))] : []
  return h('caption', from(caption.block), number, ...words)
}

/** `n` for a column of numbers or one set to the right, `c` for a centred one. */
function columnLook(node: Table, body: readonly TableRow[], column: number): string | undefined {
  const align = node.align?.[column]
  if (align === 'center') return 'c'
  if (align === 'right') return 'n'
  const texts = body.map((row) => plainText(row.children[column] ?? '').trim()).filter((text) => text !== '')
  return align !== 'left' && texts.length > 0 && texts.every((text) => NUMBER.test(text)) ? 'n' : undefined
}

function cellElement(
  state: State,
  node: TableCell,
  look: string | undefined,
  scope: 'col' | 'row' | undefined,
): Element {
  const children = state.all(node) as ElementContent[]
  const empty = plainText(node).trim() === '' && children.every((child) => child.type === 'text')
  // An empty header would be read with every cell; a cell without text would lose its place in the tagged table.
  const tag = scope && !empty ? 'th' : 'td'
  const properties = { ...(tag === 'th' ? { scope } : {}), ...(look ? classed(look) : {}), ...from(node) }
  return h(tag, properties, ...(empty ? ['\u00a0'] : children))
}

const emptyCell = (row: TableRow): TableCell => ({
  type: 'tableCell',
  children: [],
  ...(row.position ? { position: row.position } : {}),
})

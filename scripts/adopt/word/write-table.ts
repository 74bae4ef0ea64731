// A table: as Markdown where each row has its cells, as HTML where cells span or hold lists.
import type { RootContent, TableRow } from 'mdast'
import { attributeValue } from './attribute-value.ts'
import { html, inTags } from './in-tags.ts'
import { liftBlocks } from './lift-blocks.ts'
import type { Block, Cell, Paragraph, Table } from './pieces.ts'
import { plainText } from './plain-text.ts'
import { quoted } from './telling.ts'
import { writeInlines } from './write-inlines.ts'
import type { Writing } from './writing.ts'

export interface Caption {
  readonly words: string
  readonly id: string | undefined
}

type WriteBlocks = (blocks: readonly Block[], writing: Writing) => RootContent[]

export function writeTable(
  table: Table,
  caption: Caption | undefined,
  writing: Writing,
  writeBlocks: WriteBlocks,
): RootContent[] {
  const flat = {
    ...table,
    rows: table.rows.map((row) => row.map((cell) => withoutHeadings(flattened(cell, writing), writing))),
  }
  const written = isPlain(flat) ? [plainTable(flat, writing)] : spanningTable(flat, writing, writeBlocks)
  const words =
    caption?.words ??
    (table.title ? writeInlines([{ kind: 'text', text: table.title, marks: {} }], writing, 'plain') : '')
  const attributes = [
    ...(caption?.id ? [`#${caption.id}`] : []),
    ...(words ? [`caption="${attributeValue(words)}"`] : []),
    ...(table.hasRowHeaders ? ['rows'] : []),
  ]
  return attributes.length === 0
    ? written
    : [{ type: 'fenced', head: `table{${attributes.join(' ')}}`, children: written }]
}

/** A table within a cell is read row by row. */
function flattened(cell: Cell, writing: Writing): Cell {
  if (!cell.blocks.some(({ kind }) => kind === 'table')) return cell
  const blocks = cell.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'table') return [block]
    writing.telling.tell('word-shape-is-carried', {
      problem: 'nested-table',
      words: quoted(plainText([block])),
    })
    return block.rows.flatMap((row) => row.flatMap((inner) => flattened(inner, writing).blocks))
  })
  return { ...cell, blocks }
}

/** No cell of ours has one: it is a line in bold. */
function withoutHeadings(cell: Cell, { telling }: Writing): Cell {
  if (!cell.blocks.some((block) => block.kind === 'paragraph' && block.role === 'heading')) return cell
  const blocks = cell.blocks.map((block): Block => {
    if (block.kind !== 'paragraph' || block.role !== 'heading') return block
    const words = quoted(plainText([block]))
    if (words !== '') telling.tell('word-shape-is-carried', { problem: 'heading-in-cell', words })
    const inlines = block.inlines.map((one) =>
      one.kind === 'text' ? { ...one, marks: { ...one.marks, bold: true } } : one,
    )
    return { ...block, role: 'text', level: 0, inlines }
  })
  return { ...cell, blocks }
}

const isText = (block: Block): block is Paragraph =>
  block.kind === 'paragraph' && !block.item && block.inlines.every(({ kind }) => kind !== 'blocks')

const isPlain = ({ rows, headerRows }: Table): boolean =>
  headerRows === 1 &&
  rows.every(
    (row) =>
      row.length === rows[0]?.length &&
      row.every(({ columns, rows: deep, blocks }) => columns === 1 && deep === 1 && blocks.every(isText)),
  )

function plainTable({ rows, hasRowHeaders }: Table, writing: Writing): RootContent {
  return {
    type: 'table',
    children: rows.map(
      (row, index): TableRow => ({
        type: 'tableRow',
        children: row.map((cell, column) => ({
          type: 'tableCell',
          children: [
            {
              type: 'written',
              value: cellText(cell, writing, index === 0 || (hasRowHeaders && column === 0)),
            },
          ],
        })),
      }),
    ),
  }
}

/** The head of a column or row is bold anyway. */
function cellText(cell: Cell, writing: Writing, isHead: boolean): string {
  return liftBlocks(cell.blocks, writing.telling)
    .flatMap((block) =>
      block.kind === 'paragraph' ? [writeInlines(plainHead(block, cell, isHead), writing, 'cell')] : [],
    )
    .filter((text) => text !== '')
    .join('<br>')
}

function plainHead(paragraph: Paragraph, cell: Cell, isHead: boolean): Paragraph['inlines'] {
  if (!isHead || !cell.isBold) return paragraph.inlines
  return paragraph.inlines.map((one) => {
    if (one.kind !== 'text') return one
    const { bold: _, ...marks } = one.marks
    return { ...one, marks }
  })
}

function spanningTable(table: Table, writing: Writing, writeBlocks: WriteBlocks): RootContent[] {
  const head = table.rows.slice(0, table.headerRows)
  const body = table.rows.slice(table.headerRows)
  const atEdge = rowsAtEdge(table.rows)
  const rowOf = (row: readonly Cell[], isHead: boolean): RootContent[] => [
    html('<tr>'),
    ...row.flatMap((cell, index) =>
      cellOf(cell, isHead || (table.hasRowHeaders && index === 0 && atEdge.has(row)), writing, writeBlocks),
    ),
    html('</tr>'),
  ]
  return [
    html('<table>'),
    ...(head.length > 0
      ? [html('<thead>'), ...head.flatMap((row) => rowOf(row, true)), html('</thead>')]
      : []),
    ...(body.length > 0
      ? [html('<tbody>'), ...body.flatMap((row) => rowOf(row, false)), html('</tbody>')]
      : []),
    html('</table>'),
  ]
}

/** Those whose first cell is in the first column, which no cell of a row above reaches down into. */
function rowsAtEdge(rows: Table['rows']): ReadonlySet<readonly Cell[]> {
  let next = 0
  return new Set(
    rows.filter((row, index) => {
      const isFree = index >= next
      if (isFree) next = index + (row[0]?.rows ?? 1)
      return isFree
    }),
  )
}

function cellOf(cell: Cell, isHead: boolean, writing: Writing, writeBlocks: WriteBlocks): RootContent[] {
  const name = isHead ? 'th' : 'td'
  const spans = `${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`
  const blocks = cell.blocks.map((block) =>
    block.kind === 'paragraph' ? { ...block, inlines: plainHead(block, cell, isHead) } : block,
  )
  const written = writeBlocks(blocks, writing)
  return inTags(`${name}${spans}`, name, written)
}

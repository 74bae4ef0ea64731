// A bar in code ends a cell in Markdown all the same: `| `ls | wc -l` | counts |` has three. Where the row has as
// many cells as its header once such bars are escaped, that is what was meant.
import type { Nodes, Paragraph, Table } from 'mdast'
import { type Edit, type Reading, type Respelling, readAs } from '../respell.ts'

/** Stretches of a row that nobody means to cut: code, the two halves of a link. */
const WHOLE =
  /(?<!`)(`+)(?!`)(?:(?!\1(?!`))[\s\S])*?(?<!`)\1(?!`)|<(code|kbd|pre)>[^\n]{0,300}?<\/\2>|\[\[[^[\]\n]{1,300}\]\]|\[[^[\]\n]{1,300}\]\([^()\n]{0,300}\)/gi
const BAR = /(?<!\\)\|/g
const RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t\r]*$/

export function tableBars({ tree, text }: Reading): Respelling[] {
  if (!text.includes('|')) return []
  return blocksOf(tree).flatMap((block) => {
    if (block.type === 'table')
      return block.children.slice(1).flatMap((row) => rowOf(row, widthOf(block), text))
    const start = block.position?.start.offset ?? 0
    return headOf(start, text.slice(start, block.position?.end.offset))
  })
}

function blocksOf(node: Nodes): (Table | Paragraph)[] {
  if (node.type === 'table' || node.type === 'paragraph') return [node]
  return 'children' in node ? node.children.flatMap(blocksOf) : []
}

/** Rows that still do not fit, for what tells of them: the first sign that was meant as text, where one is known. */
export function rowsThatDoNotFit({
  tree,
  text,
}: Reading): { at: number; row: string; cells: number; width: number }[] {
  return blocksOf(tree).flatMap((block) =>
    block.type === 'table'
      ? block.children.slice(1).flatMap((row) => {
          const at = row.position?.start.offset ?? 0
          const written = text.slice(at, row.position?.end.offset)
          const cells = row.children.length
          const width = widthOf(block)
          return cells > width || barsWithin(written).length > 0 ? [{ at, row: written, cells, width }] : []
        })
      : [],
  )
}

const widthOf = (table: Table): number => table.children[0]?.children.length ?? 0

function rowOf({ position }: Table['children'][number], width: number, text: string): Respelling[] {
  const start = position?.start.offset ?? 0
  const row = text.slice(start, position?.end.offset)
  const bars = barsWithin(row)
  const cells = cellsIn(row)
  if (cells <= width) return []
  const more = cells - width - bars.length
  const empty = more > 0 ? emptyCells(row, more) : undefined
  if (more === 0) return [escaped(start, row, bars)]
  if (more < 0 || empty === undefined) {
    const behind = emptyCells(row, cells - width)
    return behind === undefined ? [] : [{ edits: [cutBehind(start + row.length, behind)] }]
  }
  const cut = cutBehind(start + row.length, empty)
  if (bars.length === 0) return [{ edits: [cut] }]
  const one = escaped(start, row, bars)
  return [{ ...one, edits: [...one.edits, cut] }]
}

const cutBehind = (end: number, empty: string): Edit => ({ start: end - empty.length, end, becomes: ['|'] })

/** A first row with a bar in code does not fit the row of hyphens below, and then there is no table. */
function headOf(start: number, paragraph: string): Respelling[] {
  if (!paragraph.includes('|') || !paragraph.includes('-')) return []
  const rows = paragraph.split('\n')
  let at = start
  for (const [index, line] of rows.entries()) {
    const below = rows[index + 1]?.replace(/^(?:[ \t]*>)*/, '')
    const row = line.replace(/^(?:[ \t]*>)*[ \t]*/, '')
    const bars = barsWithin(row)
    if (below && bars.length > 0 && RULE.test(below) && cellsIn(row) - bars.length === cellsIn(below))
      return [escaped(at + line.length - row.length, row, bars)]
    at += line.length + 1
  }
  return []
}

/** Places of the bars that cut code or a link. */
const barsWithin = (row: string): number[] =>
  [...row.matchAll(WHOLE)].flatMap(({ 0: whole, index }) =>
    row[index - 1] === '\\' ? [] : [...whole.matchAll(BAR)].map((bar) => index + bar.index),
  )

const cellsIn = (row: string): number => {
  const bars = [...row.matchAll(BAR)].length
  const trimmed = row.trim()
  return (
    bars + 1 - (trimmed.startsWith('|') ? 1 : 0) - (/(?<!\\)\|$/.test(trimmed) && trimmed.length > 1 ? 1 : 0)
  )
}

/** Cells without a word behind the last column. */
const emptyCells = (row: string, count: number): string | undefined =>
  new RegExp(String.raw`(?<!\\)(?:\|[ \t]*){${count + 1}}$`).exec(row)?.[0]

function escaped(start: number, row: string, bars: readonly number[]): Respelling {
  const edits = bars.map((bar) => ({ start: start + bar, end: start + bar, becomes: ['\\'] }))
  const expected = [...bars].reverse().reduce((done, bar) => `${done.slice(0, bar)}\\${done.slice(bar)}`, row)
  // Elsewhere the cells behind it are lost.
  return { edits, told: { ...readAs(row, expected), severity: 'warning' } }
}

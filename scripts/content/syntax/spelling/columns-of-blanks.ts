// Rows whose cells only tabs or blanks part, as they come out of a spreadsheet or an e-mail: a table without a line
// of hyphens. Markdown would run them together. Tabs part cells wherever each row has some; blanks only where every
// row begins, or ends, its cells at the same columns.
import { proseOf } from '../prose.ts'
import type { Reading, Respelling, Stretch } from '../respell.ts'
import { withoutBars } from './aligned-tables.ts'
import { labelOf } from './labelled-lines.ts'

interface Row extends Stretch {
  readonly shown: string
  /** What stands before the words of a line within a list or a quotation. */
  readonly lead: string
}

const HAS_GAP = /\S(?:\t| {2,})\S/
const FEWEST_COLUMNS_OF_TWO_ROWS = 3

export function columnsOfBlanks({ tree, text }: Reading): Respelling[] {
  if (!HAS_GAP.test(text)) return []
  return proseOf(tree, text).flatMap(({ node, shown, start }): Respelling[] => {
    const end = shown.lastIndexOf('\n')
    if (node.type !== 'paragraph' || end < 0 || !HAS_GAP.test(shown.slice(0, end))) return []
    // No row of a table is as long, and to look for its cells would take for ever.
    if (shown.split('\n').some((line) => line.length > 2000)) return []
    const rows = rowsOf(shown, start, text)
    const first = rows.findIndex(({ shown: row }) => cellsOf(row).length > 1)
    const last = rows.findLastIndex(({ shown: row }) => cellsOf(row).length > 1)
    const run = rows.slice(first, last + 1)
    return isTable(run) ? [respelt(run, first > 0, last < rows.length - 1, text)] : []
  })
}

function rowsOf(shown: string, start: number, text: string): Row[] {
  const column = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  let at = start
  return shown.split('\n').map((line, index) => {
    const lead = index === 0 ? '' : (/^(?:[ \t]*>)*[ \t]*/.exec(line)?.[0] ?? '')
    const row = line.slice(lead.length).trimEnd().replace(/\\$/, '')
    const from = at + lead.length
    at += line.length + 1
    const before = index === 0 ? column.replace(/[^>\s]/g, ' ') : lead
    return { start: from, end: from + row.length, shown: row, lead: before }
  })
}

/** Each as a stretch of its row. */
function cellsOf(row: string): Stretch[] {
  const gaps = [...row.matchAll(row.includes('\t') ? /(?<! ) *\t */g : / {2,}/g)]
  const starts = [0, ...gaps.map(({ 0: gap, index }) => index + gap.length)]
  const ends = [...gaps.map(({ index }) => index), row.length]
  return starts.map((start, index) => ({ start, end: ends[index] ?? row.length }))
}

function isTable(rows: readonly Row[]): boolean {
  const cells = rows.map(({ shown }) => cellsOf(shown))
  const columns = cells[0]?.length ?? 0
  if (rows.length < 2 || columns < 2) return false
  // `a)  First` is a point, set apart from its words.
  if (columns === 2 && rows.every(({ shown }) => labelOf(shown))) return false
  if (rows.every(({ shown }) => shown.includes('\t'))) return cells.every(({ length }) => length <= columns)
  if (rows.some(({ shown }) => shown.includes('\t'))) return false
  if (rows.length === 2 && columns < FEWEST_COLUMNS_OF_TWO_ROWS) return false
  const stand = (side: 'start' | 'end', column: number): boolean =>
    cells.every((row) => row[column]?.[side] === cells[0]?.[column]?.[side])
  return (
    cells.every(({ length }) => length === columns) &&
    cells[0]!.every((_, column) => stand('start', column) || stand('end', column))
  )
}

function respelt(rows: readonly Row[], isBelow: boolean, isAbove: boolean, text: string): Respelling {
  const [first, last] = [rows[0]!, rows.at(-1)!]
  const columns = cellsOf(first.shown).length
  const becomes = rows.flatMap(({ start, shown, lead }, index): (string | Stretch)[] => [
    ...(index > 0 ? [`\n${lead}`] : isBelow ? [`\n${lead}`] : []),
    '| ',
    ...cellsOf(shown).flatMap((cell) => [
      ...withoutBars({ start: start + cell.start, end: start + cell.end }, text),
      ' | ',
    ]),
    ...(index === 0 ? [`\n${lead}|${'---|'.repeat(columns)}`] : []),
  ])
  const typed = text.slice(first.start, first.end).replace(/\s+/g, ' ')
  const edit = { start: first.start, end: last.end, becomes: [...becomes, ...(isAbove ? ['\n'] : [])] }
  return { edits: [edit], told: { rule: 'markup-is-exact', facts: { problem: 'aligned-table', typed } } }
}

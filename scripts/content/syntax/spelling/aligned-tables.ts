// Tables of Pandoc whose columns stand below each other, with a line of hyphens over or under each: simple ones, a
// line a row, and those whose rows are parted by blank lines. Word drafts that were converted hold them. They become
// tables between bars.
import type { Nodes } from 'mdast'
import { type Line, linesOf } from '../block-lines.ts'
import type { Edit, Reading, Respelling, Stretch } from '../respell.ts'

/** Where a column begins and ends, as its hyphens do. */
interface Column {
  readonly from: number
  readonly to: number
}

interface Found {
  readonly head: readonly Line[]
  readonly rows: readonly (readonly Line[])[]
  readonly first: Line
  readonly last: Line
  /** The line that rules the columns. */
  readonly rule: Line
}

const RULE = /^[ ]{0,12}-{2,}(?: +-{2,})+ *$/
const BORDER = /^[ ]{0,12}-{5,} *$/
const MOST_ROWS = 500

export function alignedTables({ tree, text }: Reading): Respelling[] {
  if (!/^ *-{2,} +-{2,}[- ]*$/m.test(text)) return []
  const ruling = rulesOf(tree)
  const lines = linesOf(text)
  let done = -1
  return lines.flatMap((line, index): Respelling[] => {
    const nested = ruling.get(line.start + line.text.search(/\S/))
    if (nested === undefined || line.start < done || !RULE.test(line.text)) return []
    const found = tableAt(lines, index)
    const made = found && respelt(found, nested, text)
    if (made) done = found.last.end
    return made ? [made] : []
  })
}

/** Where lines across the page begin, and whether they stand inside of something. */
function rulesOf(tree: Nodes): Map<number, boolean> {
  const found = new Map<number, boolean>()
  const walk = (node: Nodes, depth: number): void => {
    if (node.type === 'thematicBreak') found.set(node.position?.start.offset ?? 0, depth > 1)
    if ('children' in node) for (const child of node.children) walk(child, depth + 1)
  }
  walk(tree, 0)
  return found
}

const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === ''

function tableAt(lines: readonly Line[], index: number): Found | undefined {
  const rule = lines[index]!
  const above = index
  let top = above
  while (!isBlank(lines[top - 1]) && !BORDER.test(lines[top - 1]!.text)) top -= 1
  const bordered = BORDER.test(lines[top - 1]?.text ?? '') && isBlank(lines[top - 2])
  const head = lines.slice(top, above)
  // Two lines of words above one of hyphens are a paragraph.
  if (head.length > 1 && !bordered) return undefined
  const first = bordered ? lines[top - 1]! : (head[0] ?? rule)
  const closes = endOf(lines, index, bordered)
  if (closes === undefined) {
    if (bordered || head.length === 0) return undefined
    let end = index + 1
    while (!isBlank(lines[end])) end += 1
    const body = lines.slice(index + 1, end)
    return body.length > 0
      ? { head, rows: body.map((line) => [line]), first, last: body.at(-1)!, rule }
      : undefined
  }
  const body = lines.slice(index + 1, closes)
  const parted = body.some((line) => isBlank(line))
  const rows = parted || bordered ? groupsOf(body) : body.map((line) => [line])
  return rows.length > 0 ? { head, rows, first, last: lines[closes]!, rule } : undefined
}

/** The line of hyphens that ends a table; a simple one may end at a blank line. */
function endOf(lines: readonly Line[], index: number, bordered: boolean): number | undefined {
  for (let at = index + 1; at < Math.min(lines.length, index + MOST_ROWS); at += 1) {
    const { text } = lines[at]!
    if ((bordered ? BORDER : RULE).test(text) && isBlank(lines[at + 1])) return at
    if (!bordered && lines[index - 1] && !isBlank(lines[index - 1]) && text.trim() === '') return undefined
    if (/^(?:#{1,6} |```|~~~|:::)/.test(text)) return undefined
  }
  return undefined
}

function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (isBlank(line)) groups.push([])
    else groups.at(-1)!.push(line)
  }
  return groups.filter((group) => group.length > 0)
}

function respelt(
  { head, rows, first, last, rule }: Found,
  nested: boolean,
  text: string,
): Respelling | undefined {
  const columns = [...rule.text.matchAll(/-+/g)].map(({ 0: hyphens, index }) => ({
    from: index,
    to: index + hyphens.length,
  }))
  const all = [...head, ...rows.flat()]
  if (!all.every((line) => isParted(line, columns))) return undefined
  if (head.length > 0 && piecesOf(head, columns).filter((cell) => cell.length > 0).length < 2)
    return undefined
  const lead = nested ? rule.text.slice(0, rule.text.search(/\S/)) : ''
  const aligned = columns.map((column) => alignmentOf(head[0] ?? rows[0]?.[0], column))
  const becomes: Edit['becomes'] = [
    ...rowOf(piecesOf(head, columns), text),
    `\n${lead}|${aligned.join('|')}|`,
    ...rows.flatMap((row) => [`\n${lead}`, ...rowOf(piecesOf(row, columns), text)]),
    '\n',
  ]
  const start = nested ? first.start + lead.length : first.start
  const typed = (head[0] ?? rule).text.trim().replace(/\s+/g, ' ')
  const facts = { problem: 'aligned-table', typed } as const
  return { edits: [{ start, end: last.end, becomes }], told: { rule: 'markup-is-exact', facts } }
}

/** Whether each column begins behind a blank, so that no word is cut in two. */
const isParted = ({ text }: Line, columns: readonly Column[]): boolean =>
  !text.includes('\t') && columns.every(({ from }) => from === 0 || !/\S/.test(text.charAt(from - 1)))

/** The words of each cell, a stretch a line. */
function piecesOf(lines: readonly Line[], columns: readonly Column[]): Stretch[][] {
  return columns.map(({ from }, index) =>
    lines.flatMap(({ start, text }): Stretch[] => {
      const begin = index === 0 ? 0 : from
      const piece = text.slice(begin, columns[index + 1]?.from)
      const words = piece.trim()
      const at = start + begin + piece.indexOf(words)
      return words === '' ? [] : [{ start: at, end: at + words.length }]
    }),
  )
}

function rowOf(cells: readonly (readonly Stretch[])[], text: string): (string | Stretch)[] {
  return [
    '|',
    ...cells.flatMap((pieces) => [
      ' ',
      ...pieces.flatMap((piece) => [...withoutBars(piece, text), ' ']),
      '|',
    ]),
  ]
}

/** A bar within a cell would end it. */
export function withoutBars({ start, end }: Stretch, text: string): (string | Stretch)[] {
  const parts: (string | Stretch)[] = []
  let done = start
  for (let at = text.indexOf('|', start); at >= 0 && at < end; at = text.indexOf('|', at + 1)) {
    if (text.charAt(at - 1) === '\\') continue
    parts.push({ start: done, end: at }, '\\')
    done = at
  }
  return [...parts, { start: done, end }]
}

/** A header flush with one end of its hyphens stands at that side. */
function alignmentOf(line: Line | undefined, { from, to }: Column): string {
  const left = /\S/.test(line?.text.charAt(from) ?? '')
  const right = /\S/.test(line?.text.charAt(to - 1) ?? '')
  if (left === right) return left ? '---' : ':---:'
  return right ? '---:' : ':---'
}

// Tables drawn with `+---+---+`, as Pandoc and reStructuredText have them, become tables between bars. Items and
// paragraphs of a cell stand below each other in it; one that holds a listing, a heading or another table stays as it
// is drawn.
import { type Line, linesOf, prefixOf } from '../block-lines.ts'
import { codeOf } from '../prose.ts'
import type { Reading, Respelling, Stretch } from '../respell.ts'
import { withoutBars } from './aligned-tables.ts'

type Cell = readonly Stretch[]

interface Row {
  readonly cells: readonly Cell[]
  readonly isHead: boolean
}

const BORDER = /^\+(?:[-=:]{2,}\+)+[ \t]*$/
/** What begins a line of its own within a cell. */
const ITEM = /^[ \t]*(?:[-+*>]|\d{1,9}[.)])[ \t]/
const BLOCK = /^[ \t]*(?:#{1,6} |```|~~~|\||:::)/

export function drawnTables({ tree, text }: Reading): Respelling[] {
  if (!/^[ \t>]*\+[-=:]{2,}\+/m.test(text)) return []
  const isCode = codeOf(tree)
  const lines = linesOf(text)
  const found: Respelling[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const { start, text: row } = lines[index]!
    const lead = prefixOf(row)
    if (!BORDER.test(row.slice(lead.length)) || isCode(start + lead.length)) continue
    let end = index + 1
    while (/^[|+]/.test(bodyOf(lines[end], lead))) end += 1
    const made = respelt(lines.slice(index, end), lead, text)
    if (made) found.push(made)
    index = end - 1
  }
  return found
}

const bodyOf = (line: Line | undefined, lead: string): string =>
  line?.text.startsWith(lead) ? line.text.slice(lead.length).trimEnd() : ''

function respelt(lines: readonly Line[], lead: string, text: string): Respelling | undefined {
  const top = bodyOf(lines[0], lead)
  const posts = [...top.matchAll(/\+/g)].map(({ index }) => index)
  const isDrawn = lines.every((line) => standsAt(bodyOf(line, lead), posts))
  if (!isDrawn || lines.length < 3 || !BORDER.test(bodyOf(lines.at(-1), lead))) return undefined
  const rows = rowsOf(lines, lead, posts)
  if (rows.length === 0) return undefined
  const words = ({ start, end }: Stretch): string => text.slice(start, end)
  if (rows.some(({ cells }) => cells.flat().some((piece) => BLOCK.test(words(piece))))) return undefined
  const [first, last] = [lines[0]!, lines.at(-1)!]
  const becomes = barred(rows, lead, text)
  const facts = { problem: 'drawn-table', typed: top } as const
  const edit = { start: first.start + lead.length, end: last.end, becomes }
  return { edits: [edit], told: { rule: 'markup-is-exact', facts } }
}

/** Whether a line has its signs where the first has them: cells that span others have not. */
function standsAt(body: string, posts: readonly number[]): boolean {
  if (BORDER.test(body)) return [...body.matchAll(/\+/g)].every(({ index }, at) => posts[at] === index)
  return body.startsWith('|') && posts.every((at) => body.charAt(at) === '|')
}

function rowsOf(lines: readonly Line[], lead: string, posts: readonly number[]): Row[] {
  const rows: Row[] = []
  let group: Line[] = []
  const heads = lines.findIndex((line) => bodyOf(line, lead).includes('='))
  for (const [index, line] of lines.entries()) {
    if (!BORDER.test(bodyOf(line, lead))) {
      group.push(line)
      continue
    }
    if (group.length > 0) rows.push({ cells: cellsOf(group, lead, posts), isHead: index <= heads })
    group = []
  }
  return rows
}

/** Lines of each cell, without the empty ones at its ends; an empty line within is an empty stretch. */
function cellsOf(lines: readonly Line[], lead: string, posts: readonly number[]): Cell[] {
  return posts.slice(0, -1).map((from, index) => {
    const pieces = lines.map(({ start, text }): Stretch => {
      const begin = lead.length + from + 1
      const piece = text.slice(begin, lead.length + (posts[index + 1] ?? 0))
      // One blank parts the words from the bar; more set a line in.
      const at = start + begin + (piece.startsWith(' ') ? 1 : 0)
      return { start: at, end: Math.max(at, start + begin + piece.trimEnd().length) }
    })
    const first = pieces.findIndex((piece) => !isEmpty(piece))
    const last = pieces.findLastIndex((piece) => !isEmpty(piece))
    return first < 0 ? [] : pieces.slice(first, last + 1)
  })
}

function barred(rows: readonly Row[], lead: string, text: string): (string | Stretch)[] {
  const width = rows[0]?.cells.length ?? 0
  const line = ({ cells }: Row): (string | Stretch)[] => ['|', ...cells.flatMap((cell) => cellOf(cell, text))]
  const head = rows[0]?.isHead ? rows[0] : undefined
  const body = rows.slice(head ? 1 : 0)
  return [
    ...(head ? line(head) : [`|${' |'.repeat(width)}`]),
    `\n${lead}|${'---|'.repeat(width)}`,
    ...body.flatMap((row) => [`\n${lead}`, ...line(row)]),
    '\n',
  ]
}

function cellOf(pieces: Cell, text: string): (string | Stretch)[] {
  const wordsOf = ({ start, end }: Stretch): string => text.slice(start, end)
  const isBroken = (piece: Stretch): boolean => /(?<!\\)\\$/.test(wordsOf(piece))
  const lines = pieces.flatMap((piece, index): (string | Stretch)[] => {
    const before = pieces[index - 1]
    const isParted = before && (isEmpty(before) || isBroken(before) || ITEM.test(wordsOf(piece)))
    const end = index < pieces.length - 1 && isBroken(piece) ? piece.end - 1 : piece.end
    return isEmpty(piece) ? [] : [isParted ? '<br>' : ' ', ...withoutBars({ ...piece, end }, text)]
  })
  return [...lines, ' |']
}

const isEmpty = ({ start, end }: Stretch): boolean => start === end

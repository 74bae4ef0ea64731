// Tables whose columns are drawn or stand below each other: where a cell has several lines, its words do not follow
// each other in the file, so that each piece of a line stands apart.
import type { Span } from './reading.ts'

const RULE = /^ *-{2,}(?: +-{2,})+ *$/
const BORDER = /^ *-{5,} *$/
const DRAWN = /^[ \t>]*\+(?:[-=:]{2,}\+)+[ \t]*$/
const DRAWN_ROW = /^[ \t>]*\|.*\|[ \t]*$/

/** Pieces of lines that belong to different cells. */
export function piecesOfColumns(text: string): Span[] {
  if (!/^[ \t>]*(?:-{2,} +-{2}|\+[-=:]{2,}\+)/m.test(text)) return []
  const lines = text.split('\n')
  const starts = startsOf(lines)
  return lines.flatMap((line, index) => {
    if (DRAWN.test(line) && DRAWN_ROW.test(lines[index + 1] ?? ''))
      return drawn(lines, starts, index + 1, line)
    if (!RULE.test(line)) return []
    const columns = [...line.matchAll(/-+/g)].map(({ index: at }) => at)
    return tableAround(lines, index).flatMap((at) => partsOf(lines[at] ?? '', starts[at] ?? 0, columns))
  })
}

function startsOf(lines: readonly string[]): number[] {
  let at = 0
  return lines.map((line) => {
    const start = at
    at += line.length + 1
    return start
  })
}

const MOST_LINES = 500

/** Lines above and below the hyphens; a line without words ends them where no line of hyphens stood above. */
function tableAround(lines: readonly string[], rule: number): number[] {
  let top = rule
  while (top > 0 && lines[top - 1]?.trim() && !BORDER.test(lines[top - 1] ?? '')) top -= 1
  const ends = [BORDER, RULE]
  let last = rule + 1
  while (last < Math.min(lines.length, rule + MOST_LINES) && !ends.some((end) => end.test(lines[last] ?? '')))
    last += 1
  const isClosed = ends.some((end) => end.test(lines[last] ?? ''))
  if (!isClosed) return []
  return lines.flatMap((line, at) => (at >= top && at < last && at !== rule && line.trim() ? [at] : []))
}

function drawn(lines: readonly string[], starts: readonly number[], from: number, border: string): Span[] {
  const posts = [...border.matchAll(/\+/g)].map(({ index }) => index)
  const found: Span[] = []
  for (let at = from; DRAWN_ROW.test(lines[at] ?? ''); at += 1)
    found.push(...partsOf(lines[at] ?? '', starts[at] ?? 0, posts))
  return found
}

function partsOf(line: string, start: number, columns: readonly number[]): Span[] {
  return columns.flatMap((from, index): Span[] => {
    const begin = index === 0 ? 0 : from
    return withoutNotes(line.slice(begin, columns[index + 1]), start + begin)
  })
}

const NOTE = /\^\[[^[\]]*\]?/g

/** A note in the line stands apart from its cell, as it does from any other text. */
function withoutNotes(words: string, start: number): Span[] {
  const notes = [...words.matchAll(NOTE)].map(({ 0: note, index }) => ({
    from: index,
    to: index + note.length,
  }))
  const ends = [...notes.map(({ from }) => from), words.length]
  return [0, ...notes.map(({ to }) => to)].flatMap((from, index): Span[] => {
    const to = ends[index] ?? from
    return /[\p{L}\p{N}]/u.test(words.slice(from, to)) ? [{ start: start + from, end: start + to }] : []
  })
}

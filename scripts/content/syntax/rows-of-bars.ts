// `a | b` above `c | d`: perhaps a table, perhaps choices side by side. It stays as it stands, and is told.
import type { Prose } from './prose.ts'
import type { Seen } from './unknown-kinds.ts'

const BAR = /[ \t]\|[ \t]/g

export function rowsOfBars({ node, shown, start }: Prose, text: string): Seen[] {
  if (node.type !== 'paragraph') return []
  const rows = shown.split('\n')
  const bars = rows.map((row) => row.match(BAR)?.length ?? 0)
  if (rows.length < 2 || bars[0] === 0 || bars.some((count) => count !== bars[0])) return []
  if (rows.some((row) => row.trimStart().startsWith('|'))) return []
  const typed = text.slice(start, start + rows[0]!.length).trim()
  return [{ at: start, problem: 'rows-of-bars', typed, columns: (bars[0] ?? 0) + 1 }]
}

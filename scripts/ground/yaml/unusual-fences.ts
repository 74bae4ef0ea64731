// Front matter between other lines than two of three hyphens: of stars or four hyphens, of dashes that a text
// processor made of them, or with no line behind it at all. It is front matter where nothing but keys stands in it,
// one of them known.
import { isKeyOfAny } from './foreign-keys.ts'

export interface UnusualFence {
  /** Of the line that closes it, in the text from its first line on; of the empty line where there is none. */
  readonly start: number
  readonly end: number
  /** What is unusual. */
  readonly how: string
}

const OPENS = /^(?:\*{3,}|_{3,}|-{3,}|[—–-]{1,4})[^\S\n]*$/
const CLOSES = /^(?:\*{3,}|_{3,}|-{3,}|\.{3}|[—–-]{1,4})[^\S\n]*$/
const ROW = /^(?:["']?[A-Za-z_][\w .-]{0,40}["']?:(?:\s.*|\S.*)?|\s+\S.*|-\s.*|#.*)$/

export function unusualFence(head: string): UnusualFence | undefined {
  const rows = head.split('\n')
  const [first = ''] = rows
  if (!OPENS.test(first)) return undefined
  const close = rows.findIndex((row, index) => index > 0 && (row.trim() === '' || CLOSES.test(row)))
  const last = close < 0 ? rows.length : close
  const inside = rows.slice(1, last)
  if (!inside.every((row) => ROW.test(row)) || !inside.some((row) => isKeyOfAny(keyOf(row)))) return undefined
  const isClosed = close > 0 && rows[close]?.trim() !== ''
  // A rule above a sentence with a colon in it is closed by nothing.
  if (!isClosed && !(first.trim() === '---' && isKeyOfAny(keyOf(inside[0] ?? '')))) return undefined
  const start = rows.slice(0, last).join('\n').length + 1
  return {
    start: Math.min(start, head.length),
    end: Math.min(start + (rows[last]?.length ?? 0) + 1, head.length),
    how: isClosed ? `stands between \`${first.trim()}\` and \`${rows[close]?.trim()}\`` : OPEN_END,
  }
}

const OPEN_END = 'has no closing line of three hyphens, so it ends at the first empty line'

const keyOf = (row: string): string => /^["']?([A-Za-z_][\w-]*)["']?\s*:/.exec(row)?.[1] ?? ''

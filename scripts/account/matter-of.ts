// Where the front matter of a file is: between two lines of hyphens at its head, blank lines before it or not.

export interface MatterLines {
  readonly lines: readonly string[]
  /** Of `lines`, in the file, from 1. */
  readonly firstLine: number
  /** The line that closes it. */
  readonly lastLine: number
}

/** `keys`: the lines of the keys that were read. Behind blank lines a rule is a rule, unless something was read from below it. */
export function matterOf(text: string, keys: Readonly<Record<string, number>>): MatterLines | undefined {
  const lines = text.split('\n')
  const open = lines.findIndex((line) => line.trim() !== '')
  if (open < 0 || !/^---[ \t]*$/.test(lines[open] ?? '')) return undefined
  const close = lines.findIndex((line, index) => index > open && /^(?:---|\.\.\.)[ \t]*$/.test(line))
  if (close < 0) return undefined
  const isRead = Object.values(keys).some((line) => line > open + 1 && line <= close)
  const isEmpty = lines.slice(open + 1, close).every((line) => line.trim() === '' || line.startsWith('#'))
  if (open > 0 && !isRead && !isEmpty) return undefined
  return { lines: lines.slice(open + 1, close), firstLine: open + 2, lastLine: close + 1 }
}

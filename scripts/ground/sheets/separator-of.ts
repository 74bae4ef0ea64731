// What stands between the cells of a file of CSV.

export interface Separator {
  readonly sign: string
  /** Signs that could be it as well. */
  readonly others: readonly string[]
}

/**
 * Where two could be it, the first here: whoever writes tabs or semicolons means them, and a comma may be a decimal
 * one.
 */
const SIGNS = ['\t', ';', ',', '|'] as const
const MOST_LINES = 50

/** The sign that stands equally often in most lines. */
export function separatorOf(lines: readonly string[]): Separator {
  const counted = countedIn(lines)
  const judged = SIGNS.map((sign) => ({ sign, share: shareOf(counted.map((one) => one.get(sign) ?? 0)) }))
  const best = Math.max(...judged.map(({ share }) => share))
  if (best === 0) return { sign: ',', others: [] }
  const [first, ...others] = judged.filter(({ share }) => share === best).map(({ sign }) => sign)
  return { sign: first ?? ',', others }
}

/** In how many lines, of all, it stands as often as in most of those in which it stands. */
function shareOf(counts: readonly number[]): number {
  const lines = new Map<number, number>()
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1)
  return Math.max(0, ...lines.values()) / counts.length
}

/** How often each stands in each line, outside of quotation marks. */
function countedIn(lines: readonly string[]): ReadonlyMap<string, number>[] {
  const counted: Map<string, number>[] = []
  let isQuoted = false
  let counts = new Map<string, number>()
  for (const line of lines) {
    for (const sign of line) {
      if (sign === '"') isQuoted = !isQuoted
      else if (!isQuoted) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    }
    if (isQuoted) continue
    if (line.trim() !== '') counted.push(counts)
    counts = new Map()
    if (counted.length === MOST_LINES) break
  }
  return counted
}

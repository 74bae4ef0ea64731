/**
 * The line on which each key stands below the one before; of the last that is there, 0 for none. The YAML is known to
 * be sound.
 */
export function lineOfKey(text: string, keys: readonly string[]): number {
  const lines = text.split('\n')
  let line = 0
  for (const key of keys) {
    const next = lines.findIndex((row, index) => index >= line && nameOf(row) === key)
    if (next < 0) break
    line = next + 1
  }
  return line
}

const nameOf = (row: string): string | undefined => /^\s*["']?([\w-]+)["']?\s*:/.exec(row)?.[1]

/** What stands from `start` to `end` becomes other words. Edits do not overlap. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly becomes: string
}

export function edited(text: string, edits: readonly Edit[]): string {
  let result = ''
  let done = 0
  for (const { start, end, becomes } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < done) continue
    result += text.slice(done, start) + becomes
    done = end
  }
  return result + text.slice(done)
}

// What git leaves in a file when two people changed the same lines.

export interface UnsettledMerge {
  /** Lines, from 1: `12 to 20`, or several of them. */
  readonly lines: string
  readonly first: number
}

/** `<<<<<<<`, `=======` and `>>>>>>>` in that order, each at the start of a line; a listing that shows them is none. */
export function unsettledMerge(text: string): UnsettledMerge | undefined {
  if (!text.includes('<<<<<<<')) return undefined
  const found: [first: number, last: number][] = []
  let begun: { line: number; isParted: boolean } | undefined
  let fence = ''
  for (const [index, row] of text.split('\n').entries()) {
    const [mark = ''] = /^ {0,3}(?:`{3,}|~{3,})/.exec(row) ?? []
    if (fence === '' && mark) fence = mark.trim()
    else if (fence !== '' && mark.trim().startsWith(fence)) fence = ''
    else if (fence !== '') continue
    if (/^<{7}(?: |$)/.test(row)) begun = { line: index + 1, isParted: false }
    else if (/^={7}$/.test(row) && begun) begun.isParted = true
    else if (/^>{7}(?: |$)/.test(row) && begun?.isParted) {
      found.push([begun.line, index + 1])
      begun = undefined
    }
  }
  const [first] = found
  return first && { lines: found.map(([from, to]) => `${from} to ${to}`).join(', '), first: first[0] }
}

// The fewest changes between two strings.

const MOST_CHANGES = 1200

/**
 * Which signs of `a` stand in `b`: the way of Myers (1986), with the fewest changes; undefined where there are too
 * many.
 */
export function commonSigns(a: string, b: string): boolean[] | undefined {
  const kept = new Array<boolean>(a.length).fill(false)
  if (a.length === 0 || b.length === 0) return kept
  const trace: Int32Array[] = []
  const most = Math.min(a.length + b.length, MOST_CHANGES)
  const reach = new Int32Array(2 * most + 3)
  for (let changes = 0; changes <= most; changes += 1) {
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const down =
        diagonal === -changes ||
        (diagonal !== changes && (reach[most + diagonal] ?? 0) < (reach[most + diagonal + 2] ?? 0))
      let x = down ? (reach[most + diagonal + 2] ?? 0) : (reach[most + diagonal] ?? 0) + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
      reach[most + diagonal + 1] = x
      if (x >= a.length && x - diagonal >= b.length) {
        trace.push(reach.slice(most - changes, most + changes + 3))
        return traced(trace, a, b, kept)
      }
    }
    trace.push(reach.slice(most - changes, most + changes + 3))
  }
  return undefined
}

function traced(trace: readonly Int32Array[], a: string, b: string, kept: boolean[]): boolean[] {
  let x = a.length
  let y = b.length
  for (let changes = trace.length - 1; changes >= 0 && (x > 0 || y > 0); changes -= 1) {
    const diagonal = x - y
    const before = trace[changes - 1]
    const at = (k: number): number => before?.[k + changes] ?? 0
    const down = diagonal === -changes || (diagonal !== changes && at(diagonal - 1) < at(diagonal + 1))
    const from = down ? diagonal + 1 : diagonal - 1
    const fromX = changes === 0 ? 0 : at(from)
    const fromY = changes === 0 ? 0 : fromX - from
    while (x > fromX && y > fromY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) {
      x -= 1
      y -= 1
      kept[x] = true
    }
    x = fromX
    y = fromY
  }
  return kept
}

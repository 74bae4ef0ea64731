// Where a place within a piece of Markdown stands in the file. Lines of a quotation or a list lose what stands before
// them.
import type { Point } from 'unist'
import type { Placed } from '../../markdown/draft.ts'

interface Piece extends Placed {
  readonly value: string
}

/** From an index within the value to a point of the file. */
export function placeWithin({ value, position }: Piece, source: string): (index: number) => Point {
  const { line = 1, column = 1, offset = 0 } = position?.start ?? {}
  if (!value.includes('\n')) return (index) => ({ line, column: column + index, offset: offset + index })
  const lines = value.split('\n')
  const starts: number[] = [0]
  for (const one of lines) starts.push(starts.at(-1)! + one.length + 1)
  let at = source.lastIndexOf('\n', offset - 1) + 1
  const written = lines.map((one, index) => {
    const end = source.indexOf('\n', at)
    const length = (end < 0 ? source.length : end) - at
    const from = index === 0 ? offset - at : Math.max(0, length - one.length)
    const start = at
    at = end < 0 ? source.length : end + 1
    return { start, from }
  })
  return (index) => {
    let row = 0
    let last = lines.length - 1
    while (row < last) {
      const middle = (row + last + 1) >> 1
      if (starts[middle]! <= index) row = middle
      else last = middle - 1
    }
    const { start, from } = written[row]!
    const within = from + index - starts[row]!
    return { line: line + row, column: within + 1, offset: start + within }
  }
}

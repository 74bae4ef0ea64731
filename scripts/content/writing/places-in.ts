import type { Fix } from '../../model/finding.ts'
import { ENTITY, LONGEST_ENTITY } from './aligned-offsets.ts'
import type { Passage } from './tell.ts'

interface Places {
  readonly of: (where: Passage) => { readonly line: number; readonly column: number }
  /** Undefined where the file does not have, letter for letter, what was read: an entity or an escape stands there. */
  readonly fix: (where: Passage, becomes: string) => Fix | undefined
}

/** From a stretch of a block to line and column of the file, and to a mend of it. */
export function placesIn(source: string, lineInFile: (line: number) => number = (line) => line): Places {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return {
    of: ({ block, from }) => {
      const offset = block.offsets[from]
      if (offset === undefined) return { line: block.line, column: 1 }
      const line = lastAtMost(starts, offset)
      return { line: lineInFile(line + 1), column: offset - starts[line]! + 1 }
    },
    fix: ({ block, from, to }, becomes) => {
      const start = block.offsets[from]
      const last = block.offsets[to - 1]
      if (start === undefined || last === undefined) return undefined
      // Of `\&` the backslash would stay.
      if (source[start - 1] === '\\') return undefined
      // Of `&amp;` the first sign alone would be what was read, and the rest would stay.
      if (ENTITY.test(source.slice(last, last + LONGEST_ENTITY))) return undefined
      // Words in bold or in a link may be there for what they are.
      for (let index = from; index < to; index += 1) if (!block.isPlain(index)) return undefined
      const was = block.text.slice(from, to)
      return source.slice(start, last + 1) === was ? { start, end: last + 1, was, becomes } : undefined
    },
  }
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (sorted[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}

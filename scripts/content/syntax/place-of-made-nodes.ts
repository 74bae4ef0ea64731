// A few nodes are made by the libraries after the text was read (addresses that become links), and do not know where
// they stand. Each gets the place of its own words, or of what is around it: no finding may stand at 1:1 for want of
// a better place.

import type { Nodes, Parents } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

type Position = NonNullable<Nodes['position']>

/** Changes the tree in place. `text` is what it was read from. */
export function placeOfMadeNodes(tree: Parents, text: string): void {
  let starts: readonly number[] | undefined
  const pointAt = (offset: number): Position['start'] => {
    starts ??= lineStarts(text)
    return pointOf(offset, starts)
  }
  const walk = (parent: Parents): void => {
    if (parent.children.some((child) => !child.position)) placeChildren(parent, text, pointAt)
    for (const child of parent.children) if ('children' in child) walk(child)
  }
  walk(tree)
}

/** How far on the words of a node are looked for: what is escaped or referred to may be longer than it reads. */
const WINDOW = 1000

/** From left to right, each child's words are looked for behind those of the one before. */
function placeChildren(parent: Parents, text: string, pointAt: (offset: number) => Position['start']): void {
  const around = parent.position
  if (!around) return
  const bounds = startsBehind(parent, around.end.offset ?? 0)
  let from = around.start.offset ?? 0
  for (const [index, child] of parent.children.entries()) {
    if (!child.position) {
      const words = plainText(child)
      const reach = Math.min(bounds[index] ?? from, from + words.length + WINDOW)
      const at = words === '' ? -1 : text.slice(from, reach).indexOf(words)
      child.position =
        at < 0 ? { ...around } : { start: pointAt(from + at), end: pointAt(from + at + words.length) }
      if (at < 0) continue
    }
    from = child.position.end.offset ?? from
  }
}

/** For each child where the next one begins that knows its place. */
function startsBehind({ children }: Parents, end: number): number[] {
  const bounds: number[] = []
  let next = end
  for (let index = children.length - 1; index >= 0; index -= 1) {
    bounds[index] = next
    next = children[index]?.position?.start.offset ?? next
  }
  return bounds
}

export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Line and column of an offset, by halving. */
export function pointOf(offset: number, starts: readonly number[]): Position['start'] {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset }
}

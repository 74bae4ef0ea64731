// The lines of a text that includes others → the lines of the files that they stand in.
import type { Nodes, Root } from 'mdast'
import type { TextPart } from '../../model/chapter.ts'

interface Placed {
  readonly position: NonNullable<Nodes['position']>
}

/** Line of the composed text → that of its file, numbered (ground/included-lines.ts). */
export function lineInFile(parts: readonly TextPart[], line: number): number {
  const part = parts.findLast(({ at }) => at <= line)
  return part ? part.line + (line - part.at) : line
}

/** Changes the tree in place; offsets stay those of the composed text. */
export function placeLines(tree: Root, told: readonly Placed[], parts: readonly TextPart[]): void {
  const move = (position: NonNullable<Nodes['position']>): void => {
    position.start = { ...position.start, line: lineInFile(parts, position.start.line) }
    position.end = { ...position.end, line: lineInFile(parts, position.end.line) }
  }
  const seen = new Set<object>()
  const walk = (node: Nodes): void => {
    // Nodes that were made of one may share its place.
    if (node.position && !seen.has(node.position)) {
      seen.add(node.position)
      move(node.position)
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  for (const { position } of told) {
    if (seen.has(position)) continue
    seen.add(position)
    move(position)
  }
}

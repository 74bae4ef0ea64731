// `[map]: …` twice, with two addresses: every link of the text goes to the first.
import type { Definition, Nodes } from 'mdast'
import type { Reading } from './respell.ts'
import type { Seen } from './unknown-kinds.ts'

export function labelsOfTwo({ tree, text }: Reading): Seen[] {
  const firsts = new Map<string, Definition>()
  return definitionsOf(tree).flatMap((one): Seen[] => {
    const first = firsts.get(one.identifier)
    firsts.set(one.identifier, first ?? one)
    if (!first || first.url === one.url) return []
    const at = one.position?.start.offset ?? 0
    const typed = text.slice(at, one.position?.end.offset)
    return [{ at, problem: 'label-of-two', typed, first: first.url }]
  })
}

const definitionsOf = (node: Nodes): Definition[] =>
  node.type === 'definition' ? [node] : 'children' in node ? node.children.flatMap(definitionsOf) : []

// `<a name="cost"></a>`: a place that a link may lead to. Beside a heading of that name it says nothing more than the heading
// does, and of two with the same name the first is found.
import type { Nodes, Parents, Root } from 'mdast'
import { type Draft, lineOf } from '../../markdown/draft.ts'

/** After headings have their names. */
export function settleAnchors(tree: Root, draft: Draft): void {
  const { names, ownIds, aliases } = draft
  const settle = (parent: Parents): void => {
    const kept = (parent.children as Nodes[]).filter((node) => {
      const id = node.type === 'inlineElement' ? node.attributes.id : undefined
      if (id !== undefined) {
        if (names.has(id) || ownIds.has(id) || aliases.has(id)) return false
        names.set(id, lineOf(node))
      }
      if ('children' in node) settle(node)
      return true
    })
    parent.children = kept as typeof parent.children
  }
  settle(tree)
}

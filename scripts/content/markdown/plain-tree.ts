// A tree as the other rooms get it: where its nodes came from, and what libraries noted at them, is behind it.
import type { ElementContent, Root, RootContent, Text } from 'hast'
import { slotOf } from '../../ground/html/slot.ts'

export const plainTree = ({ children }: Root): Root => ({ type: 'root', children: children.map(plain) })

function plain<Node extends RootContent>(node: Node): Node {
  if (node.type === 'element') {
    const { type, tagName, properties, children } = node
    return { type, tagName, properties, children: children.map(plain<ElementContent>) } as unknown as Node
  }
  const { position: _, data: __, ...kept } = node as Text
  const slot = slotOf(node)
  return (slot ? { ...kept, data: { slot } } : kept) as RootContent as Node
}

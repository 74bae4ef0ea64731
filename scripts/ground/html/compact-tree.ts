// A tree in as little JSON as says the same: a text is a string, an element its name, its properties and what it holds.
import type { ElementContent, Properties, Root, RootContent } from 'hast'

export type CompactNode =
  | string
  | readonly [tagName: string, properties: Properties | 0, children: readonly CompactNode[]]
  /** Any other node, as it is. */
  | { readonly node: RootContent }

export const compactTree = ({ children }: Root): readonly CompactNode[] => children.map(compact)

export const wholeTree = (nodes: readonly CompactNode[]): Root => ({
  type: 'root',
  children: nodes.map(whole),
})

function compact(node: RootContent): CompactNode {
  if (node.type === 'text' && node.data === undefined) return node.value
  if (node.type !== 'element') return { node }
  const { tagName, properties, children } = node
  return [tagName, Object.keys(properties).length > 0 ? properties : 0, children.map(compact)]
}

function whole(node: CompactNode): ElementContent {
  if (typeof node === 'string') return { type: 'text', value: node }
  if ('node' in node) return node.node as ElementContent
  const [tagName, properties, children] = node
  return { type: 'element', tagName, properties: properties || {}, children: children.map(whole) }
}

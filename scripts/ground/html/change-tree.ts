// Trees of HTML are values: whoever needs another one makes it, and what is the same in both is shared.
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'

/** What becomes of a node, whose children are changed by now: itself, another one, several, or none. */
export type Change = (node: ElementContent) => RootContent | readonly RootContent[] | undefined

export function changeTree<Tree extends Root | Element>(tree: Tree, change: Change): Tree {
  const children = changeAll(tree.children, change)
  return children === tree.children ? tree : ({ ...tree, children } as Tree)
}

function changeAll(nodes: readonly RootContent[], change: Change): readonly RootContent[] {
  let changed: RootContent[] | undefined
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]!
    const made = change((node.type === 'element' ? changeTree(node, change) : node) as ElementContent)
    if (made === node && !changed) continue
    changed ??= nodes.slice(0, index)
    if (Array.isArray(made)) changed.push(...(made as readonly RootContent[]))
    else if (made) changed.push(made as RootContent)
  }
  return changed ?? nodes
}

/** The same element with other properties: those that are undefined go, the others keep their place. */
export function withProperties(element: Element, others: Element['properties']): Element {
  const properties = { ...element.properties, ...others }
  for (const name of Object.keys(others)) if (properties[name] === undefined) delete properties[name]
  return { ...element, properties }
}

export const isElement = (node: Nodes | undefined, ...names: readonly string[]): node is Element =>
  node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))

export const hasClass = ({ properties: { className } }: Element, name: string): boolean =>
  Array.isArray(className) && className.includes(name)

/** A property as text; undefined where it is not there, or has no value. */
export function textProperty({ properties }: Element, name: string): string | undefined {
  const value = properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

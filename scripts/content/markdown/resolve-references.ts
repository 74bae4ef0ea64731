// `[text][name]` with `[name]: address` elsewhere becomes an ordinary link, so that all else sees one kind of link.
import type { Definition, Nodes, Parents } from 'mdast'

/** Changes the tree in place. */
export function resolveReferences(tree: Parents): void {
  const definitions = new Map<string, Definition>()
  collect(tree, definitions)
  if (definitions.size > 0) replace(tree, definitions)
}

function collect(node: Nodes, definitions: Map<string, Definition>): void {
  if (node.type === 'definition') {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  } else if (
    'children' in node &&
    node.type !== 'paragraph' &&
    node.type !== 'heading' &&
    node.type !== 'table'
  ) {
    for (const child of node.children) collect(child, definitions)
  }
}

function replace(parent: Parents, definitions: ReadonlyMap<string, Definition>): void {
  parent.children = parent.children.map((child: Nodes) => {
    if ('children' in child) replace(child, definitions)
    if (child.type !== 'linkReference' && child.type !== 'imageReference') return child
    const found = definitions.get(child.identifier)
    if (!found) return child
    const { url, title = null } = found
    const position = child.position ? { position: child.position } : {}
    if (child.type === 'linkReference')
      return { type: 'link', url, title, children: child.children, ...position }
    return { type: 'image', url, title, alt: child.alt ?? null, ...position }
  }) as typeof parent.children
}

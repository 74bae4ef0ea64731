// `<a name="cost"></a>`: a place that a link may lead to. Beside a heading of that name it says nothing more than the
// heading does, and of two with the same name the first is found.
import type { Image, Nodes, Parents, PhrasingContent, Root } from 'mdast'
import { type Draft, lineOf } from '../../markdown/draft.ts'
import { loneImage } from '../../markdown/picture.ts'
import { holdsLine } from './flow.ts'

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
    parent.children = joined(kept, draft) as typeof parent.children
  }
  settle(tree)
}

/**
 * A place alone on its line is that of what comes next; without one it is gone. A picture with words in its line is
 * no figure.
 */
function joined(nodes: readonly Nodes[], draft: Draft): Nodes[] {
  let places: PhrasingContent[] = []
  return nodes.filter((node, index) => {
    if (node.type === 'paragraph' && index < nodes.length - 1 && node.children.every(isPlace)) {
      places.push(...node.children)
      return false
    }
    const picture = places.length > 0 ? loneImage(node) : undefined
    if (picture) {
      places = namePicture(picture, places, draft)
      return true
    }
    const line = places.length > 0 ? firstLine(node) : undefined
    if (!line) return true
    line.children = [...places, ...line.children] as typeof line.children
    places = []
    return true
  })
}

/** One with a caption has a name, and others do not. Returns the places that are left. */
function namePicture(
  picture: Image,
  [first, ...rest]: PhrasingContent[],
  { names }: Draft,
): PhrasingContent[] {
  const id = first?.type === 'inlineElement' ? first.attributes.id : undefined
  if (!first || id === undefined) return rest
  if (!picture.title?.trim() || picture.data?.ownName) return [first, ...rest]
  names.delete(id)
  picture.data = { ...picture.data, ownName: id }
  return rest
}

const isPlace = (node: Nodes): boolean => node.type === 'inlineElement' && node.attributes.id !== undefined

function firstLine(node: Nodes): Extract<Nodes, { children: PhrasingContent[] }> | undefined {
  if (node.type !== 'inlineElement' && holdsLine(node)) return node
  if (!('children' in node)) return undefined
  for (const child of node.children as Nodes[]) {
    const found = firstLine(child)
    if (found) return found
  }
  return undefined
}

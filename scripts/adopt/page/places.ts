// The places of a page that links lead to: on a heading as its name, elsewhere as an anchor.
import type { Element, ElementContent, Root } from 'hast'
import { isElement, textProperty } from '../../ground/html/change-tree.ts'

/** The property by which the name of a heading is known from here on. */
export const PLACE = 'dataAdoptPlace'

/** A name that can stand in braces. */
export const placeName = (id: string): string =>
  id.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|(?<!-)-+$/g, '') || 'place'

/** Fragments of all links. */
export function wantedPlaces(tree: Root): Set<string> {
  const wanted = new Set<string>()
  const walk = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const href = child.tagName === 'a' ? (textProperty(child, 'href') ?? '') : ''
      const hash = href.indexOf('#')
      if (hash >= 0) wanted.add(placeName(href.slice(hash + 1)))
      walk(child)
    }
  }
  walk(tree)
  return wanted
}

/** A place before what can hold one goes to the next that can. */
export function settlePlaces(tree: Root, wanted: ReadonlySet<string>): Root {
  let waiting: string[] = []
  const take = (): string[] => {
    const taken = waiting
    waiting = []
    return taken
  }
  const walk = (children: readonly ElementContent[], holder: string[] | undefined): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child]
      const own = namesOf(child).filter((name) => wanted.has(name))
      if (!HOLDS.test(child.tagName)) {
        if (own.length > 0) (holder ?? waiting).push(...own)
        return isPlace(child) ? [] : [{ ...child, children: walk(child.children, holder) }]
      }
      const inner: string[] = [...take(), ...own]
      const made = walk(child.children, inner)
      return [withNames(child, made, [...new Set(inner)])]
    })
  return { ...tree, children: walk(tree.children as ElementContent[], undefined) }
}

const HOLDS = /^(?:h[1-6]|p|li|td|th|dt|dd|figcaption|caption)$/

const namesOf = (element: Element): string[] =>
  [textProperty(element, 'id'), element.tagName === 'a' ? textProperty(element, 'name') : undefined].flatMap(
    (name) => (name ? [placeName(name)] : []),
  )

function withNames(element: Element, children: ElementContent[], names: readonly string[]): Element {
  const [first, ...others] = names
  if (first === undefined) return { ...element, children }
  const anchors = (all: readonly string[]): Element[] =>
    all.map((id) => ({ type: 'element', tagName: 'a', properties: { id }, children: [] }))
  return /^h[1-6]$/.test(element.tagName)
    ? {
        ...element,
        properties: { ...element.properties, [PLACE]: first },
        children: [...anchors(others), ...children],
      }
    : { ...element, children: [...anchors(names), ...children] }
}

const isPlace = (node: ElementContent): boolean =>
  isElement(node, 'a') && node.properties.href === undefined && node.children.length === 0

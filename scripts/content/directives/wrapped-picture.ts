// A picture between two lines of colons, with whatever else stands there.
import type { Element, ElementContent } from 'hast'
import { incomplete } from '../markdown/attributes.ts'
import { type ContainerDirective, childrenOf, draftOf, h, type State } from '../markdown/hast.ts'
import { type FigureOptions, figureOf, loneImage, loneLink } from '../markdown/picture.ts'
import type { OutlineReader } from './directive.ts'

export function wrappedPicture(
  state: State,
  node: ContainerDirective,
  look: Pick<FigureOptions, 'id' | 'wide' | 'here'>,
): Element {
  const holder = node.children.find((child) => loneImage(child))
  const image = holder && loneImage(holder)
  if (!holder || !image) {
    incomplete(draftOf(state), node, { problem: 'no-picture' })
    return h('div', {}, ...(state.all(node) as ElementContent[]))
  }
  const others = node.children.filter((child) => child !== holder)
  return figureOf(state, image, {
    ...look,
    link: loneLink(holder),
    more: childrenOf(state, node, others) as Element[],
  })
}

export function outlineOfPicture(node: ContainerDirective, reader: OutlineReader): void {
  const holder = node.children.find((child) => loneImage(child))
  const picture = holder && loneImage(holder)
  const others = node.children.filter((child) => child !== holder)
  if (picture) reader.picture(picture, others)
  else reader.all(others)
}

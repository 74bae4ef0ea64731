// A picture between two lines of colons, with whatever else stands there.
import type { Element, ElementContent } from 'hast'
import type { Image, Nodes } from 'mdast'
import { incomplete } from '../markdown/attributes.ts'
import { type ContainerDirective, childrenOf, draftOf, h, type State } from '../markdown/hast.ts'
import { type FigureOptions, figureOf, loneImage, loneLink } from '../markdown/picture.ts'
import { readCredit } from '../markdown/picture-credit.ts'
import type { OutlineReader } from './directive.ts'

/** `credit`: what the block says of it; what stands behind the picture itself comes first. */
export function wrappedPicture(
  state: State,
  node: ContainerDirective,
  look: Pick<FigureOptions, 'id' | 'wide' | 'here' | 'fillsPage'>,
  credit: Readonly<Record<string, string | undefined>>,
): Element {
  const draft = draftOf(state)
  const { holder, image, others } = partsOf(node)
  if (!holder || !image) {
    incomplete(draft, node, { problem: 'no-picture' })
    return h('div', {}, ...(state.all(node) as ElementContent[]))
  }
  const said = Object.entries(credit).flatMap(([key, words]): [string, string][] =>
    words ? [[key, words]] : [],
  )
  const own = image.data?.credit ?? readCredit(new Map(said), draft, node)
  return figureOf(state, own ? { ...image, data: { ...image.data, credit: own } } : image, {
    ...look,
    link: loneLink(holder),
    more: childrenOf(state, node, others) as Element[],
  })
}

export function outlineOfPicture(
  node: ContainerDirective,
  reader: OutlineReader,
  {
    credit = '',
    licence = '',
  }: { readonly credit?: string | undefined; readonly licence?: string | undefined },
): void {
  const { image, others } = partsOf(node)
  const own = image && (image.data?.credit ?? { credit, licence })
  if (image && own) reader.picture({ ...image, data: { ...image.data, credit: own } }, others)
  else reader.all(others)
}

function partsOf(node: ContainerDirective): {
  readonly holder: Nodes | undefined
  readonly image: Image | undefined
  readonly others: ContainerDirective['children']
} {
  const holder = node.children.find((child) => loneImage(child))
  const others = node.children.filter((child) => child !== holder)
  return { holder, image: holder && loneImage(holder), others }
}

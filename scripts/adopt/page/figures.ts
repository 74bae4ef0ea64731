// `<figure>` → a picture with its caption.
import type { Element } from 'hast'
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Handle } from './state.ts'

/** A picture with words below it is a figure; more than words is a paragraph below it. */
export const figure: Handle = (state, element) => {
  const isCaption = (child: Element['children'][number]): child is Element =>
    child.type === 'element' && child.tagName === 'figcaption'
  const rest = state.toFlow(
    state.all({ ...element, children: element.children.filter((child) => !isCaption(child)) }),
  )
  const captions = element.children.filter(isCaption)
  const caption = captions.flatMap((one) => state.all(one)) as RootContent[]
  const [only, more] = rest as RootContent[]
  const picture = more === undefined ? loneImage(only) : undefined
  const words = captions.map(plainOf).join(' ').replace(/\s+/g, ' ').trim()
  if (words === '') return rest
  if (picture && caption.every(isPlain)) {
    picture.title = words
    return rest
  }
  return [...rest, ...state.toFlow(caption)]
}

function loneImage(node: RootContent | undefined): Extract<PhrasingContent, { type: 'image' }> | undefined {
  if (node?.type !== 'paragraph') return undefined
  const [only, more] = node.children
  return only?.type === 'image' && more === undefined ? only : undefined
}

const isPlain = (node: Nodes): boolean =>
  node.type === 'text' ||
  node.type === 'break' ||
  (['emphasis', 'strong', 'paragraph'].includes(node.type) && (node as Paragraph).children.every(isPlain))

/** The words of an element. */
export const plainOf = (node: Element['children'][number]): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element'
      ? node.tagName === 'br'
        ? ' '
        : node.children.map(plainOf).join('')
      : ''

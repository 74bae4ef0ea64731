// List items; a GFM task shows its box as a character, since a form field cannot be printed.
import type { Element, ElementContent } from 'hast'
import type { ListItem } from 'mdast'
import { defaultHandlers } from 'remark-rehype'
import { classed, type Handler, h, MADE } from './hast.ts'

export const listItem: Handler = (state, node: ListItem) => {
  // A rule between words is decoration: without paragraphs of their own they would be one text in the tags.
  const isCut = node.children.some(({ type }) => type === 'thematicBreak')
  const item = defaultHandlers.listItem(
    state,
    { ...node, checked: null, spread: isCut || node.data?.isLoose === true },
    undefined,
  ) as Element
  if (node.data?.number !== undefined) item.properties.value = String(node.data.number)
  if (typeof node.checked !== 'boolean') return item
  const box = h('span', { ...classed('box'), ...MADE }, node.checked ? '☑' : '☐')
  const holder = firstParagraph(item) ?? item
  while (isBlank(holder.children[0])) holder.children.shift()
  holder.children.unshift(box, { type: 'text', value: ' ' })
  item.properties.className = ['task']
  return item
}

const firstParagraph = (item: Element): Element | undefined => {
  const first = item.children.find((child) => !isBlank(child))
  return first?.type === 'element' && first.tagName === 'p' ? first : undefined
}

const isBlank = (node: ElementContent | undefined): boolean =>
  node?.type === 'text' && node.value.trim() === ''

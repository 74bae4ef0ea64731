// Notes at the foot of the page: in the tree each follows the block that calls it, as it is to be read; where on the
// page it stands is found out when all is laid out (print/in-page/place-notes.ts).
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { hasClass, isElement, textProperty, withProperties } from '../ground/html/change-tree.ts'
import { LAYOUTS } from '../ground/layouts.ts'
import type { Chapter } from '../model/chapter.ts'

/** The blocks of a chapter with its list of notes taken apart. Those of its title and standfirst come first. */
export function notesAtFoot({ body, matter, titleBody, standfirstBody }: Chapter): readonly RootContent[] {
  const list = body.children.find(isNotes)
  if (!list || LAYOUTS[matter.layout].fullPage) return body.children
  const waiting = notesByCall(list)
  const behind = (block: RootContent | Root | undefined): Element[] =>
    callsIn(block).flatMap((call) => {
      const note = waiting.get(call)
      waiting.delete(call)
      return note ? [noteOf(note), ...behind(note)] : []
    })
  const head = [...behind(titleBody), ...behind(standfirstBody)]
  const blocks = body.children.filter((block) => block !== list).flatMap((block) => withNotes(block, behind))
  return [...head, ...blocks, ...[...waiting.values()].map(noteOf)]
}

/** Of a section with a number the blocks are those of its text. */
function withNotes(block: RootContent, behind: (block: RootContent) => Element[]): RootContent[] {
  if (!isElement(block, 'div') || !hasClass(block, 'item')) return [block, ...behind(block)]
  const children = block.children.map((part) =>
    isElement(part, 'div') && hasClass(part, 'item-body')
      ? { ...part, children: part.children.flatMap((one) => [one, ...behind(one)]) }
      : part,
  )
  return [{ ...block, children: children as ElementContent[] }, ...behind(block)]
}

const isNotes = (block: RootContent): block is Element => isElement(block, 'div') && hasClass(block, 'notes')

/** By the id of the link that calls each first: where its own number leads back to. */
function notesByCall(list: Element): Map<string, Element> {
  const items = list.children.filter((part) => isElement(part, 'ol')).flatMap(({ children }) => children)
  const notes = items.filter((item): item is Element => isElement(item, 'li'))
  return new Map(notes.map((note) => [firstCall(note), note]))
}

function firstCall(item: Element): string {
  const [back] = linksIn(item, 'noteback')
  return (back && textProperty(back, 'href'))?.slice(1) ?? ''
}

const callsIn = (node: RootContent | Root | undefined): string[] =>
  linksIn(node, 'noteref').map((call) => textProperty(call, 'id') ?? '')

function linksIn(node: RootContent | Root | undefined, means: 'noteref' | 'noteback'): Element[] {
  if (!node || !('children' in node)) return []
  if (isElement(node, 'a') && node.properties.dataMeans === means) return [node]
  return node.children.flatMap((child) => linksIn(child, means))
}

/** An item of the list → a block that begins with its number, which leads back. */
function noteOf(item: Element): Element {
  let number: Element | undefined
  const taken = (node: ElementContent): ElementContent[] => {
    if (!isElement(node)) return [node]
    if (node.tagName === 'a' && node.properties.dataMeans === 'noteback' && !number) {
      number = withProperties(node, { className: ['number'] })
      return []
    }
    const children = node.children.flatMap(taken)
    return children.length === 0 && node.tagName === 'p' && node.children.length > 0
      ? []
      : [{ ...node, children }]
  }
  const children = item.children.flatMap(taken)
  const label = { ...number!, children: [{ type: 'text' as const, value: numberOf(item) }] }
  const first = children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '')
  const begins = children[first]
  const space = { type: 'text' as const, value: ' ' }
  const numbered: ElementContent[] = isElement(begins, 'p')
    ? children.with(first, { ...begins, children: [label, space, ...begins.children] })
    : [{ type: 'element', tagName: 'p', properties: { dataMade: '' }, children: [label] }, ...children]
  const { id, dataMeans, dataSrc } = item.properties
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['foot-note'], id, dataMeans, dataNote: firstCall(item), dataSrc },
    children: numbered,
  }
}

const numberOf = (item: Element): string => /note-(\d+)$/.exec(textProperty(item, 'id') ?? '')?.[1] ?? ''

// <table class="fig" id><caption><span class="fig-number" data-made>Table ⟨number:id⟩</span> …
import type { Element, ElementContent } from 'hast'
import type { Table } from 'mdast'
import { z } from 'zod'
import { incomplete } from '../markdown/attributes.ts'
import { claimAnchor, freeAnchor, lineOf } from '../markdown/draft.ts'
import { type ContainerDirective, childrenOf, draftOf, h, type State } from '../markdown/hast.ts'
import { tableElement } from '../markdown/table.ts'
import { flag, ownName, place, printedValue } from './attribute.ts'
import { block, type Given } from './directive.ts'

const ATTRIBUTES = {
  id: ownName(),
  caption: printedValue('prose', 'its caption; one with a caption has a number'),
  rows: flag('the first cell of each row is its header'),
  wide: flag('uses the whole width of the page'),
  place: place(),
}

export const table = block({
  name: 'table',
  about: 'a numbered table',
  example:
    ':::table{#reach caption="Readers by channel"}\n| Channel | Readers |\n|---|---:|\n| Flickr | 40 |\n| Twitter | 90 |\n:::',
  attributes: z.object(ATTRIBUTES),
  label: false,
  words: 'author',
  holds: 'table',
  apart: false,
  html: tableBlock,
  outline(node, { caption, rows }, reader) {
    const index = node.children.findIndex((child) => child.type === 'table')
    reader.all(node.children.slice(0, Math.max(0, index)))
    if (index >= 0) reader.sayWithCalls(node, caption, 'caption')
    const [first, ...others] = node.children.slice(Math.max(0, index))
    if (first?.type === 'table') reader.table(first, rows !== undefined)
    else if (first) reader.all([first])
    reader.all(others)
  },
})

function tableBlock(
  state: State,
  node: ContainerDirective,
  { id: name, caption = '', rows, wide, place }: Given<typeof ATTRIBUTES>,
): Element | Element[] {
  const draft = draftOf(state)
  const found = node.children.find((child): child is Table => child.type === 'table')
  if (!found) {
    incomplete(draft, node, { problem: 'no-table' })
    return h('div', {}, ...(state.all(node) as ElementContent[]))
  }
  const numbered = name !== undefined || caption !== ''
  const id = name ? claimAnchor(draft, name, node) : numbered ? freeAnchor(draft, 'table') : undefined
  if (id) draft.exhibits.push({ kind: 'table', id, caption, line: lineOf(node) })
  const element = tableElement(state, found, {
    rows: rows !== undefined,
    classes: ['fig', ...(wide === undefined ? [] : ['wide']), ...(place === 'here' ? ['here'] : [])],
    ...(id ? { id, caption: { text: caption, block: node } } : {}),
  })
  const index = node.children.indexOf(found)
  const before = childrenOf(state, node, node.children.slice(0, index)) as Element[]
  return [...before, element, ...(childrenOf(state, node, node.children.slice(index + 1)) as Element[])]
}

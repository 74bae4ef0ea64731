// The whole text of a file: its blocks, then its notes; in layout `numbered` each `##` section becomes an item.
import type { Element, ElementContent, Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import { classed, draftOf, type Handler, h, inLine, MADE, quietly } from './hast.ts'
import { notesOf } from './note.ts'

export const root: Handler = (state, node: Root) => {
  const draft = draftOf(state)
  for (const place of ['title', 'standfirst'] as const) {
    const children = draft.head[place]
    if (children) draft.printedHead[place] = quietly(draft, () => inLine(state, children))
  }
  const blocks = state.all(node) as ElementContent[]
  const children = draft.numberedLayout ? itemsOf(blocks) : blocks
  const tree: HastRoot = {
    type: 'root',
    children: state.wrap([...children, ...notesOf(state, draft)], false),
  }
  // The library's type knows no handler that returns a root, though its own does.
  return tree as unknown as Element
}

/** Wraps each `##` heading with what follows it; what stands before the first stays as it is. */
function itemsOf(blocks: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let body: Element | undefined
  let number = 0
  for (const block of blocks) {
    if (isSection(block)) {
      number += 1
      body = h('div', classed('item-body'))
      result.push(
        h('div', classed('item'), h('p', { ...classed('item-number'), ...MADE }, String(number)), body),
      )
    }
    // Landscape pages and plates are cut out of the flow by pages/, so they stay at the top.
    if (isOwnPage(block)) body = undefined
    if (body) body.children.push(block)
    else result.push(block)
  }
  return result
}

const isOwnPage = (node: ElementContent): boolean =>
  node.type === 'element' &&
  ['dataLandscape', 'dataPlate', 'dataBleed'].some((name) => node.properties[name] !== undefined)

const isSection = (node: ElementContent): boolean =>
  node.type === 'element' &&
  /^h\d$/.test(node.tagName) &&
  (node.properties.className as string[] | undefined)?.[0] === 's1'

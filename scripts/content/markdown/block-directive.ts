// `:::name`: the closed list of blocks, each with the attributes and the label it can have.
import type { Element, ElementContent } from 'hast'
import type { Paragraph } from 'mdast'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import { isClosed } from '../syntax/is-closed.ts'
import { attributesOf, incomplete } from './attributes.ts'
import { aside, landscape, pictureBlock, plate, quote, steps, tableBlock } from './blocks.ts'
import { chartElement } from './chart.ts'
import { type Draft, report } from './draft.ts'
import { type ContainerDirective, draftOf, type Handler, h, type State } from './hast.ts'
import { eventElement, momentsElement, programmeElement } from './launch-day.ts'
import { termsElement } from './terms.ts'

interface Block {
  readonly attributes: readonly string[]
  /** Whether `[…]` behind the name is printed. */
  readonly label: boolean
  /** Whether it takes a page of its own, so that it cannot stand inside another block. */
  readonly ownPage?: boolean
  readonly render: (state: State, node: ContainerDirective) => Element | Element[]
}

const BLOCKS: Readonly<Record<string, Block>> = {
  callout: { attributes: [], label: true, render: aside('callout') },
  brief: { attributes: [], label: false, render: aside('brief') },
  side: { attributes: [], label: true, render: aside('side') },
  pullquote: { attributes: [], label: false, render: aside('pullquote') },
  quote: { attributes: ['by', 'role'], label: false, render: quote },
  chart: {
    attributes: [
      'id',
      'kind',
      'data',
      'of',
      'unit',
      'title',
      'question',
      'caption',
      'accent',
      'table',
      'wide',
    ],
    label: false,
    render: chartElement,
  },
  table: { attributes: ['id', 'caption', 'rows', 'wide'], label: false, render: tableBlock },
  figure: { attributes: ['id', 'wide'], label: false, render: pictureBlock },
  landscape: { attributes: [], label: false, ownPage: true, render: landscape },
  plate: { attributes: ['id'], label: false, ownPage: true, render: plate },
  terms: { attributes: [], label: false, render: termsElement },
  steps: { attributes: [], label: false, render: steps },
  event: { attributes: [], label: false, render: eventElement },
  programme: { attributes: [], label: false, render: programmeElement },
  moments: { attributes: [], label: false, render: momentsElement },
}

export const BLOCK_NAMES: readonly string[] = Object.keys(BLOCKS)

export const blockDirective: Handler = (state, node: ContainerDirective, parent) => {
  const draft = draftOf(state)
  const block = BLOCKS[node.name]
  if (!block) {
    report(draft, 'directive-is-known', node, { actual: `:::${node.name}`, suggestion: suggested(node.name) })
    return h('div', {}, ...(state.all(node) as ElementContent[]))
  }
  checkAttributes(draft, node, block)
  checkClosed(draft, node)
  if (labelOf(node) && !block.label)
    incomplete(draft, node, 'has no place for a label in square brackets', 'Take the label out.')
  if (block.ownPage && parent?.type !== 'root') {
    incomplete(
      draft,
      node,
      'takes a page of its own, so it cannot stand inside another block',
      'Move it out of the block.',
    )
  }
  return block.render(state, node)
}

function suggested(name: string): string | undefined {
  const found = nearest(name, BLOCK_NAMES)
  return found && `:::${found}`
}

/** The paragraph that holds the text in square brackets behind the name. */
export function labelOf(node: ContainerDirective): Paragraph | undefined {
  const first = node.children[0]
  return first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined
}

function checkAttributes(draft: Draft, node: ContainerDirective, block: Block): void {
  for (const name of Object.keys(attributesOf(node))) {
    if (block.attributes.includes(name)) continue
    const meant = nearest(name, block.attributes)
    const all = block.attributes.length > 0 ? `It can have ${block.attributes.join(', ')}.` : 'It has none.'
    incomplete(draft, node, `has no attribute \`${name}\``, meant ? `Did you mean \`${meant}\`?` : all)
  }
}

function checkClosed(draft: Draft, node: ContainerDirective): void {
  if (isClosed(node, draft.source.text)) return
  const mend =
    'End it with a line of three colons. A block around another needs more colons than the one inside.'
  incomplete(draft, node, 'is not closed', mend)
}

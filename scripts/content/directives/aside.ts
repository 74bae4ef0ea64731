// Text beside or apart from the running text.
import type { Element, ElementContent, Properties } from 'hast'
import type { Paragraph } from 'mdast'
import { incomplete } from '../markdown/attributes.ts'
import type { Draft } from '../markdown/draft.ts'
import {
  atWidth,
  type ContainerDirective,
  childrenOf,
  classed,
  draftOf,
  from,
  h,
  MADE,
  quietly,
  type State,
} from '../markdown/hast.ts'

interface Aside {
  readonly name: string
  /** Class of the label that its author gave it. */
  readonly labelClass?: string
  /** A label of ours. */
  readonly made?: Element | undefined
  readonly widthMm?: number
}

export function asideElement(state: State, node: ContainerDirective, aside: Aside): Element {
  const draft = draftOf(state)
  if (node.children.length === 0) incomplete(draft, node, { problem: 'no-text' })
  const [label, rest] = splitLabel(node)
  const title =
    label &&
    h('p', { ...classed(aside.labelClass ?? 'side-label'), ...from(label) }, ...inLabel(state, label))
  const text = (): ElementContent[] => childrenOf(state, node, rest)
  return h(
    'aside',
    classed(aside.name),
    aside.made ?? madeLabel(node, draft),
    title,
    ...atWidth(draft, aside.widthMm ?? draft.widthMm, text),
  )
}

/** What other tools print above a block of theirs: “Note”. */
function madeLabel({ data }: ContainerDirective, { context }: Draft): Element | undefined {
  const key = data?.madeLabel
  return key ? ourLabel(classed('callout-title'), context.words[key]) : undefined
}

export const ourLabel = (properties: Properties, words: string): Element =>
  h('p', { ...properties, ...MADE }, words)

function splitLabel(node: ContainerDirective): [Paragraph | undefined, ContainerDirective['children']] {
  const first = node.children[0]
  return first?.type === 'paragraph' && first.data?.directiveLabel
    ? [first, node.children.slice(1)]
    : [undefined, node.children]
}

const inLabel = (state: State, label: Paragraph): ElementContent[] =>
  quietly(draftOf(state), () => state.all(label) as ElementContent[])

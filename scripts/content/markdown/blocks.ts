// The simple blocks: asides, quotations, steps, wrapped pictures and tables, pages of their own.
import type { Element, ElementContent } from 'hast'
import type { Image, Paragraph, RootContent, Table } from 'mdast'
import { attributesOf, incomplete } from './attributes.ts'
import { claimAnchor, type Draft, freeAnchor, lineOf, report } from './draft.ts'
import {
  atWidth,
  type ContainerDirective,
  classed,
  draftOf,
  from,
  h,
  MADE,
  quietly,
  type State,
  withCalls,
} from './hast.ts'
import { figureOf, loneImage, loneLink } from './picture.ts'
import { tableElement } from './table.ts'

type Render = (state: State, node: ContainerDirective) => Element
type AsideName = 'callout' | 'brief' | 'side' | 'pullquote'

const MOST_POINTS = 3

/** Text beside or apart from the running text. “In brief” is our word; the label of the others is the author's. */
export const aside =
  (name: AsideName): Render =>
  (state, node) => {
    const draft = draftOf(state)
    if (node.children.length === 0)
      incomplete(draft, node, 'is empty', 'Write its text between the two lines of colons.')
    const points = node.children.flatMap((child) => (child.type === 'list' ? child.children : []))
    if (name === 'brief' && points.length > MOST_POINTS) {
      incomplete(draft, node, `has ${points.length} points`, `Keep the ${MOST_POINTS} that matter most.`)
    }
    const made = madeLabel(name, node, draft)
    const labelClass = name === 'callout' ? 'callout-title' : 'side-label'
    const [label, rest] = splitLabel(node)
    const title = label && h('p', { ...classed(labelClass), ...from(label) }, ...inline(state, label))
    const width = name === 'side' ? draft.measures.sideMm : draft.widthMm
    return h('aside', classed(name), made, title, ...atWidth(draft, width, () => blocks(state, node, rest)))
  }

/** “In brief”, or what other tools print above a block of theirs: “Note”. */
function madeLabel(name: AsideName, { data }: ContainerDirective, { context }: Draft): Element | undefined {
  const { words } = context
  if (name === 'brief') return h('p', { ...classed('label'), ...MADE }, words.brief)
  const key = data?.madeLabel
  return key ? h('p', { ...classed('callout-title'), ...MADE }, words[key]) : undefined
}

export const quote: Render = (state, node) => {
  const { by, role } = attributesOf(node)
  if (!by) report(draftOf(state), 'quotation-has-source', node)
  const footer =
    by &&
    h(
      'footer',
      from(node),
      h('b', {}, ...withCalls(state, by)),
      ...(role ? withCalls(state, `, ${role}`) : []),
    )
  return h('blockquote', classed('quote'), ...(state.all(node) as ElementContent[]), footer || undefined)
}

export const steps: Render = (state, node) => {
  if (!node.children.some((child) => child.type === 'list' && child.ordered)) {
    incomplete(
      draftOf(state),
      node,
      'has no numbered list',
      'Write each step as a line that begins with `1.`',
    )
  }
  return h('div', classed('steps'), ...(state.all(node) as ElementContent[]))
}

export const pictureBlock: Render = (state, node) => {
  const { id, wide } = attributesOf(node)
  const draft = draftOf(state)
  const isWide = wide !== undefined
  return atWidth(draft, isWide ? draft.measures.textMm : draft.widthMm, () =>
    wrappedPicture(state, node, id, isWide),
  )
}

export const plate: Render = (state, node) => {
  const { id } = attributesOf(node)
  const picture = atWidth(draftOf(state), draftOf(state).measures.textMm, () =>
    wrappedPicture(state, node, id, false),
  )
  return h('div', { dataPlate: '', ...classed('plate') }, picture)
}

export const landscape: Render = (state, node) => {
  if (node.children.length === 0)
    incomplete(draftOf(state), node, 'is empty', 'Put a table or a picture between the two lines of colons.')
  const children = atWidth(
    draftOf(state),
    draftOf(state).measures.turnedMm,
    () => state.all(node) as ElementContent[],
  )
  return h('div', { dataLandscape: '', ...classed('landscape') }, ...children)
}

export function tableBlock(state: State, node: ContainerDirective): Element | Element[] {
  const draft = draftOf(state)
  const { id: name, caption = '', rows, wide } = attributesOf(node)
  const found = node.children.find((child): child is Table => child.type === 'table')
  if (!found) {
    incomplete(draft, node, 'holds no table', 'Put a table between the two lines of colons.')
    return h('div', {}, ...(state.all(node) as ElementContent[]))
  }
  const numbered = name !== undefined || caption !== ''
  const id = name ? claimAnchor(draft, name, node) : numbered ? freeAnchor(draft, 'table') : undefined
  if (id) draft.exhibits.push({ kind: 'table', id, caption, line: lineOf(node) })
  const element = tableElement(state, found, {
    rows: rows !== undefined,
    classes: ['fig', ...(wide === undefined ? [] : ['wide'])],
    ...(id ? { id, caption: { text: caption, block: node } } : {}),
  })
  const index = node.children.indexOf(found)
  const before = blocks(state, node, node.children.slice(0, index)) as Element[]
  return [...before, element, ...(blocks(state, node, node.children.slice(index + 1)) as Element[])]
}

function wrappedPicture(
  state: State,
  node: ContainerDirective,
  id: string | undefined,
  wide: boolean,
): Element {
  const holder = node.children.find((child) => loneImage(child))
  const image: Image | undefined = holder && loneImage(holder)
  if (!holder || !image) {
    incomplete(
      draftOf(state),
      node,
      'holds no picture',
      'Put a picture on a line of its own: `![what it shows](name.jpg "caption")`.',
    )
    return h('div', {}, ...(state.all(node) as ElementContent[]))
  }
  const others = node.children.filter((child) => child !== holder)
  return figureOf(state, image, {
    id,
    wide,
    link: loneLink(holder),
    more: blocks(state, node, others) as Element[],
  })
}

function splitLabel(node: ContainerDirective): [Paragraph | undefined, ContainerDirective['children']] {
  const first = node.children[0]
  return first?.type === 'paragraph' && first.data?.directiveLabel
    ? [first, node.children.slice(1)]
    : [undefined, node.children]
}

const blocks = (state: State, node: ContainerDirective, children: readonly RootContent[]): ElementContent[] =>
  state.all({ ...node, children: children as ContainerDirective['children'] }) as ElementContent[]

const inline = (state: State, label: Paragraph): ElementContent[] =>
  quietly(draftOf(state), () => state.all(label) as ElementContent[])

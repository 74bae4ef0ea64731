// `:::event`, `:::programme` and `:::moments`, filled from launch/ by expand-launch.ts before anything is rendered.
import type { Element, ElementContent } from 'hast'
import type { Paragraph } from 'mdast'
import { attributesOf, incomplete } from './attributes.ts'
import { type ContainerDirective, classed, draftOf, from, h, quietly, type State } from './hast.ts'
import { termsElement } from './terms.ts'

/** The day in the margin, with the place below it. */
export function eventElement(state: State, node: ContainerDirective): Element {
  if (!isFilled(state, node, 'paragraph')) return h('aside', classed('side', 'event'))
  const [day, ...rest] = node.children as Paragraph[]
  const inline = (line: Paragraph): ElementContent[] =>
    quietly(draftOf(state), () => state.all(line) as ElementContent[])
  const label = day && h('p', { ...classed('side-label'), ...from(day) }, ...inline(day))
  return h(
    'aside',
    classed('side', 'event'),
    label,
    ...rest.map((line) => h('p', from(line), ...inline(line))),
  )
}

export function programmeElement(state: State, node: ContainerDirective): Element[] {
  if (!isFilled(state, node, 'paragraph', 'list')) return []
  const note = node.children.filter((child): child is Paragraph => child.type === 'paragraph')
  const list = { ...node, children: node.children.filter((child) => child.type === 'list') }
  const terms = quietly(draftOf(state), () => termsElement(state, list))
  return [
    ...note.map((words) => h('p', from(words), ...(state.all(words) as ElementContent[]))),
    { ...terms, properties: { ...terms.properties, ...classed('terms', 'programme') } },
  ]
}

export function momentsElement(state: State, node: ContainerDirective): Element {
  const { launch } = draftOf(state).context
  // A launch of which no moment is chosen shows none, and needs no word about it.
  if (node.children.length > 0 || !launch) isFilled(state, node, 'containerDirective')
  const moments = node.children.filter(
    (child): child is ContainerDirective => child.type === 'containerDirective',
  )
  return h('div', classed('moments'), ...moments.map((moment) => momentElement(state, moment)))
}

function momentElement(state: State, node: ContainerDirective): Element {
  const { time = '', by = '' } = attributesOf(node)
  const said = quietly(draftOf(state), () => state.all(node) as ElementContent[])
  const footer = by && h('p', { ...classed('moment-by'), ...from(node) }, by)
  return h(
    'div',
    classed('moment'),
    h('p', { ...classed('moment-time'), ...from(node) }, time),
    ...said,
    footer || undefined,
  )
}

/** Whether it holds what launch/ put there, and nothing that an author wrote. */
function isFilled(
  state: State,
  node: ContainerDirective,
  ...types: readonly ContainerDirective['children'][number]['type'][]
): boolean {
  const { context } = draftOf(state)
  const isOurs = node.children.every(
    (child) => types.includes(child.type) && child.position === node.position,
  )
  if (context.launch && isOurs && node.children.length > 0) return true
  const other = context.launch ? 'holds text of its own' : 'has nothing to show'
  const mend = context.launch
    ? 'Leave it empty: it is filled from the folder launch/.'
    : 'Add launch/event.yaml, which says what was launched, when and where.'
  incomplete(draftOf(state), node, other, mend)
  return false
}

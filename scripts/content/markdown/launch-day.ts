// `:::event`, `:::programme` and `:::moments`, filled from launch/ by expand-launch.ts before anything is rendered.
import type { Element, ElementContent } from 'hast'
import type { ListItem, Paragraph } from 'mdast'
import { attributesOf, incomplete } from './attributes.ts'
import { type ContainerDirective, classed, draftOf, from, h, quietly, type State } from './hast.ts'

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

/** A row for each session, its title in the hanging column. */
export function programmeElement(state: State, node: ContainerDirective): Element[] {
  if (!isFilled(state, node, 'paragraph', 'list')) return []
  return quietly(draftOf(state), () => {
    const line = (tag: string, words: ListItem['children'][number]): Element =>
      h(tag, from(words), ...(words.type === 'paragraph' ? (state.all(words) as ElementContent[]) : []))
    const rows = node.children.flatMap((child) => (child.type === 'list' ? child.children : []))
    const notes = node.children.filter((child): child is Paragraph => child.type === 'paragraph')
    const terms = rows.flatMap(({ children: [title, ...answers] }) =>
      title ? [line('dt', title), h('dd', {}, ...answers.map((answer) => line('p', answer)))] : [],
    )
    return [...notes.map((note) => line('p', note)), h('dl', classed('terms', 'programme'), ...terms)]
  })
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

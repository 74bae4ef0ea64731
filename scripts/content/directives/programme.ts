// `:::programme`: a row for each session, its title in the hanging column. <dl class="terms programme"><dt><dd>
import type { Element, ElementContent } from 'hast'
import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast'
import { z } from 'zod'
import { hoursOf } from '../../ground/time/timeline.ts'
import type { Launch, LaunchSession } from '../../model/launch.ts'
import type { Person } from '../../model/publication.ts'
import { type ContainerDirective, classed, draftOf, from, h, quietly, type State } from '../markdown/hast.ts'
import { block } from './directive.ts'
import { type At, at, isFilled, paragraph, text } from './filled-block.ts'

export const programme = block({
  name: 'programme',
  about: 'launch day, from `launch/`: its sessions; an empty block',
  example: ':::programme\n:::',
  attributes: z.object({}),
  label: false,
  words: 'launch',
  holds: 'nothing',
  apart: false,
  html: programmeElement,
  fill: programmeBlocks,
  // A title begins its row, and each of the answers stands in it.
  outline: (node, _, reader) => reader.all(node.children),
})

/** What is to be said of the list, and for each session its title and, a line each, when, who and what. */
function programmeBlocks({ event, sessions }: Launch, node: At): (List | Paragraph)[] {
  const items = sessions.map((session) => ({
    type: 'listItem' as const,
    children: [paragraph([text(session.title, node)], node), ...answers(session, node)],
    ...at(node),
  }))
  const note = event.note ? [paragraph([text(event.note, node)], node)] : []
  return [...note, { type: 'list', ordered: false, spread: false, children: items, ...at(node) }]
}

function answers(session: LaunchSession, node: At): Paragraph[] {
  const { speakers, note } = session
  const hours = hoursOf(session)
  return [
    ...(hours ? [paragraph([text(hours, node)], node)] : []),
    ...speakers.map((speaker) => paragraph(speakerWords(speaker, node), node)),
    ...(note ? [paragraph([text(note, node)], node)] : []),
  ]
}

const speakerWords = ({ name, role }: Person, node: At): PhrasingContent[] =>
  role ? [text(`${name}, `, node), span('role', [text(role, node)], node)] : [text(name, node)]

const span = (name: string, children: PhrasingContent[], node: At): PhrasingContent => ({
  type: 'emphasis',
  data: { hName: 'span', hProperties: { className: [name] } },
  children,
  ...at(node),
})

function programmeElement(state: State, node: ContainerDirective): Element[] {
  if (!isFilled(state, node, 'paragraph', 'list')) return []
  draftOf(state).shows.add('launch')
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

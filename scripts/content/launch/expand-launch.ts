// `:::event`, `:::programme` and `:::moments` are empty in the text: what they show is put into the tree here, from launch/, so
// that the page and the outline it is held against are made of the same blocks as all else.

import { posix } from 'node:path'
import type { List, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import { withoutMarks } from '../../ground/language/foreign-words.ts'
import { hoursOf } from '../../ground/time/timeline.ts'
import type { Launch, LaunchSession, Moment } from '../../model/launch.ts'
import type { Person } from '../../model/publication.ts'
import type { ContainerDirective } from '../markdown/hast.ts'
import { readMarkdown } from '../markdown/processor.ts'
import type { ParseContext } from '../parse-context.ts'

/** Changes the tree in place. Blocks that hold something, or for which nothing is known, stay as they are. */
export function expandLaunch(tree: Root, file: string, { launch, words }: ParseContext): void {
  if (!launch) return
  walk(tree, (node) => {
    if (node.children.length > 0) return
    if (node.name === 'event') node.children = eventBlocks(launch, node)
    if (node.name === 'programme') node.children = programmeBlocks(launch, node)
    if (node.name === 'moments')
      node.children = launch.moments.map((one) => momentBlock(one, file, words, node))
  })
}

function walk(node: Nodes, visit: (node: ContainerDirective) => void): void {
  if (node.type === 'containerDirective') visit(node)
  if ('children' in node) for (const child of node.children) walk(child, visit)
}

type At = Pick<ContainerDirective, 'position'>

/** Everything stands where its block stands. */
const at = ({ position }: At): At => (position ? { position } : {})

const paragraph = (children: PhrasingContent[], node: At): Paragraph => ({
  type: 'paragraph',
  children,
  ...at(node),
})
const text = (value: string, node: At): PhrasingContent => ({ type: 'text', value, ...at(node) })

function eventBlocks({ event }: Launch, node: At): Paragraph[] {
  const { begins, ends, place } = event
  const hours = begins && ends ? `${begins}–${ends}` : begins
  const lines = [event.dateInWords, hours, place].filter((line) => line !== '')
  return lines.map((line) => paragraph([text(line, node)], node))
}

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

/** A block of a name that no author can write; `launch-day.ts` and the outline know it inside `:::moments`. */
function momentBlock(
  moment: Moment,
  file: string,
  words: ParseContext['words'],
  node: At,
): ContainerDirective {
  const { picture, body } = moment
  const said = readMarkdown(body).children.map((child) => placed(child, node))
  const src = picture && encodeURI(posix.relative(posix.dirname(file), picture.file))
  const shown =
    src === undefined
      ? []
      : [paragraph([{ type: 'image', url: src, alt: picture?.alt ?? '', ...at(node) }], node)]
  const attributes = { time: timeOf(moment), by: byLine(moment, words) }
  return {
    type: 'containerDirective',
    name: 'moment',
    attributes,
    children: [...said, ...shown] as never,
    ...at(node),
  }
}

const timeOf = ({ clock, day }: Moment): string => clock || day

function byLine({ author, handle, picture }: Moment, words: ParseContext['words']): string {
  const who = [author, handle].filter((word) => word !== '').join(', ')
  const credit = picture?.credit ? `${withoutMarks(words.picture)}: ${picture.credit}` : ''
  return [who, credit].filter((part) => part !== '').join('. ')
}

/** Findings and links are told by line and column of the chapter. */
function placed<Node extends Nodes>(node: Node, where: At): Node {
  const copy = { ...node, ...at(where) }
  if ('children' in copy)
    (copy as { children: Nodes[] }).children = (copy.children as Nodes[]).map((child) => placed(child, where))
  return copy
}

// GFM footnotes: numbered by their first call, printed at the end of the file's text, linked both ways.
import type { Element, ElementContent } from 'hast'
import type { FootnoteDefinition, FootnoteReference } from 'mdast'
import { anchorOf } from '../../ground/anchors.ts'
import { type Draft, report } from './draft.ts'
import { classed, draftOf, from, type Handler, h, MADE, quietly, type State } from './hast.ts'

export const noteCall: Handler = (state, node: FootnoteReference) => {
  const draft = draftOf(state)
  const name = node.identifier.toUpperCase()
  if (!state.footnoteById.has(name)) {
    report(draft, 'note-resolves', node, { problem: 'no-text', label: node.identifier })
    return undefined
  }
  const calls = (draft.notes.get(name) ?? 0) + 1
  draft.notes.set(name, calls)
  const number = [...draft.notes.keys()].indexOf(name) + 1
  if (calls === 1) draft.firstCalls.set(number, draft.citations.length)
  const element = h(
    'sup',
    { ...classed('call'), ...MADE },
    h(
      'a',
      { id: callId(draft, number, calls), href: `#${noteId(draft, number)}`, dataMeans: 'noteref' },
      String(number),
    ),
  )
  state.patch(node, element)
  return element
}

/** The list of notes. A note may call another, which then follows, so the list grows while it is made. */
export function notesOf(state: State, draft: Draft): Element[] {
  const items: Element[] = []
  for (const name of draft.notes.keys()) {
    const definition = state.footnoteById.get(name)
    if (definition) items.push(note(state, draft, definition, items.length + 1, name))
  }
  if (items.length === 0) return []
  const label = h('p', { ...classed('label'), ...MADE }, draft.context.words.notes)
  return [h('div', classed('notes'), label, h('ol', {}, ...items))]
}

function note(state: State, draft: Draft, node: FootnoteDefinition, number: number, name: string): Element {
  const isMade = draft.madeNotes.has(name)
  const read = (): ElementContent[] => state.all(node) as ElementContent[]
  draft.noteNumber = number
  const children = isMade ? quietly(draft, read) : read()
  draft.noteNumber = 0
  const calls = draft.notes.get(name) ?? 1
  const backs = Array.from({ length: calls }, (_, index) =>
    h(
      'a',
      { ...classed('back'), ...MADE, dataMeans: 'noteback', href: `#${callId(draft, number, index + 1)}` },
      '↑',
    ),
  ).flatMap((back) => [{ type: 'text' as const, value: ' ' }, back])
  const last = children.at(-1)
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(...backs)
  else children.push(h('p', MADE, ...backs))
  return h(
    'li',
    { id: noteId(draft, number), dataMeans: 'note', ...(isMade ? MADE : from(node)) },
    ...children,
  )
}

const noteId = (draft: Draft, number: number): string => anchorOf(draft.source.prefix, `note-${number}`)

const callId = (draft: Draft, number: number, call: number): string =>
  anchorOf(draft.source.prefix, call === 1 ? `call-${number}` : `call-${number}-${call}`)

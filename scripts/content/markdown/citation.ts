// A citation: what it prints is known when all texts of the publication are, so its place is a slot. Where the style
// asks for notes it becomes one.
import type { ElementContent } from 'hast'
import type { FootnoteReference } from 'mdast'
import { citationSlot } from '../../ground/html/slot.ts'
import type { Citation } from '../citations/citation-node.ts'
import { type Draft, freeAnchor } from './draft.ts'
import { classed, draftOf, type Handler, h, MADE, type State } from './hast.ts'
import { noteCall } from './note.ts'

export const citation: Handler = (state, node: Citation) => {
  const draft = draftOf(state)
  const { citations } = draft.context
  if (!citations?.isNote || draft.noteNumber > 0) return placed(node, draft)
  const [first, ...others] = node.cites
  if (!node.isInSentence || !first) return noteOf(state, node)
  // “Smith¹”: the name stands in the sentence, the work in the note.
  const name = placed({ ...node, cites: [{ key: first.key }] }, draft, true)
  const cites = [{ ...first, isWithoutAuthor: true as const }, ...others]
  const { isInSentence: _, ...rest } = node
  return [name, ...[noteOf(state, { ...rest, cites })].flat()] as ElementContent[]
}

function placed(node: Citation, draft: Draft, isName = false): ElementContent {
  const anchor = freeAnchor(draft, 'cite')
  const { line, column } = node.position?.start ?? { line: 1, column: 1 }
  const { cites, isInSentence, typed } = node
  const note = draft.noteNumber
  const index = draft.citations.length
  draft.citations.push({
    cites,
    ...(isInSentence ? { isInSentence } : {}),
    ...(node.isNote ? { isNote: true } : {}),
    ...(isName ? { isName: true } : {}),
    typed,
    anchor,
    note,
    order: note > 0 ? (draft.firstCalls.get(note) ?? index) - 0.5 : index,
    line,
    column,
  })
  const keys = cites.map(({ key }) => key).join('\n')
  return h('span', { ...classed('cite'), ...MADE, id: anchor, dataCites: keys }, citationSlot(index) as never)
}

/** No label of an author's has a blank. */
function noteOf(state: State, node: Citation) {
  const identifier = `citation ${state.footnoteById.size + 1}`
  const position = node.position ? { position: node.position } : {}
  state.footnoteById.set(identifier.toUpperCase(), {
    type: 'footnoteDefinition',
    identifier,
    children: [{ type: 'paragraph', children: [{ ...node, isNote: true }], ...position }],
    ...position,
  })
  const call: FootnoteReference = { type: 'footnoteReference', identifier, ...position }
  return noteCall(state, call, undefined)
}

// Abbreviations and words of the glossary: the first use in each file says what it stands for, and is in the index.
import type { ElementContent } from 'hast'
import type { GlossaryEntry } from '../../model/data.ts'
import { type Draft, markForIndex } from './draft.ts'
import { classed, h, MADE, type State } from './hast.ts'
import { noteCall } from './note.ts'

/** Splits a text at the first uses that it holds. */
export function explainTerms(text: string, draft: Draft, state: State): ElementContent[] {
  const { pattern, entries } = draft.terms
  if (!pattern || draft.quiet > 0) return [{ type: 'text', value: text }]
  const parts: ElementContent[] = []
  let done = 0
  for (const match of text.matchAll(pattern)) {
    const entry = entries.get(match[0])
    if (!entry) continue
    const end = match.index + match[0].length
    const isFirst = !draft.seenTerms.has(entry.term)
    const meaning = meaningOf(entry, [text.slice(0, match.index), text.slice(end)], draft, state)
    if (!isFirst && meaning.length === 0) continue
    draft.seenTerms.add(entry.term)
    parts.push({ type: 'text', value: text.slice(done, match.index) })
    parts.push(isFirst ? explained(match[0], entry, draft) : { type: 'text', value: match[0] }, ...meaning)
    done = end
  }
  if (done < text.length) parts.push({ type: 'text', value: text.slice(done) })
  return parts.filter((part) => part.type !== 'text' || part.value !== '')
}

/**
 * On wish, once a text: what letters stand for in brackets, the meaning of a word in a note. Never within words of
 * others.
 */
function meaningOf(
  entry: GlossaryEntry,
  around: readonly [string, string],
  draft: Draft,
  state: State,
): ElementContent[] {
  const { term, expansion, meaning } = entry
  const { explained, quoted, shows, context, abbreviations } = draft
  if (!context.explainsTerms || quoted > 0 || explained.has(term) || shows.has('glossary')) return []
  if (abbreviations.includes(entry)) return []
  explained.add(term)
  if (expansion) return isSaid(expansion, around) ? [] : [h('span', MADE, ` (${expansion})`)]
  if (meaning === '') return []
  const name = `TERM ${term}`.toUpperCase()
  draft.madeNotes.add(name)
  const paragraph = { type: 'paragraph' as const, children: [{ type: 'text' as const, value: meaning }] }
  state.footnoteById.set(name, { type: 'footnoteDefinition', identifier: name, children: [paragraph] })
  const call = noteCall(state, { type: 'footnoteReference', identifier: name }, undefined)
  return call ? ([call].flat() as ElementContent[]) : []
}

/** “Improvement and Efficiency West Midlands (IEWM)”, or the other way round: its author said it. */
function isSaid(expansion: string, [before, behind]: readonly [string, string]): boolean {
  const [said, ...others] = [expansion, before.trimEnd(), behind.trimStart()].map((one) =>
    one.toLowerCase().replace(/\s+/g, ' '),
  )
  const [head = '', tail = ''] = others
  return (
    head.endsWith(`${said} (`) ||
    (/^[(,–—]/.test(tail) && tail.replace(/^[(,–—]\s*(?:(?:the|or)\s+)?/, '').startsWith(said ?? ''))
  )
}

function explained(shown: string, entry: GlossaryEntry, draft: Draft): ElementContent {
  // What a file says of its own abbreviations makes no index.
  if (draft.abbreviations.includes(entry)) return h('abbr', { title: entry.expansion }, shown)
  const id = markForIndex(draft, [{ term: entry.term }])
  return entry.expansion
    ? h('abbr', { title: entry.expansion, id }, shown)
    : h('span', { id, ...classed('ix') }, shown)
}

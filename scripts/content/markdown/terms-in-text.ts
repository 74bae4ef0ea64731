// Abbreviations and words of the glossary: the first use in each file says what it stands for, and is in the index.
import type { ElementContent } from 'hast'
import type { GlossaryEntry } from '../../model/data.ts'
import { type Draft, markForIndex } from './draft.ts'
import { classed, h } from './hast.ts'

/** Splits a text at the first uses that it holds. */
export function explainTerms(text: string, draft: Draft): ElementContent[] {
  const { pattern, entries } = draft.terms
  if (!pattern || draft.quiet > 0) return [{ type: 'text', value: text }]
  const parts: ElementContent[] = []
  let done = 0
  for (const match of text.matchAll(pattern)) {
    const entry = entries.get(match[0])
    if (!entry || draft.seenTerms.has(entry.term)) continue
    draft.seenTerms.add(entry.term)
    if (match.index > done) parts.push({ type: 'text', value: text.slice(done, match.index) })
    parts.push(explained(match[0], entry, draft))
    done = match.index + match[0].length
  }
  if (done < text.length) parts.push({ type: 'text', value: text.slice(done) })
  return parts
}

function explained(shown: string, entry: GlossaryEntry, draft: Draft): ElementContent {
  // What a file says of its own abbreviations makes no index.
  if (draft.abbreviations.includes(entry)) return h('abbr', { title: entry.expansion }, shown)
  const id = markForIndex(draft, [{ term: entry.term }])
  return entry.expansion
    ? h('abbr', { title: entry.expansion, id }, shown)
    : h('span', { id, ...classed('ix') }, shown)
}

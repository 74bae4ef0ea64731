// `:::terms`: a list of `- **Term**: meaning` as rows; empty, the whole glossary. <dl class="terms"><dt><dd>; that of
// the glossary is class="terms glossary" data-made.
import type { Element, ElementContent } from 'hast'
import type { ListItem, Paragraph } from 'mdast'
import { z } from 'zod'
import { nameOf } from '../../ground/anchors.ts'
import { incomplete } from '../markdown/attributes.ts'
import { claimAnchor, type Draft } from '../markdown/draft.ts'
import { type ContainerDirective, classed, draftOf, from, h, MADE, type State } from '../markdown/hast.ts'
import { block, type OutlineReader } from './directive.ts'

export const terms = block({
  name: 'terms',
  about: '`- **Term**: meaning` as rows; empty: the glossary',
  example:
    ':::terms\n- **Trend**: what many write about at once.\n- **Feed**: posts in the order of time.\n:::',
  attributes: z.object({}),
  label: false,
  words: 'author',
  holds: 'terms',
  apart: false,
  html: (state, node) => termsElement(state, node),
  outline: (node, _, reader) => outlineOfTerms(node, reader),
})

function outlineOfTerms(node: ContainerDirective, reader: OutlineReader): void {
  const items = node.children.flatMap((child): ListItem[] => (child.type === 'list' ? child.children : []))
  const parts = items.flatMap((item) => splitTerm(item) ?? [])
  const onlyTerms = parts.length === items.length && node.children.every((child) => child.type === 'list')
  if (!onlyTerms) reader.all(node.children)
  else for (const { term, meaning } of parts) reader.term(term, meaning)
}

function termsElement(state: State, node: ContainerDirective): Element {
  const draft = draftOf(state)
  const items = node.children.flatMap((child) => (child.type === 'list' ? child.children : []))
  if (node.children.length === 0) return glossary(draft, node)
  if (node.children.some((child) => child.type !== 'list') || items.some((item) => !splitTerm(item))) {
    incomplete(draft, node, { problem: 'other-than-terms' })
    return h('div', classed('terms'), ...(state.all(node) as ElementContent[]))
  }
  return h('dl', classed('terms'), ...items.flatMap((item) => termRow(state, item)))
}

/** `**Term**: meaning` in two. The colon belongs to neither. */
function splitTerm(item: ListItem): { term: Paragraph; meaning: Paragraph } | undefined {
  const [first, ...others] = item.children
  if (first?.type !== 'paragraph' || others.length > 0) return undefined
  const [strong, next, ...rest] = first.children
  if (strong?.type !== 'strong' || next?.type !== 'text' || !next.value.startsWith(':')) return undefined
  const after = { ...next, value: next.value.slice(1).trimStart() }
  return { term: { ...first, children: strong.children }, meaning: { ...first, children: [after, ...rest] } }
}

function termRow(state: State, item: ListItem): Element[] {
  const parts = splitTerm(item)
  if (!parts) return []
  return [
    h('dt', from(item), ...(state.all(parts.term) as ElementContent[])),
    h('dd', from(item), ...(state.all(parts.meaning) as ElementContent[])),
  ]
}

/** Terms come from glossary.yaml, so none of this is text of the file. Each is where the index sends the reader. */
function glossary(draft: Draft, node: ContainerDirective): Element {
  if (draft.context.glossary.length === 0) incomplete(draft, node, { problem: 'no-terms' })
  // They come in the order of the alphabet of the publication's language.
  const rows = draft.context.glossary.flatMap(({ term, expansion, meaning }) => {
    const id = claimAnchor(draft, `word-${nameOf(term)}`, node)
    draft.indexMarks.push({ term, anchor: id })
    const full = expansion ? [h('span', classed('expansion'), expansion), meaning ? '. ' : ''] : []
    return [h('dt', { id }, term), h('dd', {}, ...full, meaning)]
  })
  draft.shows.add('glossary')
  return h('dl', { ...classed('terms', 'glossary'), ...MADE }, ...rows)
}

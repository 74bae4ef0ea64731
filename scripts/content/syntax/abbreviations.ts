// `*[HTML]: Hypertext Markup Language`, which many tools take as the explanation of an abbreviation: it is explained
// at its first use in the file, as those of the glossary are.
import type { Paragraph, Parents, PhrasingContent, Root } from 'mdast'
import { type Draft, report } from '../markdown/draft.ts'
import { termFinder } from '../markdown/term-finder.ts'

const LINE = /^\*\[([^[\]\n]{1,80})\]:[ \t]*(\S[^\n]*?)[ \t\r]*$/

export function abbreviations(tree: Root, draft: Draft): void {
  if (!/^[ \t>]*\*\[[^\]\n]+\]:/m.test(draft.source.text)) return
  const walk = (parent: Parents): void => {
    for (const child of parent.children)
      if (child.type === 'paragraph') takeLines(child, draft)
      else if ('children' in child) walk(child)
    parent.children = parent.children.filter(
      (child) => child.type !== 'paragraph' || child.children.length > 0,
    ) as typeof parent.children
  }
  walk(tree)
  const { abbreviations: own, context } = draft
  const known = new Set(own.map(({ term }) => term))
  if (own.length > 0)
    draft.terms = termFinder([...context.glossary.filter(({ term }) => !known.has(term)), ...own])
}

/** They stand together at the head or the foot of a paragraph, mostly alone. What is in them is text alone. */
function takeLines(paragraph: Paragraph, draft: Draft): void {
  if (!paragraph.children.some((child) => child.type === 'text' && child.value.includes('*['))) return
  const { position } = paragraph
  const line = position?.start.line ?? 1
  const rows = draft.source.text.slice(position?.start.offset, position?.end.offset).split('\n')
  const found = rows.map((row) => LINE.exec(row.replace(/^[ \t>]*/, '')))
  if (!found.every((match) => match)) return
  for (const [index, match] of found.entries()) {
    const [, term = '', expansion = ''] = match ?? []
    draft.abbreviations.push({ term, expansion, meaning: '', line: line + index })
  }
  paragraph.children = [] as PhrasingContent[]
}

/** What nothing in the file uses is left out, and told. */
export function abbreviationsAreUsed(draft: Draft): void {
  const { abbreviations: own, seenTerms } = draft
  for (const { term, expansion, line } of own.filter((entry) => !seenTerms.has(entry.term)))
    report(
      draft,
      'markup-is-exact',
      { position: { start: { line, column: 1 } } },
      { problem: 'abbreviation-is-not-used', typed: `*[${term}]: ${expansion}` },
    )
}

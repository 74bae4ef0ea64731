// Notes by their labels: each is defined once, and one that nothing calls is not printed, so its words stand in the finding.
import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Draft, lineOf, report, reportAs } from '../markdown/draft.ts'
import { sameness } from '../words-of.ts'

/** Of two notes with one label only the first is printed. */
export function notesAreToldApart(tree: Root, draft: Draft): void {
  const first = new Map<string, FootnoteDefinition>()
  for (const note of definitionsIn(tree)) {
    const before = first.get(note.identifier)
    if (before) reportTwice(note, before, draft)
    else first.set(note.identifier, note)
  }
}

function reportTwice(note: FootnoteDefinition, before: FootnoteDefinition, draft: Draft): void {
  const actual = labelOf(note)
  if (sameness(quoted(note)) === sameness(quoted(before))) {
    const other = `stands here and in line ${lineOf(before)}, with the same words`
    report(draft, 'note-resolves', note, { actual, other, mend: 'Take one of them out.' })
    return
  }
  const other = `is defined twice: in line ${lineOf(before)} as`
  const mend = 'Give one of the two another label, here and where it is called.'
  const both = { quoted: quoted(before), quotedToo: quoted(note) }
  reportAs(draft, 'error', 'note-resolves', note, { actual, other, ...both, mend })
}

/** `called` holds the labels of those that are printed, in small letters. */
export function notesAreCalled(tree: Root, called: ReadonlySet<string>, draft: Draft): void {
  const told = new Set<string>()
  for (const note of definitionsIn(tree)) {
    if (called.has(note.identifier.toLowerCase()) || told.has(note.identifier)) continue
    told.add(note.identifier)
    const actual = labelOf(note)
    const other = 'is called nowhere in the text, so it is not printed:'
    const mend = `Call it where it belongs with \`[^${actual}]\`, or take it out.`
    report(draft, 'note-resolves', note, { actual, other, quoted: quoted(note), mend })
  }
}

function definitionsIn(node: Nodes): FootnoteDefinition[] {
  const own = node.type === 'footnoteDefinition' ? [node] : []
  if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading') return own
  return [...own, ...node.children.flatMap(definitionsIn)]
}

const labelOf = ({ label, identifier }: FootnoteDefinition): string => label ?? identifier

const quoted = (note: FootnoteDefinition): string =>
  note.children
    .map((child) => plainText(child))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

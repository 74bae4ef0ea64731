// Notes by their labels: each is defined once, and one that nothing calls is not printed, so its words stand in the
// finding.
import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { splitLine } from '../../ground/included-lines.ts'
import { type Draft, fileOf, lineOf, report, reportAs } from '../markdown/draft.ts'
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
  const [file, earlier] = [fileOf(draft, note), fileOf(draft, before)]
  const place = { earlierLine: splitLine(lineOf(before)).line, ...(file === earlier ? {} : { earlier }) }
  const facts = { label: labelOf(note), ...place }
  if (sameness(quoted(note)) === sameness(quoted(before))) {
    report(draft, 'note-resolves', note, { problem: 'twice-the-same', ...facts })
    return
  }
  const both = { quoted: quoted(before), quotedToo: quoted(note) }
  reportAs(draft, 'error', 'note-resolves', note, { problem: 'defined-twice', ...facts, ...both })
}

/** `called` holds the labels of those that are printed, in small letters. */
export function notesAreCalled(tree: Root, called: ReadonlySet<string>, draft: Draft): void {
  const told = new Set<string>()
  for (const note of definitionsIn(tree)) {
    const name = note.identifier.toLowerCase()
    if (called.has(name) || draft.calledElsewhere.has(name) || told.has(note.identifier)) continue
    told.add(note.identifier)
    const facts = { label: labelOf(note), quoted: quoted(note) }
    report(draft, 'note-resolves', note, { problem: 'never-called', ...facts })
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

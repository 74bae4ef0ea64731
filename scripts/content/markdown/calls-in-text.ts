// Calls of notes in values that are plain text: front matter, captions, the posts of speakers.
import type { FootnoteReference, Nodes, PhrasingContent, Text } from 'mdast'

export type Called = Text | FootnoteReference

const CALL = /\[\^([^\][\s]+)\]/g

/**
 * The text with its calls; only those of notes that are there are calls. `isNote` is asked with labels in small
 * letters.
 */
export function callsIn(text: string, isNote: (identifier: string) => boolean): Called[] {
  const parts: Called[] = []
  let done = 0
  for (const match of text.matchAll(CALL)) {
    const label = match[1] ?? ''
    const identifier = identifierOf(label)
    if (!isNote(identifier)) continue
    if (match.index > done) parts.push({ type: 'text', value: text.slice(done, match.index) })
    parts.push({ type: 'footnoteReference', identifier, label })
    done = match.index + match[0].length
  }
  if (done < text.length) parts.push({ type: 'text', value: text.slice(done) })
  return parts
}

export const withoutCalls = (parts: readonly PhrasingContent[]): string =>
  parts
    .map((part) => (part.type === 'text' ? part.value : ''))
    .join('')
    .trim()

/** As the library has it: capitals and small letters make no difference. */
const identifierOf = (label: string): string => label.toLowerCase().toUpperCase().toLowerCase()

/** Every note of a text that is defined, by its label in small letters. */
export function notesIn(node: Nodes, found: Set<string> = new Set()): Set<string> {
  if (node.type === 'footnoteDefinition') found.add(node.identifier.toLowerCase())
  if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
    for (const child of node.children) notesIn(child, found)
  return found
}

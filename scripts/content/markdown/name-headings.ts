// Names of headings as GitHub gives them: `budget`, and `budget-1` for the second of that name. An id that an author
// wrote is never in their way: where both would be called the same, the heading gets the next number.
import { emojiToName } from 'gemoji'
import type { Heading, Nodes, Root } from 'mdast'
import { anchorOf, nameOf } from '../../ground/anchors.ts'
import { directiveOf } from '../directives/directives.ts'
import { wordsOf } from '../words-of.ts'
import { type Draft, lineOf } from './draft.ts'

declare module 'mdast' {
  interface HeadingData {
    /** The name that its author gave it. */
    ownId?: string | undefined
    /** What it is called inside its file. */
    name?: string
    /** The anchor of the place that has the plain name already. */
    repeats?: string
  }
}

// These names are given by us: `note-1`, `call-1`, `i1`.
const GIVEN_BY_US = /^(?:(?:note|call)-\d+(?:-\d+)?|i\d+)$/

/** `title` is the heading that was taken off the tree; on GitHub it is the first that has its name. */
export function nameHeadings(tree: Root, title: Heading | undefined, draft: Draft): void {
  const headings: Heading[] = []
  collect(tree, headings, draft.ownIds)
  for (const { data } of headings) if (data?.ownId) draft.ownIds.add(data.ownId)
  const { prefix } = draft.source
  const taken = new Map([...draft.ownIds].map((id) => [id, anchorOf(prefix, id)]))
  for (const name of title ? [title.data?.ownId, nameOf(wordsOf(title))] : []) {
    if (name === undefined || taken.has(name)) continue
    taken.set(name, prefix)
    draft.aliases.set(name, prefix)
  }
  const turns = new Map<string, number>()
  for (const heading of headings)
    heading.data = { ...heading.data, ...nameOfOne(heading, taken, turns, draft) }
}

function nameOfOne(
  heading: Heading,
  taken: Map<string, string>,
  /** How often each name was given. */
  turns: Map<string, number>,
  draft: Draft,
): Heading['data'] {
  const { prefix } = draft.source
  const ownId = heading.data?.ownId
  const plain = ownId || nameOf(wordsOf(heading))
  let wanted = plain
  for (let turn = turns.get(plain) ?? 1; !ownId && taken.has(wanted); turn += 1) {
    wanted = `${plain}-${turn}`
    turns.set(plain, turn + 1)
  }
  const name = GIVEN_BY_US.test(wanted) ? `${wanted}-section` : wanted
  const anchor = anchorOf(prefix, name)
  if (name !== wanted) draft.aliases.set(wanted, anchor)
  const repeats = wanted === plain ? undefined : taken.get(plain)
  taken.set(wanted, anchor)
  const spoken = nameOf(withEmojiNamed(wordsOf(heading)))
  if (spoken !== plain && !ownId && !taken.has(spoken)) draft.aliases.set(spoken, anchor)
  if (!ownId) draft.names.set(name, lineOf(heading))
  return repeats ? { name, repeats } : { name }
}

/** GitHub makes the name of `## :rocket: Start` before the sign is drawn: `rocket-start`. */
const withEmojiNamed = (words: string): string =>
  words.replace(/\p{Extended_Pictographic}\uFE0F?/gu, (sign) => emojiToName[sign] ?? sign)

function collect(node: Nodes, headings: Heading[], ids: Set<string>): void {
  if (node.type === 'heading') headings.push(node)
  else if ('children' in node && node.type !== 'paragraph' && node.type !== 'table') {
    const id = node.type === 'containerDirective' && directiveOf(node) && node.attributes?.id?.trim()
    if (id) ids.add(id)
    for (const child of node.children) collect(child, headings, ids)
  }
}

// What a text means is known only to the parser, and some spellings of other tools hide their content from it: `!!!
// note` makes it code, `::: note` ends a paragraph, a space cuts an address in two. So the text is read, such places
// are respelt as the dialect has them, and it is read again, until there is none left. Every place of the last tree
// is then that of the author's own text, so that findings, fixes and slices of the source are true.
import type { Nodes, Root } from 'mdast'
import type { Severity } from '../../model/place.ts'
import type { Breach } from '../../rules/rules.ts'
import { isClosed } from './is-closed.ts'
import { lineStarts, pointOf } from './place-of-made-nodes.ts'

/** A stretch of the text as it was, which moves along with its places. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface Edit extends Stretch {
  readonly becomes: readonly (string | Stretch)[]
}

export type Telling = Breach<
  'directive-is-complete' | 'link-resolves' | 'markup-is-exact' | 'markup-is-understood'
> & {
  /** Where it is not as the rule has it. */
  readonly severity?: Severity
}

export type Told = Telling & {
  readonly position: NonNullable<Nodes['position']>
}

/** Edits that are made together or not at all. */
export interface Respelling {
  readonly edits: readonly Edit[]
  /** What the author is told, at the first edit. */
  readonly told?: Telling
}

/** It is taken for what is written so. */
export const readAs = (typed: string, expected: string): Telling => ({
  rule: 'markup-is-exact',
  facts: { problem: 'read-as', typed, expected },
})

/** A part of the new text: copied from the one before, or written in its stead. */
interface Part extends Stretch {
  readonly at: number
  readonly copied: boolean
}

export interface Reading {
  readonly text: string
  readonly tree: Root
}

/** `text`: as the dialect has it. Places of the tree are those of the text that was given. */
export interface Respelt extends Reading {
  readonly told: readonly Told[]
}

const MOST_TURNS = 24

/**
 * `find` says what is to be spelt anew in a text that was read by `read`, `look` what is to be told of the last one.
 */
export function respell(
  text: string,
  read: (text: string) => Root,
  find: (reading: Reading) => readonly Respelling[],
  look: (reading: Reading) => readonly { readonly at: number; readonly telling: Telling }[],
): Respelt {
  const turns: Part[][] = []
  const told: Told[] = []
  const starts = lineStarts(text)
  let reading: Reading = { text, tree: read(text) }
  while (turns.length < MOST_TURNS) {
    const made = notOverlapping(find(reading))
    if (made.length === 0) break
    for (const { edits, told: words } of made) {
      const { start, end } = edits[0]!
      const place = { start: backTo(start, turns, 'start'), end: backTo(end, turns, 'end') }
      const position = { start: pointOf(place.start, starts), end: pointOf(place.end, starts) }
      if (words) told.push({ ...words, position })
    }
    const next = apply(
      reading.text,
      made.flatMap(({ edits }) => edits),
    )
    turns.push(next.parts)
    reading = { text: next.text, tree: read(next.text) }
  }
  for (const { at, telling } of look(reading)) {
    const place = pointOf(backTo(at, turns, 'start'), starts)
    told.push({ ...telling, position: { start: place, end: place } })
  }
  if (turns.length > 0) movePlaces(reading, turns, starts)
  return { text: reading.text, tree: reading.tree, told }
}

/** In the order of the text; what lies within another waits for the next turn. */
function notOverlapping(found: readonly Respelling[]): Respelling[] {
  const spans = found
    .filter(({ edits }) => edits.length > 0)
    .map((one) => ({
      one,
      start: Math.min(...one.edits.map(({ start }) => start)),
      end: Math.max(...one.edits.map(({ end }) => end)),
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  let done = -1
  return spans.flatMap(({ one, start, end }) => {
    if (start < done) return []
    done = Math.max(end, start + 1)
    return [one]
  })
}

function apply(text: string, edits: readonly Edit[]): { text: string; parts: Part[] } {
  const parts: Part[] = []
  let result = ''
  const copy = (start: number, end: number): void => {
    if (end > start) parts.push({ at: result.length, start, end, copied: true })
    result += text.slice(start, end)
  }
  let done = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    copy(done, edit.start)
    for (const piece of edit.becomes) {
      if (typeof piece !== 'string') copy(piece.start, piece.end)
      else if (piece !== '') {
        parts.push({ at: result.length, start: edit.start, end: edit.end, copied: false })
        result += piece
      }
    }
    done = Math.max(done, edit.end)
  }
  copy(done, text.length)
  return { text: result, parts }
}

/** The place in the author's text of an offset in the last. An end stands behind the sign before it. */
function backTo(offset: number, turns: readonly (readonly Part[])[], side: 'start' | 'end'): number {
  let at = offset
  for (const parts of [...turns].reverse()) {
    const sign = side === 'end' ? Math.max(0, at - 1) : at
    const part = partAt(sign, parts)
    if (!part) continue
    if (part.copied) at = part.start + (at - part.at)
    else at = side === 'end' ? part.end : part.start
    if (part.copied && at > part.end) at = part.end
  }
  return at
}

function partAt(offset: number, parts: readonly Part[]): Part | undefined {
  let low = 0
  let high = parts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((parts[middle]?.at ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return parts[low]
}

function movePlaces(
  { tree, text }: Reading,
  turns: readonly (readonly Part[])[],
  starts: readonly number[],
): void {
  const walk = (node: Nodes): void => {
    if (node.type === 'containerDirective') {
      const closed = isClosed(node, text)
      node.data = { ...node.data, isClosed: closed }
    }
    const { position } = node
    if (position) {
      const start = backTo(position.start.offset ?? 0, turns, 'start')
      const end = Math.max(start, backTo(position.end.offset ?? 0, turns, 'end'))
      node.position = { start: pointOf(start, starts), end: pointOf(end, starts) }
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
}

import type { Nodes, Root, Text } from 'mdast'
import type { Fix } from '../../model.ts'
import { isEnglish } from '../is-english.ts'
import { type Draft, type Placed, report } from '../markdown/draft.ts'
import { mendOf, offsetOf } from '../markdown/mend.ts'

/** Typed signs, by what the same file has in their place where it was set with care. */
const STRAIGHT = /["']|(?<!\.)\.{3}(?!\.)/g
const CURLY = /[“”‘’]/
const ELLIPSIS = /…/
const LONGEST_QUOTATION = 2000

/** A file that has “these” marks has no "those". Each language has its own; these are the English ones. */
export function signsAreAlike(tree: Root, draft: Draft): void {
  if (!isEnglish(draft.context.language)) return
  const texts = textsIn(tree)
  const hasCurly = texts.some(({ value }) => CURLY.test(value))
  const hasEllipsis = texts.some(({ value }) => ELLIPSIS.test(value))
  if (!hasCurly && !hasEllipsis) return
  for (const text of texts) {
    const start = offsetOf(text, draft)
    const odd = [...text.value.matchAll(STRAIGHT)].filter(({ 0: sign, index }) =>
      sign === '...' ? hasEllipsis : hasCurly && !isMeasure(text, index, start, draft),
    )
    const [first] = odd
    if (!first) continue
    const facts = { actual: first[0], other: first[0] === '...' ? '…' : first[0] === '"' ? '“ ”' : '‘ ’' }
    report(draft, 'signs-are-alike', placeIn(text, first.index), facts, fixOf(odd, start, draft))
  }
}

function placeIn(text: Text, index: number): Placed {
  const { line, column } = text.position?.start ?? { line: 1, column: 1 }
  const before = text.value.slice(0, index).split('\n')
  const last = before.at(-1)?.length ?? 0
  const start = { line: line + before.length - 1, column: before.length > 1 ? last + 1 : column + last }
  return { position: { start } }
}

const textsIn = (node: Nodes): readonly Text[] =>
  node.type === 'text' ? [node] : 'children' in node ? node.children.flatMap(textsIn) : []

/** Feet, inches, minutes and seconds: `6'`, `12"`. Behind a number may also stand the end of a quotation. */
function isMeasure(text: Text, index: number, start: number | undefined, draft: Draft): boolean {
  const { value } = text
  if (!/\d/.test(value.charAt(index - 1)) || /\p{L}/u.test(value.charAt(index + 1))) return false
  const at = (start ?? 0) + index
  const { text: source } = draft.source
  const near = source.slice(Math.max(0, at - LONGEST_QUOTATION), at)
  const paragraph = near.slice(near.lastIndexOf('\n\n') + 1)
  return value[index] === "'" || paragraph.split('"').length % 2 === 1
}

/** From the first sign that is certain to the last; undefined where none is. */
function fixOf(odd: readonly RegExpExecArray[], start: number | undefined, draft: Draft): Fix | undefined {
  if (start === undefined) return undefined
  const source = draft.source.text
  const changes = odd.flatMap(({ 0: sign, index }) => {
    const becomes = sign === '...' ? '…' : curly(sign, around(source, start + index))
    return becomes ? [{ from: start + index, to: start + index + sign.length, becomes }] : []
  })
  const [first, last] = [changes[0], changes.at(-1)]
  if (!first || !last) return undefined
  let becomes = ''
  let done = first.from
  for (const change of changes) {
    becomes += source.slice(done, change.from) + change.becomes
    done = change.to
  }
  return mendOf(draft, first.from, last.to, becomes)
}

interface Around {
  readonly before: string
  readonly after: string
}

/** What stands beside a sign, marks of emphasis and links left out. */
function around(source: string, at: number): Around {
  let [left, right] = [at - 1, at + 1]
  while (left >= 0 && '*_['.includes(source[left]!)) left -= 1
  while (right < source.length && '*_]'.includes(source[right]!)) right += 1
  return { before: source[left] ?? ' ', after: source[right] ?? ' ' }
}

const OPENS_AFTER = /[\s([{—–/“‘]/
const WORD = /[\p{L}\p{N}]/u
const CLOSES_BEFORE = /[\s)\]}.,;:!?…—–/”’]/

/** `'` at the head of a word opens a quotation or stands for letters: `'tis`. Only its author knows. */
function curly(sign: string, { before, after }: Around): string | undefined {
  if (sign === "'") {
    if (WORD.test(before) && (WORD.test(after) || CLOSES_BEFORE.test(after))) return '’'
    return undefined
  }
  if (OPENS_AFTER.test(before) && !CLOSES_BEFORE.test(after)) return '“'
  return CLOSES_BEFORE.test(after) && !OPENS_AFTER.test(before) ? '”' : undefined
}

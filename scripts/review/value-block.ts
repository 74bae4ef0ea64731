// Words that are a value → the signs that a reader sees of them. Most values may hold emphasis, links and notes.
import { type Collected, settleBlanks, signsOf, walk } from './signs-of.ts'
import type { ReadMarkdown, Signs, Span } from './source-block.ts'
import type { RawValue } from './values-in-markup.ts'

/** `read`: where it may hold markup. */
export function valueBlock(
  { value, start, end, writing }: RawValue,
  text: string,
  read?: ReadMarkdown,
): { readonly signs: Signs; readonly spans: readonly Span[] } {
  const all: Collected = { text: [], from: [], to: [], spans: [] }
  walk(value, text, { start, end }, all, writing !== 'code')
  return read ? withMarkup(value, all, read) : settleBlanks(all)
}

/** `given`: each sign of the value, with its place in the file. */
export function withMarkup(
  value: string,
  given: Collected,
  read: ReadMarkdown,
): { readonly signs: Signs; readonly spans: readonly Span[] } {
  if (!/[*_`[\]<&\\:$~!]/.test(value) || given.text.length !== value.length) return settleBlanks(given)
  const { children } = read(value)
  const [only] = children
  if (children.length !== 1 || only?.type !== 'paragraph') return settleBlanks(given)
  const { signs, spans } = signsOf(only.children, value)
  const from = (at: number): number => given.from[at] ?? given.to.at(-1) ?? 0
  const to = (at: number): number => given.to[at - 1] ?? given.from[0] ?? 0
  return {
    signs: { text: signs.text, from: signs.from.map(from), to: signs.to.map(to) },
    spans: spans.map((span) => ({ ...span, start: from(span.start), end: to(span.end) })),
  }
}

// All citations of a text, wherever words stand in it. In code, addresses and the words of links there are none.
import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast'
import { nearest } from '../../ground/language/nearest.ts'
import { withoutCalls } from '../markdown/calls-in-text.ts'
import { type Draft, type Placed, report } from '../markdown/draft.ts'
import type { ParseContext } from '../parse-context.ts'
import { citationsInLine, type LineReader } from './citations-in-line.ts'

/** Changes the tree in place. A key that no work has is a finding of the draft. */
export function takeCitations(tree: Root, draft: Draft): void {
  const { context, source } = draft
  if (!context.citations || !source.text.includes('@')) return
  const places = typedPlaces(source.text)
  const reader: LineReader = {
    ...readerOf(context),
    ...places,
    onUnknown: (key, node, index) =>
      reportUnknown(key, { position: places.placeOf(node, index, index + 1) }, draft),
  }
  // In a note of its author's a citation is words like others.
  const inNote = context.citations.isNote ? { ...reader, isRaised: false } : reader
  const walk = (parent: Parents, own: LineReader): void => {
    for (const child of parent.children) {
      for (const value of valuesOf(child)) unknownIn(value, child, draft)
      if ('children' in child && child.type !== 'link' && child.type !== 'linkReference')
        walk(child, child.type === 'footnoteDefinition' ? inNote : own)
    }
    if (parent.children.some((child) => child.type === 'text' && child.value.includes('@')))
      parent.children = citationsInLine(parent.children as PhrasingContent[], own) as typeof parent.children
  }
  walk(tree, reader)
}

/** What is read beside the words of a block: its title, its caption. */
function valuesOf(node: Nodes): string[] {
  if (node.type === 'image') return [node.title ?? '']
  if (node.type === 'containerDirective')
    return Object.values(node.attributes ?? {}).map((value) => value ?? '')
  return node.type === 'table' && node.data?.caption ? [node.data.caption] : []
}

/** Keys in a value that no work has, at the place of what has the value. */
function unknownIn(value: string, at: Placed, draft: Draft): PhrasingContent[] {
  if (!draft.context.citations || !value.includes('@')) return []
  const onUnknown = (key: string): void => reportUnknown(key, at, draft)
  return citationsInLine([{ type: 'text', value }], { ...readerOf(draft.context), onUnknown })
}

/**
 * A field of the front matter whose citations, where it may have any, were taken before: the rest prints as it stands.
 */
export function tellInValue(value: string, at: Placed, draft: Draft): void {
  for (const node of unknownIn(value, at, draft))
    if (node.type === 'citation' && !node.isInSentence)
      report(draft, 'citation-is-printed-whole', at, { problem: 'in-value', typed: node.typed })
}

function reportUnknown(key: string, at: Placed, draft: Draft): void {
  const suggestion = nearest(key, draft.context.citations?.keys ?? [])
  report(draft, 'citation-resolves', at, { problem: 'unknown-key', key, suggestion })
}

let last: { readonly of: ParseContext['citations']; readonly reader: LineReader } | undefined

/** For a value that is plain text: it does not know where it stands, and nothing in it is escaped. */
export function readerOf({ citations }: ParseContext): LineReader {
  if (last?.of === citations && last) return last.reader
  const reader: LineReader = {
    keys: new Set(citations?.keys ?? []),
    locators: citations?.locators ?? {},
    isRaised: citations?.isRaised ?? false,
    isEscaped: () => false,
    placeOf: (node) => node.position,
    onUnknown: () => undefined,
  }
  last = { of: citations, reader }
  return reader
}

/** The citations of a value that is plain text; all of it as one text where there are none. */
export const citationsInValue = (text: string, context: ParseContext): PhrasingContent[] =>
  context.citations && text.includes('@')
    ? citationsInLine([{ type: 'text', value: text }], readerOf(context))
    : [{ type: 'text', value: text }]

/** Its words alone, for lists of captions. */
export const withoutCitations = (text: string, context: ParseContext): string =>
  context.citations && text.includes('@')
    ? withoutCalls(citationsInValue(text, context)).replace(/(?<!\s)\s+(?=[.,;:!?]|$)/g, '')
    : text

/** A text of the tree may be shorter than it was typed: signs in it are counted to find them in the file. */
function typedPlaces(source: string): Pick<LineReader, 'isEscaped' | 'placeOf'> {
  const offsetOf = (node: Text, index: number): number => {
    const from = node.position?.start.offset ?? 0
    const typed = source.slice(from, node.position?.end.offset ?? from)
    if (typed.length === node.value.length) return from + index
    const sign = node.value.charAt(index) || node.value.slice(-1)
    const before = node.value.slice(0, index).split(sign).length - 1
    let at = typed.indexOf(sign)
    for (let count = 0; count < before && at >= 0; count += 1) at = typed.indexOf(sign, at + 1)
    return from + Math.max(0, at)
  }
  return {
    isEscaped: (node, index) =>
      node.position !== undefined &&
      /(?<!\\)(?:\\\\)*\\$/.test(source.slice(0, offsetOf(node, index)).slice(-9)),
    placeOf: (node, start, end) => {
      if (!node.position) return undefined
      return {
        start: pointWithin(node.position.start, offsetOf(node, start), source),
        end: pointWithin(node.position.start, offsetOf(node, end - 1) + 1, source),
      }
    },
  }
}

type Point = NonNullable<Text['position']>['start']

/** Counted from the beginning of its text, which knows the file that it is of. */
function pointWithin({ line, column, offset: from = 0 }: Point, offset: number, source: string): Point {
  const before = source.slice(from, offset).split('\n')
  const last = before.at(-1)?.length ?? 0
  return { line: line + before.length - 1, column: before.length > 1 ? last + 1 : column + last, offset }
}

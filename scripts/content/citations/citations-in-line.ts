// Words of one line with what stands among them → the same with its citations.
import type { PhrasingContent, Text } from 'mdast'
import type { Citation } from './citation-node.ts'
import {
  citationsInSentence,
  isCitation,
  type KnownCitations,
  type ReadCitation,
  readCitation,
  readPlaceBehind,
} from './citation-syntax.ts'

export interface LineReader extends KnownCitations {
  /** Notes and raised numbers stand right behind the words, and behind the stop that follows. */
  readonly isRaised: boolean
  /** Whether the sign at an index of a text was escaped by its author. */
  readonly isEscaped: (node: Text, index: number) => boolean
  /** The place of a stretch of a text. */
  readonly placeOf: (node: Text, start: number, end: number) => Citation['position']
  /** A work that nobody knows. */
  readonly onUnknown: (key: string, node: Text, index: number) => void
}

/** What is no citation stays the node that it was. */
export function citationsInLine(nodes: readonly PhrasingContent[], reader: LineReader): PhrasingContent[] {
  const bracketed = nodes.some((node) => node.type === 'text' && node.value.includes('@'))
    ? withBrackets(nodes, reader)
    : [...nodes]
  return bracketed.some(({ type }) => type === 'citation') && reader.isRaised ? raised(bracketed) : bracketed
}

function withBrackets(nodes: readonly PhrasingContent[], reader: LineReader): PhrasingContent[] {
  const made: PhrasingContent[] = []
  const rest = [...nodes]
  for (let node = rest.shift(); node; node = rest.shift()) {
    if (node.type !== 'text') {
      made.push(node)
      continue
    }
    const found = firstBracket(node, rest, reader)
    if (!found) {
      made.push(...inSentence(node, reader))
      continue
    }
    const before = inSentence(cut(node, 0, found.start), reader)
    const named = namedLast(before)
    const place = named && placeBehind(named, found, reader)
    made.push(...(place ? before.slice(0, before.indexOf(named)) : before))
    const citation = place ?? citationOf(found, reader)
    made.push(...(citation ? [citation] : found.nodes))
    rest.splice(0, found.taken)
    if (found.rest) rest.unshift(found.rest)
  }
  return made.filter((node) => node.type !== 'text' || node.value !== '')
}

interface Bracket {
  readonly node: Text
  /** Of the opening bracket, in the text. */
  readonly start: number
  /** What stands between the brackets, what is set off in it as the processor of citations marks it. */
  readonly inside: string
  /** The whole, as it was. */
  readonly nodes: readonly PhrasingContent[]
  readonly position: Citation['position']
  /** Nodes behind the first that it reaches over, and what is left of the last. */
  readonly taken: number
  readonly rest: Text | undefined
}

/** The first bracket in the text that holds a work, or the place in one that stands right before it. */
function firstBracket(
  node: Text,
  behind: readonly PhrasingContent[],
  reader: LineReader,
): Bracket | undefined {
  const { value } = node
  const { whole, from } = originOf(node)
  for (let start = value.indexOf('['); start >= 0; start = value.indexOf('[', start + 1)) {
    if (value[start - 1] === '!' || reader.isEscaped(whole, from + start)) continue
    const found = bracketAt(node, start, behind, reader)
    if (!found) continue
    if (isCitation(found.inside) || namedLast(inSentence(cut(node, 0, start), reader))) return found
  }
  return undefined
}

const LONGEST = 2000

function bracketAt(
  node: Text,
  start: number,
  behind: readonly PhrasingContent[],
  reader: LineReader,
): Bracket | undefined {
  let inside = ''
  const nodes: PhrasingContent[] = []
  for (let index = -1; index < behind.length && inside.length < LONGEST; index += 1) {
    const one = index < 0 ? node : behind[index]
    if (one?.type !== 'text') {
      if (!one || one.type === 'break') return undefined
      inside += marked(one)
      nodes.push(one)
      continue
    }
    const from = index < 0 ? start + 1 : 0
    const end = closingAt(one.value, from)
    inside += one.value.slice(from, end < 0 ? undefined : end)
    nodes.push(cut(one, index < 0 ? start : 0, end < 0 ? one.value.length : end + 1))
    if (end < 0) continue
    const rest = cut(one, end + 1, one.value.length)
    const place = (of: Text, first: number, last: number) => placeIn(of, first, last, reader)
    const position = between(place(node, start, node.value.length), place(one, 0, end + 1))
    return { node, start, inside, nodes, position, taken: index + 1, rest: rest.value ? rest : undefined }
  }
  return undefined
}

const between = (first: Citation['position'], last: Citation['position']): Citation['position'] =>
  first && last ? { start: first.start, end: last.end } : first

/** A bracket within brackets has its own end. */
function closingAt(value: string, from: number): number {
  let depth = 0
  for (let at = from; at < value.length; at += 1) {
    if (value[at] === '[') depth += 1
    else if (value[at] === ']' && depth-- === 0) return at
  }
  return -1
}

const MARKS: Readonly<Record<string, string>> = { emphasis: 'i', strong: 'b' }

function marked(node: PhrasingContent): string {
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const words = (node.children as PhrasingContent[]).map(marked).join('')
  const mark = MARKS[node.type]
  return mark ? `<${mark}>${words}</${mark}>` : words
}

function citationOf({ inside, node, start, position }: Bracket, reader: LineReader): Citation | undefined {
  const read: ReadCitation | undefined = readCitation(inside, reader)
  const { whole, from } = originOf(node)
  if (read && 'unknown' in read) reader.onUnknown(read.unknown, whole, from + start + 1 + read.at)
  if (!read || !('cites' in read)) return undefined
  return citation(read, `[${inside}]`, position)
}

/** The work that a sentence names right before, or a blank before. */
function namedLast(nodes: readonly PhrasingContent[]): Citation | undefined {
  const last = nodes.at(-1)
  const found = last?.type === 'text' && /^\s$/.test(last.value) ? nodes.at(-2) : last
  return found?.type === 'citation' && found.isInSentence ? found : undefined
}

function placeBehind(
  before: Citation,
  { inside, position }: Bracket,
  reader: LineReader,
): Citation | undefined {
  const [cite] = before.cites
  const cites = cite && readPlaceBehind(inside, cite, reader)
  if (!cites) return undefined
  const whole = citation({ cites }, `${before.typed} [${inside}]`, between(before.position, position))
  return { ...whole, isInSentence: true }
}

const citation = (
  { cites }: Pick<Citation, 'cites'>,
  typed: string,
  position: Citation['position'],
): Citation => ({ type: 'citation', cites, typed, ...(position ? { position } : {}) })

/** Works that the words name. */
function inSentence(node: Text, reader: LineReader): PhrasingContent[] {
  const made: PhrasingContent[] = []
  const { whole, from } = originOf(node)
  let done = 0
  for (const { start, end, cites } of citationsInSentence(node.value, reader)) {
    const sign = node.value.indexOf('@', start)
    if (isMeant(whole, from + sign, reader)) continue
    if (start > done) made.push(cut(node, done, start))
    const found = citation(
      { cites },
      node.value.slice(start, end),
      reader.placeOf(whole, from + start, from + end),
    )
    // `-@key` names no author: it is a citation as in brackets.
    made.push(cites[0].isWithoutAuthor ? found : { ...found, isInSentence: true })
    done = end
  }
  return done < node.value.length ? [...made, cut(node, done, node.value.length)] : made
}

function placeIn(node: Text, start: number, end: number, { placeOf }: LineReader): Citation['position'] {
  const { whole, from } = originOf(node)
  return placeOf(whole, from + start, from + end)
}

/** `\@key` and `\[@key]` are signs. */
const isMeant = (whole: Text, at: number, { isEscaped }: LineReader): boolean =>
  isEscaped(whole, at) || (whole.value[at - 1] === '[' && isEscaped(whole, at - 1))

interface Origin {
  readonly whole: Text
  readonly from: number
}

/** Of a part of a text: where it stands in the whole, whose place in the file is known. */
const ORIGINS = new WeakMap<Text, Origin>()

const originOf = (node: Text): Origin => ORIGINS.get(node) ?? { whole: node, from: 0 }

function cut(node: Text, start: number, end: number): Text {
  if (start === 0 && end === node.value.length) return node
  const part: Text = { ...node, value: node.value.slice(start, end) }
  const { whole, from } = originOf(node)
  ORIGINS.set(part, { whole, from: from + start })
  return part
}

/** `walls [@a].` → `walls.¹` */
function raised(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const made = [...nodes]
  for (const [index, node] of made.entries()) {
    if (node.type !== 'citation' || node.isInSentence) continue
    const before = made[index - 1]
    if (before?.type !== 'text') continue
    const after = made[index + 1]
    const stop = after?.type === 'text' ? (/^[.,;:!?]+(?=[\s”’"')]|$)/.exec(after.value)?.[0] ?? '') : ''
    made[index - 1] = {
      ...before,
      value: before.value.replace(/(?<![ \t\n\u00a0])[ \t\n\u00a0]+$/, '') + stop,
    }
    if (after?.type === 'text' && stop) made[index + 1] = { ...after, value: after.value.slice(stop.length) }
  }
  return made
}

// Text as it was written → the signs that a reader sees of it, each with its place.
import { decodeHTMLStrict } from 'entities'
import type { Nodes, PhrasingContent } from 'mdast'
import type { Signs, Span, Writing } from './source-block.ts'
import { THING } from './word-file.ts'

export interface Collected {
  readonly text: string[]
  readonly from: number[]
  readonly to: number[]
  readonly spans: Span[]
}

/** Of the inline nodes of a block; `source` is the text that they were read from. */
export function signsOf(
  nodes: readonly PhrasingContent[],
  source: string,
): { readonly signs: Signs; readonly spans: readonly Span[] } {
  const all: Collected = { text: [], from: [], to: [], spans: [] }
  for (const node of nodes) collect(node, source, all)
  return settleBlanks(all)
}

function collect(node: Nodes, source: string, all: Collected): void {
  const { start, end } = bounds(node)
  if (node.type === 'text') walk(node.value, source, { start, end }, all, true)
  else if (node.type === 'inlineCode') walk(node.value, source, insideCode(source, start, end), all, false)
  else if (node.type === 'break') add('\n', start, end, all)
  else if (node.type === 'html') {
    if (/^<br\b/i.test(node.value)) add('\n', start, end, all)
  } else if ('children' in node && node.children.length > 0 && String(node.type) !== 'inlineFormula') {
    const first = all.text.length
    for (const child of node.children) collect(child, source, all)
    all.spans.push({ first, behind: all.text.length, start, end })
  } else add(THING, start, end, all)
}

const bounds = (node: Nodes): { start: number; end: number } => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
})

function insideCode(source: string, start: number, end: number): { start: number; end: number } {
  let ticks = 0
  while (source[start + ticks] === '`' && start + ticks < end) ticks += 1
  return { start: start + ticks, end: end - ticks }
}

function add(sign: string, from: number, to: number, all: Collected): void {
  all.text.push(sign)
  all.from.push(from)
  all.to.push(to)
}

const REFERENCE = /&(?:#[xX][\da-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z\d]{1,31});/y
const ESCAPED = /[!-/:-@[-`{-~]/

/**
 * Goes through what was written and what it says at once. What cannot be followed stands as one sign for all that is
 * left, so that nothing is changed within it.
 */
export function walk(
  value: string,
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
  all: Collected,
  hasEscapes: boolean,
  writing: Writing = 'markdown',
): void {
  let at = start
  for (let index = 0; index < value.length; ) {
    at = behindPrefix(value, index, source, at, end)
    const read = signAt(value, index, source, at, hasEscapes, writing)
    if (!read || at + read.written > end) {
      add(THING, at, end, all)
      return
    }
    for (let unit = 0; unit < read.said; unit += 1) add(value[index + unit] ?? '', at, at + read.written, all)
    index += read.said
    at += read.written
  }
}

/** How many signs are written here, and for how many of what is said; undefined where they are not the same. */
function signAt(
  value: string,
  index: number,
  source: string,
  at: number,
  hasEscapes: boolean,
  writing: Writing,
): { readonly written: number; readonly said: number } | undefined {
  const sign = value[index]
  if (hasEscapes && source[at] === '\\' && ESCAPED.test(source[at + 1] ?? '') && source[at + 1] === sign)
    return { written: 2, said: 1 }
  if (hasEscapes && source[at] === '&') {
    REFERENCE.lastIndex = at
    const [reference] = REFERENCE.exec(source) ?? []
    const meant = reference ? decodeHTMLStrict(reference) : undefined
    if (reference && meant && meant !== reference && value.startsWith(meant, index))
      return { written: reference.length, said: meant.length }
  }
  if (writing === 'single' && source[at] === "'" && source[at + 1] === "'" && sign === "'")
    return { written: 2, said: 1 }
  if (writing === 'double' && source[at] === '\\' && source[at + 1] === sign && /["\\/]/.test(sign ?? ''))
    return { written: 2, said: 1 }
  if (source[at] === sign) return { written: 1, said: 1 }
  if (source[at] === '\\' && source[at + 1] === '|' && sign === '|') return { written: 2, said: 1 }
  return sign === ' ' && /\s/.test(source[at] ?? '') ? { written: 1, said: 1 } : undefined
}

/** What stands at the beginning of a line for a list or a quotation around it, and blanks that are not said. */
function behindPrefix(value: string, index: number, source: string, at: number, end: number): number {
  const sign = value[index]
  let place = at
  if (source[place] === sign) {
    const isLineStart = place > 0 && source[place - 1] === '\n'
    if (!isLineStart || sign !== '>') return place
  }
  if (sign === '\n') while (place < end && /[ \t]/.test(source[place] ?? '')) place += 1
  else if (source[place - 1] === '\n' || /[ \t]/.test(source[place] ?? ''))
    while (place < end && /[ \t>]/.test(source[place] ?? '') && source[place] !== sign) place += 1
  return place
}

/** Runs of blanks and soft line ends are one blank; none stand at either end. */
export function settleBlanks(all: Collected): { readonly signs: Signs; readonly spans: readonly Span[] } {
  const made: { text: string; from: number[]; to: number[] } = { text: '', from: [], to: [] }
  const placeOf: number[] = []
  const isBreak = (index: number): boolean =>
    all.text[index] === '\n' && (all.to[index] ?? 0) - (all.from[index] ?? 0) > 1
  for (const [index, sign] of all.text.entries()) {
    placeOf.push(made.text.length)
    const kept = /[ \t\n\r]/.test(sign) && !isBreak(index) ? ' ' : sign
    const last = made.text.at(-1)
    if (kept === ' ' && (last === ' ' || last === '\n' || last === undefined)) {
      if (last === ' ') made.to[made.to.length - 1] = all.to[index] ?? 0
      continue
    }
    if (kept === '\n' && last === ' ') {
      made.text = made.text.slice(0, -1)
      made.from.pop()
      made.to.pop()
    }
    made.text += kept
    made.from.push(all.from[index] ?? 0)
    made.to.push(all.to[index] ?? 0)
  }
  placeOf.push(made.text.length)
  const length = made.text.replace(/(?<![ \n])[ \n]+$/, '').length
  const spans = all.spans.map(({ first, behind, ...place }) => ({
    first: Math.min(placeOf[first] ?? 0, length),
    behind: Math.min(placeOf[behind] ?? 0, length),
    ...place,
  }))
  return {
    signs: {
      text: made.text.slice(0, length),
      from: made.from.slice(0, length),
      to: made.to.slice(0, length),
    },
    spans,
  }
}

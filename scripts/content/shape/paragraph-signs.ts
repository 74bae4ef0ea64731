// Quotation marks, apostrophes and points of omission of one paragraph, each with its role: an opening and a closing
// mark are one.
import type { Nodes, PhrasingContent } from 'mdast'
import { isForeign } from '../directives/directives.ts'
import { alignedOffsets } from '../writing/aligned-offsets.ts'

export type Family = 'apostrophe' | 'single quotation marks' | 'double quotation marks' | 'omission'

export interface Sign {
  readonly family: Family
  readonly form: 'typed' | 'set'
  /** Where its marks stand in the paragraph's text: one, or two for a pair. */
  readonly at: readonly number[]
}

export interface ParagraphText {
  /** Code, pictures and words of another language are one U+FFFC each. */
  readonly text: string
  /** Where each sign stands in the file. */
  readonly offsets: readonly number[]
  /** Whether it stands in no mark and no link. */
  readonly plain: readonly boolean[]
}

export function paragraphText(children: readonly PhrasingContent[], source: string): ParagraphText {
  let text = ''
  const offsets: number[] = []
  const plain: boolean[] = []
  const add = (value: string, places: readonly number[], isPlain: boolean): void => {
    text += value
    for (const place of places) {
      offsets.push(place)
      plain.push(isPlain)
    }
  }
  const read = (nodes: readonly Nodes[], isPlain: boolean): void => {
    for (const node of nodes) {
      const from = node.position?.start.offset ?? 0
      if (node.type === 'text')
        add(
          node.value,
          alignedOffsets(node.value, source.slice(from, node.position?.end.offset), from),
          isPlain,
        )
      else if (node.type === 'break') add('\n', [from], isPlain)
      else if ('children' in node && !isForeign(node)) read(node.children, false)
      else if (node.type !== 'html') add('\uFFFC', [from], false)
    }
  }
  read(children, true)
  return { text, offsets, plain }
}

const LETTER = /[\p{L}\p{N}]/u
const OPENS_AFTER = /^$|[\s([{—–/“‘"'-]/u
const CLOSES_BEFORE = /^$|[\s)\]}.,;:!?…—–/”’"'-]/u
/** No quotation within a paragraph is longer; what opens one and closes none is an apostrophe. */
const LONGEST = 600

/** All of them, in the order of the text. Feet, inches, minutes and seconds are none. */
export function signsIn(text: string): Sign[] {
  const taken = new Set<number>()
  const signs: Sign[] = []
  const add = (family: Family, form: Sign['form'], ...at: number[]): void => {
    for (const index of at) taken.add(index)
    signs.push({ family, form, at })
  }
  for (const [open, close, family, form] of PAIRS)
    for (let index = text.indexOf(open); index >= 0; index = text.indexOf(open, index + 1)) {
      if (taken.has(index) || !opens(text, index)) continue
      const end = closing(text, index, close)
      if (end > 0) add(family, form, index, end)
    }
  for (const { 0: sign, index } of text.matchAll(/['’]/g))
    if (!taken.has(index) && LETTER.test(text.charAt(index - 1)) && !isMeasure(text, index))
      add('apostrophe', sign === '’' ? 'set' : 'typed', index)
  for (const { 0: sign, index } of text.matchAll(/…|(?<![.([{/\\])\.{3}(?![.\p{L}\p{N}_)\]}/\\])/gu))
    add('omission', sign === '…' ? 'set' : 'typed', index)
  return signs.sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0))
}

const PAIRS = [
  ['“', '”', 'double quotation marks', 'set'],
  ['"', '"', 'double quotation marks', 'typed'],
  ['‘', '’', 'single quotation marks', 'set'],
  ["'", "'", 'single quotation marks', 'typed'],
] as const

const opens = (text: string, index: number): boolean =>
  OPENS_AFTER.test(text.charAt(index - 1)) && !/^$|\s/.test(text.charAt(index + 1))

/** Where the quotation ends that begins there; -1 where nothing near ends it. */
function closing(text: string, from: number, close: string): number {
  const near = text.slice(from, from + LONGEST)
  for (let at = near.indexOf(close, 2); at >= 0; at = near.indexOf(close, at + 1))
    if (!/\s/.test(near.charAt(at - 1)) && CLOSES_BEFORE.test(text.charAt(from + at + 1))) return from + at
  return -1
}

/** `6'`, `12"`. */
const isMeasure = (text: string, index: number): boolean =>
  /\d/.test(text.charAt(index - 1)) && !/\p{L}/u.test(text.charAt(index + 1))

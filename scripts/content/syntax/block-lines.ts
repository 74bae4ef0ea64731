// Lines that begin or end a block in the manner of another tool, with what stands before them: marks of quotations,
// blanks.
import type { Edit } from './respell.ts'

export interface Line {
  readonly start: number
  /** Without its line end. */
  readonly end: number
  readonly text: string
}

export function linesOf(text: string): Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const one = { start, end: start + line.length, text: line }
    start += line.length + 1
    return one
  })
}

/** Columns of blanks and `>` that a line begins with. */
export const PREFIX = /^(?:[ \t]*>)*[ \t]*/

export const prefixOf = (line: string): string => PREFIX.exec(line)?.[0] ?? ''

/** The first line of a block of ours: `:::name[label]`. */
export function opening(colons: number, name: string, label: string): string {
  return `${':'.repeat(colons)}${name}${label === '' ? '' : `[${balanced(label)}]`}`
}

/** A label must not end at a bracket of its own, nor make two brackets of one, which would be a link of a wiki. */
function balanced(label: string): string {
  if (/^\[[^[\]]*\]$/.test(label)) return label.replace(/(?<!\\)[[\]]/g, '\\$&')
  let depth = 0
  for (const sign of label.replace(/\\./g, '')) {
    if (sign === '[') depth += 1
    if (sign === ']') depth -= 1
    if (depth < 0) break
  }
  return depth === 0 ? label : label.replace(/(?<!\\)[[\]]/g, '\\$&')
}

/** An attribute that we write: a block of ours that was spelt as another tool has it. */
export const ELSEWHERE = 'spelt-elsewhere'

/** Edits that make a line an opening one; the places of the label's words are kept. */
export function openingEdit(
  line: Line,
  from: number,
  colons: number,
  name: string,
  label: string,
  attributes = '',
): Edit {
  const whole = opening(colons, name, label)
  const behind = attributes === '' ? '' : `{${attributes}}`
  const at = label === '' ? -1 : line.text.lastIndexOf(label)
  if (at < from || !whole.endsWith(`[${label}]`))
    return { start: line.start + from, end: line.end, becomes: [whole + behind] }
  const stretch = { start: line.start + at, end: line.start + at + label.length }
  const before = whole.slice(0, whole.length - label.length - 1)
  return { start: line.start + from, end: line.end, becomes: [before, stretch, `]${behind}`] }
}

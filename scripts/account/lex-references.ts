// What sends a reader elsewhere: it is used for that, and other words are printed for it.
import { SEE_OTHER } from '../ground/language/see-words.ts'
import type { Span } from './reading.ts'

/** What names a figure or a table as other tools do: its number is printed. */
export function referencesIn(text: string): Span[] {
  if (!/[@:}][a-z]|\\@?[a-z]*ref|%s|\{number\}/i.test(text)) return []
  const labels = [...text.matchAll(REFERENCE)].map(({ 0: whole, index }) => spanOf(index, whole))
  const roles = [...text.matchAll(ROLE)].flatMap(({ 0: whole, 1: opening = '', 2: label = '', index }) => [
    spanOf(index, opening),
    spanOf(index + whole.length - label.length, label),
  ])
  const cites = [...text.matchAll(CITES)].map(({ 0: whole, index }) => spanOf(index, whole))
  return [...labels, ...roles, ...cites]
}

const spanOf = (start: number, text: string): Span => ({ start, end: start + text.length })

const REFERENCE =
  /@(?:fig|tbl|tab|sec|eq|lst|nte|tip|wrn|imp|cau)[-:][\p{L}\p{N}_](?:[\p{L}\p{N}_:.-]*[\p{L}\p{N}_])?|\\@?(?:eq|auto|name|[cv])?ref\*?(?:\{[^{}\n]{1,300}\}|\([^()\n]{1,100}\))|%s|\{number\}/giu
/** By its keys a work is named. */
const CITES = /(?:\{cite(?::\w+)?\}|:cite(?::\w+)?:)`[^`\n]{1,300}`/g
/** Words in it are printed. */
const ROLE =
  /((?:\{(?:numref|ref|eq|doc)\}|:(?:numref|ref|eq|doc):)`)(?:[^`<\n]{0,200}(?=<))?(<?[^`\n]{1,200}`)/g

/**
 * `:index[Twitter; see microblogging]` from `index` to `closed`: the other term stands in the index, and in a
 * paragraph of such marks all does.
 */
export function seeOtherIn(text: string, index: number, closed: number): Span | undefined {
  const other = SEE_OTHER.exec(text.slice(index, closed - 1))
  if (!other) return undefined
  const isAlone = /^(?:\s*:index\[[^\]]*\])+\s*$/.test(text)
  return { start: isAlone ? index : index + other.index, end: closed }
}

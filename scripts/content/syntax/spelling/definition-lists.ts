// Terms and what they mean as PHP Markdown Extra, Pandoc and MkDocs write them: a line for the term, and `:
// Meaning` below it, perhaps several, perhaps with blocks that are set in. They become the elements that HTML has for
// them.
import type { Nodes, Paragraph, Parents } from 'mdast'
import { type Line, linesOf, prefixOf } from '../block-lines.ts'
import { codeOf } from '../prose.ts'
import type { Edit, Reading, Respelling } from '../respell.ts'

const MARK = /^:(?: {1,3}|\t)[ \t]*(?=\S)/
const OTHER_BLOCK = /^(?:`{3}|~{3}|#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|[>|<:]|!\[|\[[^\]]+\]:)/
/** A line of Kramdown's that says something of the whole list. */
const ATTRIBUTES = /^\{:[^{}]*\}$/
const SET_IN = 4
const LONGEST_TERM = 120

/** What a line says: a term, the beginning of a meaning, or more of it, without the blanks that set it in. */
interface Row {
  readonly kind: 'term' | 'meaning' | 'more'
  readonly start: number
  readonly end: number
  /** From here it is copied. */
  readonly from: number
}

export function definitionLists({ tree, text }: Reading): Respelling[] {
  if (!/^[ \t>]*:[ \t]+\S/m.test(text)) return []
  const lines = linesOf(text)
  let done = -1
  let index = 0
  return beginningsOf(tree, text).flatMap(({ terms, at }) => {
    const first = terms[0]!
    if (first.start < done) return []
    while (lines[index]!.end < at) index += 1
    const prefix = prefixOf(lines[index]!.text)
    const rows = [...terms, ...rowsFrom(lines, index, prefix)]
    done = rows.at(-1)!.end
    return [{ edits: editsOf(rows, prefix) }]
  })
}

/** Paragraphs in which a meaning begins, below lines that can be terms. */
function beginningsOf(tree: Reading['tree'], text: string): { terms: Row[]; at: number }[] {
  const found: { terms: Row[]; at: number }[] = []
  const isCode = codeOf(tree)
  const walk = (parent: Parents): void => {
    for (const [index, child] of parent.children.entries()) {
      if (child.type !== 'paragraph') {
        if ('children' in child) walk(child)
        continue
      }
      const rows = rowsOf(child, text)
      const first = rows.findIndex((row) => MARK.test(text.slice(row.start, row.end)) && !isCode(row.start))
      const within = rows.slice(0, first).filter(({ start, end }) => !ATTRIBUTES.test(text.slice(start, end)))
      const above = first === 0 ? termsAbove(parent.children[index - 1], child, text) : within
      if (first >= 0 && above.length > 0 && areTerms(above, text))
        found.push({ terms: above, at: rows[first]!.start })
    }
  }
  walk(tree)
  return found
}

/** A blank line may stand between a term and what it means. */
function termsAbove(before: Nodes | undefined, paragraph: Paragraph, text: string): Row[] {
  if (before?.type !== 'paragraph') return []
  const gap = (paragraph.position?.start.line ?? 0) - (before.position?.end.line ?? 0)
  return gap === 2 ? rowsOf(before, text) : []
}

function rowsOf({ position }: Paragraph, text: string): Row[] {
  const begin = position?.start.offset ?? 0
  let at = begin
  return text
    .slice(begin, position?.end.offset)
    .split('\n')
    .map((line): Row => {
      const start = at + (at === begin ? 0 : prefixOf(line).length)
      const row = { kind: 'term' as const, start, from: start, end: at + line.trimEnd().length }
      at += line.length + 1
      return row
    })
}

/** Several terms may share a meaning; a paragraph that only has a line with a colon is none. */
const areTerms = (rows: readonly Row[], text: string): boolean =>
  rows.every(({ start, end }) => isTerm(text.slice(start, end), rows.length))

const isTerm = (line: string, count = 1): boolean =>
  line.length <= (count === 1 ? LONGEST_TERM : LONGEST_TERM / 2) &&
  !OTHER_BLOCK.test(line) &&
  !(count === 1 ? /[:,;]$/ : /[:,;.!?]$/).test(line)

/** All that belongs to the list, from the line of the first meaning on. */
function rowsFrom(lines: readonly Line[], first: number, prefix: string): Row[] {
  const rows: Row[] = []
  let isBlank = false
  for (let index = first; index < lines.length; index += 1) {
    const inside = insideOf(lines[index]?.text, prefix)
    if (inside === undefined) break
    if (inside === '') {
      isBlank = true
      continue
    }
    const row = rowOf(lines, index, prefix, inside, isBlank)
    if (!row) break
    isBlank = false
    rows.push(row)
  }
  return rows
}

function rowOf(
  lines: readonly Line[],
  index: number,
  prefix: string,
  inside: string,
  isBlank: boolean,
): Row | undefined {
  const { start, end: lineEnd, text } = lines[index]!
  const at = start + prefix.length
  const end = lineEnd - (text.length - text.trimEnd().length)
  const mark = MARK.exec(inside)?.[0]
  if (mark !== undefined) return { kind: 'meaning', start: at, end, from: at + mark.length }
  const blanks = /^(?:\t| {1,4})/.exec(inside)?.[0] ?? ''
  if (blanks !== '' && (!isBlank || blanks === '\t' || blanks.length > 1))
    return { kind: 'more', start: at, end, from: at + Math.min(blanks.length, SET_IN) }
  if (blanks === '' && isTerm(inside.trimEnd()) && leadsToMeaning(lines, index, prefix))
    return { kind: 'term', start: at, end, from: at }
  return isBlank || OTHER_BLOCK.test(inside) ? undefined : { kind: 'more', start: at, end, from: at }
}

/** Up to three terms may share a meaning, and a blank line stand above it. */
function leadsToMeaning(lines: readonly Line[], index: number, prefix: string, most = 3): boolean {
  const next = insideOf(lines[index + 1]?.text, prefix)
  if (next === '') return MARK.test(insideOf(lines[index + 2]?.text, prefix) ?? '')
  if (next === undefined || MARK.test(next)) return next !== undefined
  return (
    most > 1 &&
    /^\S/.test(next) &&
    isTerm(next.trimEnd(), 2) &&
    leadsToMeaning(lines, index + 1, prefix, most - 1)
  )
}

/** What follows the marks of quotations and blanks of the list; '' for an empty line. */
function insideOf(text: string | undefined, prefix: string): string | undefined {
  if (text === undefined) return undefined
  if (text.trim() === prefix.trim()) return ''
  if (text.startsWith(prefix)) return text.slice(prefix.length)
  return text.trim() === '' && !prefix.includes('>') ? '' : undefined
}

function editsOf(rows: readonly Row[], prefix: string): Edit[] {
  const apart = `\n${prefix}\n${prefix}`
  return rows.flatMap((row, index): Edit[] => {
    const { kind, start, end, from } = row
    const next = rows[index + 1]
    const edits: Edit[] = []
    const opens = kind === 'term' ? `<dt>${apart}` : kind === 'meaning' ? `<dd>${apart}` : ''
    const becomes = `${index === 0 ? '<dl>' : ''}${opens}`
    if (becomes !== '' || from > start)
      edits.push({ start, end: from, becomes: becomes === '' ? [] : [becomes] })
    if (kind === 'term') edits.push({ start: end, end, becomes: [`${apart}</dt>`] })
    else if (next?.kind !== 'more')
      edits.push({ start: end, end, becomes: [`${apart}</dd>${next ? '' : `</dl>\n${prefix}`}`] })
    return edits
  })
}

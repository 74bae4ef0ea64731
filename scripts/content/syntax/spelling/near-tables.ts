// Tables that lack what makes them one: the row of hyphens below the header, or as many hyphens as columns; a blank
// line within; dashes that an office program made of hyphens. Only lines between bars can mean nothing else.
import { type Prose, proseOf } from '../prose.ts'
import type { Edit, Reading, Respelling } from '../respell.ts'

const BARRED = /^\|.*\|[ \t]*$/
const RULE = /^\|?[ \t]*:?[-–—]+:?[ \t]*(?:\|[ \t]*:?[-–—]+:?[ \t]*)*\|?[ \t]*$/

interface Row {
  readonly start: number
  readonly end: number
  readonly text: string
  /** What stands before the words of a line within a list or a quotation. */
  readonly lead: string
}

export function nearTables({ tree, text }: Reading): Respelling[] {
  if (!text.includes('|')) return []
  const found: Respelling[] = []
  let before: { readonly prose: Prose; readonly rows: readonly Row[] } | undefined
  for (const prose of proseOf(tree, text)) {
    if (prose.node.type === 'tableCell' || !prose.shown.includes('|')) {
      before = undefined
      continue
    }
    const rows = rowsOf(prose, text)
    const joined = before && parted(before.rows, rows, text)
    const made = joined ?? ruled(prose, rows, text)
    if (made) found.push(made)
    before = { prose, rows }
  }
  return found
}

function rowsOf({ shown, start, node }: Prose, text: string): Row[] {
  // Of a heading with a line of hyphens below, that line is no part of its words.
  const whole = node.type === 'heading' ? text.slice(start, node.position?.end.offset) : shown
  const column = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  let at = start
  return whole.split('\n').map((line, index) => {
    const lead = index === 0 ? '' : (/^(?:[ \t]*>)*[ \t]*/.exec(line)?.[0] ?? '')
    const row = {
      start: at + lead.length,
      end: at + line.length,
      text: line.slice(lead.length),
      lead: index === 0 ? column.replace(/[^>\s]/g, ' ') : lead,
    }
    at += line.length + 1
    return row
  })
}

/** Columns of a row; a bar at either end parts nothing. */
const columnsOf = (text: string): number =>
  text.trim().replace(/^\|/, '').replace(/\|$/, '').split('|').length

const rule = (columns: number): string => `|${'---|'.repeat(columns)}`

/** A row of hyphens that is missing, too short or too long, or made of dashes. */
function ruled({ node }: Prose, rows: readonly Row[], source: string): Respelling | undefined {
  const [head, second] = rows
  if (!head || !second) return undefined
  const columns = columnsOf(head.text)
  if (RULE.test(second.text)) {
    const isSound = columns === columnsOf(second.text) && !/[–—]/.test(second.text)
    const isMeant = head.text.includes('|') && (second.text.includes('|') || BARRED.test(head.text))
    if (!isMeant || (node.type === 'paragraph' && isSound)) return undefined
    const edit = { start: second.start, end: second.end, becomes: [fitted(second.text, columns)] }
    return told([edit], head, columns, 'rule-of-other-width', source)
  }
  if (node.type !== 'paragraph' || columns < 2) return undefined
  if (!rows.every(({ text }) => /^\|/.test(text) && columnsOf(text) === columns && !RULE.test(text)))
    return undefined
  const edit = { start: head.end, end: head.end, becomes: [`\n${second.lead}${rule(columns)}`] }
  return told([edit], head, columns, 'table-without-rule', source)
}

/** With the sides to which its columns were set. */
function fitted(text: string, columns: number): string {
  const given = text.trim().replace(/^\|/, '').replace(/\|$/, '').split('|')
  const parts = Array.from({ length: columns }, (_, index) => {
    const part = given[index]?.trim() ?? ''
    return `${part.startsWith(':') ? ':' : ''}---${part.length > 1 && part.endsWith(':') ? ':' : ''}`
  })
  return `|${parts.join('|')}|`
}

/** A header, a blank line, and its row of hyphens. */
function parted(before: readonly Row[], rows: readonly Row[], text: string): Respelling | undefined {
  const head = before.at(-1)
  const [second] = rows
  if (!head || !second || before.length > 1 || !BARRED.test(head.text) || RULE.test(head.text))
    return undefined
  if (!RULE.test(second.text) || columnsOf(second.text) !== columnsOf(head.text)) return undefined
  const gap = text.slice(head.end, second.start - second.lead.length)
  if (!/^[\s>]*$/.test(gap)) return undefined
  const edit = { start: head.end, end: second.start, becomes: [`\n${second.lead}`] }
  return told([edit], head, columnsOf(head.text), 'blank-line-below-header', text)
}

type Lack = 'rule-of-other-width' | 'table-without-rule' | 'blank-line-below-header'

function told(
  edits: readonly Edit[],
  { start, end }: Row,
  columns: number,
  problem: Lack,
  source: string,
): Respelling {
  const typed = source.slice(start, end).trim()
  return { edits, told: { rule: 'markup-is-understood', facts: { problem, typed, columns } } }
}

// `| ## Costs |`: no heading stands in a cell, and what was meant to stand out is bold. One `#` may be the sign for a
// number.
import { proseOf } from '../prose.ts'
import { type Reading, type Respelling, readAs } from '../respell.ts'

const HEADING = /^([ \t]*)(#{2,6}[ \t]+)(?=\S)([^\n]*?)([ \t]*#*[ \t]*)$/

export function cellHeadings({ tree, text }: Reading): Respelling[] {
  if (!/\|[ \t]*##|^[ \t>]*##[^\n]*\|/m.test(text)) return []
  return proseOf(tree, text).flatMap(({ node, start, shown }): Respelling[] => {
    const first = node.children[0]?.position?.start.offset
    const last = node.children.at(-1)?.position?.end.offset
    if (node.type !== 'tableCell' || first === undefined || last === undefined) return []
    const found = HEADING.exec(shown.slice(first - start, last - start))
    if (!found) return []
    const [, blank = '', signs = '', words = ''] = found
    const from = first + blank.length
    const end = from + signs.length + words.length
    const bold = { start: from + signs.length, end }
    const isBold = /^\*\*.*\*\*$/.test(text.slice(bold.start, bold.end))
    const expected = isBold ? text.slice(bold.start, end) : `**${text.slice(bold.start, end)}**`
    const edits = [
      { start: from, end: bold.start, becomes: isBold ? [] : ['**'] },
      { start: end, end: last, becomes: isBold ? [] : ['**'] },
    ]
    return [{ edits, told: readAs(text.slice(from, last), expected) }]
  })
}

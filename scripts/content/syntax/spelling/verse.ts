// `| a line of verse`, as Pandoc and reStructuredText keep lines apart: each ends where its author ended it, and
// keeps its blanks.
import { proseOf } from '../prose.ts'
import type { Edit, Reading, Respelling } from '../respell.ts'

const LINE = /^\|(?:[ \t]([ \t]*)(?=[^\s|])[^|]*)?$/

export function verse({ tree, text }: Reading): Respelling[] {
  if (!/^[ \t>]*\|[ \t][^|\n]*$/m.test(text)) return []
  return proseOf(tree, text).flatMap(({ node, shown, start }): Respelling[] => {
    if (node.type !== 'paragraph' || !shown.startsWith('|')) return []
    let at = start
    const rows = shown.split('\n').map((row, index) => {
      const lead = index === 0 ? 0 : (/^(?:[ \t]*>)*[ \t]*/.exec(row)?.[0].length ?? 0)
      const one = { start: at + lead, end: at + row.length, row: row.slice(lead).trimEnd() }
      at += row.length + 1
      return one
    })
    if (rows.length < 2 || !rows.every(({ row }) => LINE.test(row))) return []
    const edits = rows.flatMap(({ start: from, end, row }, index): Edit[] => {
      const blanks = LINE.exec(row)?.[1] ?? ''
      const isEmpty = row === '|'
      const gone = isEmpty ? 1 : 2 + blanks.length
      const goesOn = !isEmpty && index < rows.length - 1 && rows[index + 1]?.row !== '|'
      return [
        { start: from, end: from + gone, becomes: ['\u00a0'.repeat(blanks.length)] },
        ...(goesOn ? [{ start: end, end, becomes: ['\\'] }] : []),
      ]
    })
    const typed = rows[0]?.row.replace(/\uFDD2+/g, '…') ?? ''
    return [{ edits, told: { rule: 'markup-is-exact', facts: { problem: 'verse', typed } } }]
  })
}

// `  ~ Meaning` below a term, as Pandoc may have it, is `: Meaning`.
import { proseOf } from '../prose.ts'
import type { Reading, Respelling } from '../respell.ts'

const ROW = /^ {1,3}~[ \t]+(?=\S)/
const LONGEST_TERM = 120

export function tildeDefinitions({ tree, text }: Reading): Respelling[] {
  if (!/^ {1,3}~[ \t]+\S/m.test(text)) return []
  return proseOf(tree, text).flatMap(({ node, shown, start }): Respelling[] => {
    const [term = '', ...rows] = shown.split('\n')
    const isTerm = term.length <= LONGEST_TERM && !/[:,;.!?]$/.test(term.trimEnd())
    if (node.type !== 'paragraph' || !isTerm || !ROW.test(rows[0] ?? '')) return []
    let at = start + term.length + 1
    const edits = rows.flatMap((row) => {
      const from = at
      at += row.length + 1
      const mark = ROW.exec(row)?.[0]
      return mark === undefined ? [] : [{ start: from, end: from + mark.length, becomes: [': '] }]
    })
    return [{ edits }]
  })
}

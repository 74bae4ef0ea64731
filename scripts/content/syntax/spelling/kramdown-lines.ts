// Two signs of Kramdown that are read by the line: two backslashes at its end break it, and a `^` alone ends the block
// above.
import { prefixOf } from '../block-lines.ts'
import { BLOT, codeOf, proseOf } from '../prose.ts'
import { type Reading, type Respelling, readAs } from '../respell.ts'

/** In `\\server\share\\` they part folders. */
const BREAK = /(?<![\\][^\s\\]{0,100})\\\\[ \t]*$/
const END = /^\^[ \t]*$/

export function kramdownLines({ tree, text }: Reading): Respelling[] {
  if (!/\\\\[ \t]*$|^[ \t>]*\^[ \t]*$/m.test(text)) return []
  const isCode = codeOf(tree)
  return proseOf(tree, text).flatMap(({ node, start, shown }): Respelling[] => {
    if (node.type !== 'paragraph') return []
    const rows = shown.split('\n')
    let at = start
    return rows.flatMap((row, index): Respelling[] => {
      const from = at
      at += row.length + 1
      const typed = text.slice(from, from + row.length)
      const prefix = index === 0 ? '' : prefixOf(typed)
      if (END.test(typed.slice(prefix.length))) {
        const facts = { problem: 'end-of-a-block', typed: '^', more: 0 } as const
        const edit = { start: from + prefix.length, end: from + row.length, becomes: ['<!-- -->'] }
        return [{ edits: [edit], told: { rule: 'markup-is-exact', facts } }]
      }
      const [signs] = index < rows.length - 1 ? (BREAK.exec(typed) ?? []) : []
      const place = from + row.length - (signs?.length ?? 0)
      if (signs === undefined || isCode(place) || !row.trimEnd().endsWith(BLOT)) return []
      const edit = { start: place, end: from + row.length, becomes: ['\\'] }
      return [{ edits: [edit], told: readAs('\\\\', '\\') }]
    })
  })
}

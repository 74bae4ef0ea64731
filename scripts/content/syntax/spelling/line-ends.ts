// What is read by the line: two backslashes at its end break it for Kramdown, where a `^` alone ends the block above;
// and a backslash behind the last line of a paragraph, as behind those above it, breaks nothing.
import { prefixOf } from '../block-lines.ts'
import { BLOT, codeOf, proseOf } from '../prose.ts'
import { type Edit, type Reading, type Respelling, readAs, type Telling } from '../respell.ts'

/** In `\\server\share\\` and `C:\` they part folders. */
const BREAK = /(?<![\\][^\s\\]{0,100})\\\\[ \t]*$/
const LAST = /(?<![\\][^\s\\]{0,100})(?<=[\p{L}\p{N}.,;!?)"'’”*_])[ \t]?\\[ \t]*$/u
const END = /^\^[ \t]*$/
const ANY = /\\[ \t]*$|^[ \t>]*\^[ \t]*$/m

export function lineEnds({ tree, text }: Reading): Respelling[] {
  if (!ANY.test(text)) return []
  const isCode = codeOf(tree)
  return proseOf(tree, text).flatMap(({ node, start, shown }): Respelling[] => {
    if (node.type !== 'paragraph') return []
    const rows = shown.split('\n')
    let at = start
    return rows.flatMap((shownRow, index): Respelling[] => {
      const from = at
      at += shownRow.length + 1
      const typed = text.slice(from, at - 1)
      const found = endOf(typed, shownRow, index === 0, index === rows.length - 1)
      if (!found || isCode(from + found.at)) return []
      const edit: Edit = { start: from + found.at, end: at - 1, becomes: [found.becomes] }
      return [{ edits: [edit], told: found.told }]
    })
  })
}

interface LineEnd {
  /** In its line. */
  readonly at: number
  readonly becomes: string
  readonly told: Telling
}

function endOf(typed: string, shown: string, isFirst: boolean, isLast: boolean): LineEnd | undefined {
  const prefix = isFirst ? '' : prefixOf(typed)
  if (END.test(typed.slice(prefix.length)))
    return { at: prefix.length, becomes: '<!-- -->', told: breach('end-of-a-block', '^') }
  const isEscape = shown.trimEnd().endsWith(BLOT)
  const broken = isEscape && !isLast ? BREAK.exec(typed) : null
  if (broken) return { at: broken.index, becomes: '\\', told: readAs('\\\\', '\\') }
  const idle = !isEscape && isLast && !isFirst ? LAST.exec(typed) : null
  return idle ? { at: idle.index, becomes: '', told: breach('breaks-nothing', typed.trim()) } : undefined
}

const breach = (problem: 'end-of-a-block' | 'breaks-nothing', typed: string): Telling => ({
  rule: 'markup-is-exact',
  facts: { problem, typed, more: 0 },
})

// What stands at the head of a file in place of front matter: `% Title` and two more lines for Pandoc, `Title: …` and
// other keys for MultiMarkdown. The title is one; what follows keeps its lines.
import type { Reading, Respelling } from '../respell.ts'

const PERCENT = /^(%[ \t]+)(\S[^\n]*)((?:\n%[ \t]*[^\n]*|\n[ \t]+\S[^\n]*){0,8})(?=\n[ \t]*\n|\n?$)/
const KEYS =
  /^([Tt]itle:[ \t]+)(\S[^\n]*)((?:\n[A-Za-z][A-Za-z ]{1,30}:[ \t]*[^\n]*){1,20})(?=\n[ \t]*\n|\n?$)/

export function headOfFile({ tree, text }: Reading): Respelling[] {
  const start = text.search(/\S/)
  // Front matter, which was split off, leaves at least three lines empty.
  const hasMatter = text.slice(0, Math.max(0, start)).split('\n').length > 3
  if (start < 0 || hasMatter || tree.children[0]?.type !== 'paragraph') return []
  const rest = text.slice(start)
  const percent = PERCENT.exec(rest)
  const [whole = '', sign = '', title = '', more = ''] = percent ?? KEYS.exec(rest) ?? []
  if (whole === '') return []
  const end = start + sign.length + title.length
  const edits = [{ start, end: start + sign.length, becomes: ['# '] }]
  if (more !== '') edits.push({ start: end, end, becomes: ['\n'] })
  let at = end
  for (const line of more.split('\n').slice(1)) {
    const from = at + 1
    at = from + line.length
    const mark = percent ? (/^%?[ \t]*/.exec(line)?.[0].length ?? 0) : 0
    const isLast = at === end + more.length
    if (mark > 0) edits.push({ start: from, end: from + mark, becomes: [] })
    if (!isLast && line.length > mark) edits.push({ start: at, end: at, becomes: ['\\'] })
  }
  const facts = { problem: 'title-of-the-file', typed: `${sign}${title}`, goesOn: more !== '' } as const
  return [{ edits, told: { rule: 'markup-is-exact', facts } }]
}

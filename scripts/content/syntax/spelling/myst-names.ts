// `(setup)=` on a line of its own is MyST's name for what follows: for links it is `{#setup}` behind a heading, and an
// anchor before anything else.
import { linesOf } from '../block-lines.ts'
import { codeOf } from '../prose.ts'
import type { Reading, Respelling } from '../respell.ts'

const NAME = /^\(([\p{L}\p{N}_][\p{L}\p{N}_.: -]{0,100})\)=[ \t]*$/u

export function mystNames({ tree, text }: Reading): Respelling[] {
  if (!/^\([^()\n]{1,101}\)=[ \t]*$/m.test(text)) return []
  const isCode = codeOf(tree)
  const lines = linesOf(text)
  return lines.flatMap((line, index): Respelling[] => {
    const name = NAME.exec(line.text)?.[1]?.replace(/[ :]+/g, '-')
    if (name === undefined || isCode(line.start)) return []
    const next = lines.slice(index + 1).find(({ text: row }) => row.trim() !== '')
    if (!next || !/^#{1,6}[ \t]+\S/.test(next.text) || /\{#[^{}]*\}[ \t]*$/.test(next.text))
      return [{ edits: [{ start: line.start, end: line.end, becomes: [`<span id="${name}"></span>\n`] }] }]
    return [
      {
        edits: [
          { start: line.start, end: Math.min(line.end + 1, text.length), becomes: [] },
          { start: next.end, end: next.end, becomes: [` {#${name}}`] },
        ],
      },
    ]
  })
}

// `A> words`, `T> words` of Leanpub: an aside, a tip, a warning. They are quotations whose letter says which callout
// they are.
import { linesOf } from '../block-lines.ts'
import { proseOf } from '../prose.ts'
import { type Edit, type Reading, type Respelling, readAs } from '../respell.ts'

const LINE = /^([ABDEIQTWX])>(?=[ \t]|$)/
/** What has no label of ours is a box without one. */
const CALLOUTS: Readonly<Record<string, string>> = { E: 'warning', I: 'info', T: 'tip', W: 'warning' }

export function letteredQuotations({ tree, text }: Reading): Respelling[] {
  if (!/^[ABDEIQTWX]>(?=[ \t]+\S)/m.test(text)) return []
  const lines = linesOf(text)
  const begins = new Set(proseOf(tree, text).map(({ start }) => start))
  let done = -1
  return lines.flatMap(({ start, text: line }, index): Respelling[] => {
    const letter = LINE.exec(line)?.[1]
    if (index <= done || letter === undefined || !begins.has(start)) return []
    done = index
    while (LINE.exec(lines[done + 1]?.text ?? '')?.[1] === letter) done += 1
    const run = lines.slice(index, done + 1)
    const mark = `> [!${CALLOUTS[letter] ?? 'box'}]`
    const edits = run.map((one, place): Edit => {
      const edit = { start: one.start, end: one.start + 1 }
      return { ...edit, becomes: place === 0 ? [`${mark}\n`] : [] }
    })
    return [{ edits, told: readAs(`${letter}>`, mark) }]
  })
}

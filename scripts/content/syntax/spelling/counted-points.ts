// `#.` before each point of a list, which Pandoc and reStructuredText count by themselves. Markdown counts those that
// all have the same number: each gets that of the point before it, and the list counts on from where it begins.
import { linesOf, prefixOf } from '../block-lines.ts'
import { proseOf } from '../prose.ts'
import { type Reading, type Respelling, readAs } from '../respell.ts'

const POINT = /^#\.(?=[ \t\u00a0]+\S)/
const NUMBERED = /^(\d{1,9})\.[ \t]/

export function countedPoints({ tree, text }: Reading): Respelling[] {
  if (!/^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|#\.)[ \t]+)*#\.[ \t\u00a0]+\S/m.test(text)) return []
  const points = proseOf(tree, text).flatMap(({ node, shown, start }) =>
    node.type === 'paragraph' ? pointsIn(shown, start) : [],
  )
  if (points.length === 0) return []
  const numbers = numbersBefore(text)
  return points.map((start, index) => {
    const number = numbers.get(start) ?? '1'
    const edit = { start, end: start + 1, becomes: [number] }
    return index === 0 ? { edits: [edit], told: readAs('#.', `${number}.`) } : { edits: [edit] }
  })
}

function pointsIn(shown: string, start: number): number[] {
  return linesOf(shown).flatMap(({ text: line, start: at }) => {
    const lead = at === 0 ? 0 : prefixOf(line).length
    return POINT.test(line.slice(lead)) ? [start + at + lead] : []
  })
}

/** The number of the point before each, where it has one: the list goes on with it. */
function numbersBefore(text: string): Map<number, string> {
  const found = new Map<number, string>()
  let last: { readonly column: number; readonly number: string }[] = []
  for (const { start, text: line } of linesOf(text)) {
    if (line.trim() === '') continue
    const column = prefixOf(line).length
    const rest = line.slice(column)
    const isPoint = POINT.test(rest)
    const number = NUMBERED.exec(rest)?.[1]
    last = last.filter((one) => one.column < column || (one.column === column && (isPoint || number)))
    const before = last.find((one) => one.column === column)?.number
    if (isPoint && before) found.set(start + column, before)
    if (number) last = [...last.filter((one) => one.column !== column), { column, number }]
  }
  return found
}

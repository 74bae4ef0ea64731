// Series of data/ that no chart, no page and no sentence uses.
import type { DataBook } from '../model/data.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'

const MOST_NAMES = 5

/** One finding for all of them. `texts`: the files as they are. */
export function unusedData(
  { data }: Settings,

  texts: readonly string[],
): Finding[] {
  const ids = Object.keys(data.questions)
  if (ids.length === 0) return []
  const all = texts.join('\n')
  const named = new Set([...all.matchAll(/\bdata\s*=\s*["']?([^\s"'}]+)/g)].map((match) => match[1]))
  const isPutIn = (id: string): boolean => all.includes(`:value[${id}.`)
  const unused = ids.filter(
    (id) => !named.has(id) && !isPutIn(id) && !numbersOf(data, id).some((number) => standsIn(all, number)),
  )
  if (unused.length === 0) return []
  const names = unused.slice(0, MOST_NAMES).map((id) => `\`${id}\``)
  const more = unused.length > MOST_NAMES ? ` and ${unused.length - MOST_NAMES} more` : ''
  return [
    finding('data-is-used', { file: 'data' }, { names: `${names.join(', ')}${more}`, count: unused.length }),
  ]
}

/** A percentage in a sentence is held against data/, and so uses it. */
function numbersOf({ questions }: DataBook, id: string): string[] {
  return (questions[id]?.rows ?? [])
    .map((row) => /\d[\d.,]*/.exec(row.percent)?.[0] ?? '')
    .filter((number) => number !== '')
}

function standsIn(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const around = `${text[at - 1] ?? ''} ${text[at + number.length] ?? ''}`
    if (!/\d/.test(around)) return true
  }
  return false
}

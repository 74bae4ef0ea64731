// Series of data/ that no chart, no page and no sentence uses.
import { questionNamed } from '../ground/question-named.ts'
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
  const named = new Set([...all.matchAll(NAMED)].map(([, ...name]) => idOf(name.join(''), data)))
  const isPutIn = (id: string): boolean =>
    namesOf(id, data).some((name) => all.includes(`:value[${name}.`)) || isOffered(all, id, data)
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

const NAMED = /\bdata\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'}]+))/g

/** A table may be called by its file, too. */
const idOf = (name: string, { questions }: DataBook): string | undefined => questionNamed(name, questions)?.id

function namesOf(id: string, { questions }: DataBook): string[] {
  const { sheet } = questions[id] ?? {}
  if (!sheet) return [id]
  const files = [sheet.file, sheet.file.replace(/\.[^.]+$/, '')].flatMap((file) => [file, `data/${file}`])
  return [id, ...files.flatMap((file) => [...(sheet.isFirst ? [file] : []), `${file}#${sheet.name}`])]
}

/** A text links to its file: readers can have all of it. */
function isOffered(all: string, id: string, { questions }: DataBook): boolean {
  const file = questions[id]?.sheet?.file
  return file !== undefined && [file, encodeURI(file)].some((name) => all.includes(`data/${name})`))
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

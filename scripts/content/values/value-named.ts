// What `:value[name]` stands for: a figure of data/, a row of a question there, a value of publication.yaml.

import { nearest } from '../../ground/language/nearest.ts'
import { numberInWords } from '../../ground/language/number-in-words.ts'
import { inLocale, typedNumber } from '../../ground/language/typed-number.ts'
import { questionNamed, unreadFileOf } from '../../ground/question-named.ts'
import { shareOf } from '../../ground/true-share.ts'
import type { ChartRow, DataBook, DataFigure, DataQuestion } from '../../model/data.ts'
import type { FactsWithout } from '../../rules/rules.ts'
import type { ParseContext } from '../parse-context.ts'

export type KnownValues = Pick<ParseContext, 'data' | 'language' | 'words' | 'publicationValues'>

/** `fault`: what is told in its stead. */
export type FoundValue =
  | { readonly text: string }
  | { readonly fault: FactsWithout<'directive-is-complete', 'directive'> }

export const FORMS = ['count', 'percent', 'words'] as const

/** What is known of a number: as it is printed, and what it counts. */
interface Figure {
  readonly printed: string
  readonly share?: string | undefined
  readonly count?: number | undefined
  readonly of?: number | undefined
}

export function valueNamed(name: string, form: string | undefined, known: KnownValues): FoundValue {
  const found = named(name, known)
  if (found === undefined)
    return unreadFileOf(name, known.data.unread) ? { text: name } : unknown(name, known)
  if (form === undefined) return { text: typeof found === 'string' ? found : found.printed }
  const text = typeof found === 'string' ? undefined : inForm(found, form, known)
  return text === undefined ? withoutForm(name, form) : { text }
}

const own = <T>(entries: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(entries, name) ? entries[name] : undefined

function named(
  name: string,
  { data, language, publicationValues }: KnownValues,
): Figure | string | undefined {
  const [, key] = /^publication\.(.+)$/.exec(name) ?? []
  if (key !== undefined) return own(publicationValues, key) || undefined
  const figure = own(data.figures, name)
  if (figure) return ofFigure(figure)
  // A name may have stops in it: the longest that is known comes first.
  for (let stop = name.lastIndexOf('.'); stop > 0; stop = name.lastIndexOf('.', stop - 1)) {
    const [group, part] = [name.slice(0, stop), name.slice(stop + 1)]
    const of = own(data.figures, group)
    const question = questionNamed(group, data.questions)
    const found = of ? partOfFigure(of, part, language) : question && ofQuestion(question, part, language)
    if (found !== undefined) return found
  }
  return undefined
}

const ofFigure = ({ value, count, of }: DataFigure): Figure => ({
  printed: value,
  share: isShare(value) ? value : undefined,
  count,
  of,
})

const isShare = (text: string): boolean => /%\s*$/.test(text)

/** What else the data say of it: `want-training.of`. */
function partOfFigure(figure: DataFigure, part: string, language: string): Figure | string | undefined {
  const { count, of, label, sentence, source } = figure
  if (part === 'value') return ofFigure(figure)
  const number = { count, of }[part]
  if (number !== undefined) return { printed: inLocale(number, language), count: number }
  return { label, sentence, source }[part] || undefined
}

/** A row by its label, however it is written, and of several numbers one by the name of its column. */
function ofQuestion(question: DataQuestion, part: string, language: string): Figure | string | undefined {
  const { rows, series = [], of } = question
  if (part === 'of' && of !== undefined) return { printed: inLocale(of, language), count: of }
  const row = rows.find(({ label }) => plain(label) === plain(part))
  if (row) return row.values ? undefined : ofRow(row, of)
  for (const [column, title] of series.entries()) {
    const label = plain(part).endsWith(`.${plain(title)}`)
      ? plain(part).slice(0, -plain(title).length - 1)
      : ''
    const typed = rows.find((one) => plain(one.label) === label)?.values?.[column]?.typed
    if (typed) return { printed: typed, share: isShare(typed) ? typed : undefined }
  }
  return undefined
}

function ofRow({ count, typed, percent }: ChartRow, of: number | undefined): Figure {
  const printed = typed ?? String(count)
  if (isShare(printed)) return { printed, share: printed }
  return { printed, share: percent || undefined, count, of }
}

/** `Once a week` is `once-a-week`, too. */
const plain = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')

function inForm(number: Figure, form: string, { language, words }: KnownValues): string | undefined {
  const { printed, share, count, of } = number
  const read = typedNumber(printed, language)
  const bare = count ?? (read?.sign === '' ? read.number : undefined)
  if (form === 'count')
    return read?.sign === '' ? printed : count === undefined ? undefined : inLocale(count, language)
  if (form === 'percent') {
    if (share !== undefined) return share
    return count === undefined || !of ? undefined : `${inLocale(shareOf(count, of), language)}%`
  }
  if (form !== 'words') return undefined
  const spoken = (value: number): string | undefined =>
    numberInWords(value, ownWords(words.numberWords), language)
  if (bare !== undefined) return spoken(bare)
  const percent = read?.sign === '%' ? spoken(read.number) : undefined
  return percent && perCent(read?.number ?? 0, percent, language)
}

/** Words that are foreign to the book stand between marks, and are none of its language. */
const ownWords = (words: string): string => (/^\p{L}/u.test(words) ? words : '')

/** `60` → “sixty per cent”. */
const perCent = (number: number, inWords: string, language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'percent', unitDisplay: 'long' })
    .formatToParts(number)
    .map(({ type, value }, index, parts) => {
      if (type !== 'integer') return ['group', 'decimal', 'fraction'].includes(type) ? '' : value
      return parts[index - 1]?.type === 'group' ? '' : inWords
    })
    .join('')

const unknown = (name: string, { data, publicationValues }: KnownValues): FoundValue => ({
  fault: { problem: 'no-such-value', name, suggestion: nearest(name, namesIn(data, publicationValues)) },
})

const namesIn = ({ figures, questions }: DataBook, values: KnownValues['publicationValues']): string[] => [
  ...Object.keys(figures),
  ...Object.entries(questions).flatMap(([id, { rows, series = [] }]) =>
    rows.flatMap(({ label, values }) =>
      values ? series.map((title) => `${id}.${label}.${title}`) : [`${id}.${label}`],
    ),
  ),
  ...Object.entries(values).flatMap(([key, value]) => (value === '' ? [] : [`publication.${key}`])),
]

function withoutForm(name: string, form: string): FoundValue {
  const isForm = FORMS.some((one) => one === form)
  if (isForm) return { fault: { problem: 'no-such-form', name, form } }
  return {
    fault: {
      problem: 'attribute',
      schemaSays: `has an unknown as, “${form}”`,
      schemaAsks: `Write as=count, as=percent or as=words.`,
    },
  }
}

// What programs write into items in several ways, in one: dates, names, kinds of works; addresses that may be linked.
import type { Words } from '../model/words.ts'
import type { CslItem } from './csl-item.ts'
import { linkedScheme } from './linked-addresses.ts'

type Given = Readonly<Record<string, unknown>>

const NAMES =
  'author editor translator director container-author collection-editor editorial-director composer illustrator interviewer recipient reviewed-author original-author'.split(
    ' ',
  )
const DATES = ['issued', 'accessed', 'event-date', 'original-date', 'submitted', 'available-date']

/** What is printed for the kinds of theses, in the language of the publication. */
export type ThesisWords = Pick<Words, 'doctoralThesis' | 'mastersThesis' | 'bachelorsThesis'>

/** What the library writes of the type of an entry, where its author wrote none. */
const GENRES: Readonly<Record<string, keyof ThesisWords | undefined>> = {
  phdthesis: 'doctoralThesis',
  mastersthesis: 'mastersThesis',
  mathesis: 'mastersThesis',
  bathesis: 'bachelorsThesis',
  techreport: undefined,
  candthesis: undefined,
}

/** `typed`: the entry of BibTeX that it comes from, or ''. `unsafe`: how an address begins that is not linked. */
export function settledItem(
  given: Given,
  typed: string,
  words: ThesisWords,
): { item: CslItem; unsafe?: string } {
  const item: Record<string, unknown> = { ...given, type: typeOf(given) }
  delete item['citation-key']
  for (const name of NAMES) if (Array.isArray(item[name])) item[name] = item[name].map(settledName)
  for (const name of DATES) if (item[name] !== undefined) item[name] = settledDate(item[name])
  if (isRough(typed) && isRecord(item.issued)) item.issued = { ...item.issued, circa: true }
  if (typeof item.genre === 'string' && Object.hasOwn(GENRES, item.genre)) {
    const kind = GENRES[item.genre]
    item.genre = kind && words[kind]
  }
  for (const [name, value] of Object.entries(item)) {
    if (value === undefined || value === null || value === '') delete item[name]
    else if (typeof value === 'number') item[name] = String(value)
  }
  const address = typeof item.URL === 'string' ? item.URL.trim() : ''
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(address)?.[0]
  if (scheme === undefined || linkedScheme(address)) return { item: item as CslItem }
  delete item.URL
  return { item: item as CslItem, unsafe: scheme }
}

const typeOf = ({ type }: Given): string =>
  typeof type === 'string' && type.trim() !== '' ? type.trim() : 'document'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `{Board of Walls}` is one name, and `others` are no person. */
function settledName(name: unknown): unknown {
  if (typeof name === 'string') return { literal: name }
  if (!isRecord(name)) return name
  const { family, given, literal } = name
  const alone = Object.keys(name).length === 1 && typeof family === 'string'
  if (alone && (family.includes(' ') || family === 'others')) return { literal: family }
  return literal === undefined && given === undefined && family === undefined ? { literal: '' } : name
}

/** `2014-03`, `2014/2015`, `{year: 2014}`, `[[2014, 3]]`: as the processor has it. What is no date stays words. */
function settledDate(date: unknown): unknown {
  if (typeof date === 'string' || typeof date === 'number') return dateOf(String(date))
  if (Array.isArray(date)) return date.length > 0 ? settledDate(date[0]) : undefined
  if (!isRecord(date)) return undefined
  if (typeof date.year === 'string' || typeof date.year === 'number')
    return {
      'date-parts': [[date.year, date.month, date.day].filter((part) => part !== undefined).map(Number)],
    }
  if (Array.isArray(date['date-parts'])) {
    const parts = date['date-parts'].map((part) => (Array.isArray(part) ? part.map(Number) : [Number(part)]))
    return parts.every((part) => part.length > 0 && part.every((one) => Number.isFinite(one)))
      ? { ...date, 'date-parts': alike(parts), ...roughly(date.circa) }
      : undefined
  }
  return typeof date.raw === 'string' ? dateOf(date.raw) : date
}

const roughly = (circa: unknown): object =>
  circa === undefined ? {} : { circa: circa !== 'false' && Boolean(circa) }

/** Both ends of a range are told as closely as the rougher one. */
const alike = (dates: readonly (readonly number[])[]): (readonly number[])[] => {
  const least = Math.min(...dates.map(({ length }) => length))
  return dates.map((date) => date.slice(0, least))
}

/** EDTF: a day, a month, a season (21 to 24), a year, or two of them with a stroke between; `~` and `?` for about. */
function dateOf(text: string): object {
  const plain = text.trim().replace(/[~?%]/g, '')
  const parts = plain.split('/').map((part) => /^(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(part))
  if (parts.length > 2 || !parts.every((part) => part)) return { literal: text.trim() }
  const dates = parts.map((part) => (part ?? []).slice(1).filter(Boolean).map(Number))
  const season = dates[0]?.[1] ?? 0
  const circa = /[~?%]/.test(text) ? { circa: true } : {}
  if (dates.length === 1 && season >= 21 && season <= 24)
    return { 'date-parts': [[dates[0]?.[0]]], season: season - 20, ...circa }
  return { 'date-parts': alike(dates), ...circa }
}

/** `date = {2014~}`, `year = {1850?}` */
const isRough = (typed: string): boolean => /\b(?:date|year)\s*=\s*[{"]\s*-?\d{1,4}[\d/-]*[~?%]/i.test(typed)

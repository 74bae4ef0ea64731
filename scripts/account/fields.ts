// Which words of the book carry what a field holds. Undefined: the field is used and not read, or it is another tool's.

import type { Book } from '../model/book.ts'
import type { Chapter, ChapterMatter } from '../model/chapter.ts'
import type { Dialect } from '../model/dialect.ts'
import type { Moment } from '../model/launch.ts'
import type { Settings } from '../model/settings.ts'
import type { Carried } from './account-for-values.ts'
import { readPrinted } from './printed.ts'

type Leaves<T> = Readonly<Record<string, (of: T) => readonly unknown[]>>

/** What other tools have for the text below the title, where it is no group. */
const LEADS = 'subtitle description excerpt tagline dek teaser lead desc abstract'.split(' ')

/** What is used and not read: layouts, addresses of the website. */
export function carriedByMatter(chapter: Chapter, { fields }: Dialect): Carried {
  const { matter, titleBody, standfirstBody } = chapter
  const ours = carriedBy(leavesOfFields<ChapterMatter>(fields), matter)
  const lead = leavesOf([matter.standfirst, matter.summary, ...withFormulas(standfirstBody)])
  const typed = new Map([
    ['title', withFormulas(titleBody)],
    ['standfirst', withFormulas(standfirstBody)],
    ['summary', withFormulas(standfirstBody)],
  ])
  return ([key = '', ...inner]) => {
    if (inner.length === 0 && LEADS.includes(key.toLowerCase())) return lead
    const formulas = inner.length === 0 ? typed.get(key) : undefined
    if (formulas?.length) return [...(ours([key]) ?? []), ...formulas]
    return ours([key, ...inner])
  }
}

/** As it was typed, where formulas stand in it. */
function withFormulas(tree: Chapter['titleBody']): string[] {
  const typed = tree ? readPrinted(tree).runs.map(({ text }) => text) : []
  return typed.some((text) => text.includes('$')) ? [typed.join('')] : []
}

interface OneField<T> {
  readonly key: string
  readonly carried?: (of: T) => readonly unknown[]
}

/** Both kinds of text may have a field of one name. */
function leavesOfFields<T>(fields: readonly OneField<T>[]): Leaves<T> {
  const read = fields.filter(({ carried }) => carried)
  return Object.fromEntries(
    read.map(({ key }) => [
      key,
      (of: T) => read.flatMap((one) => (one.key === key ? (one.carried?.(of) ?? []) : [])),
    ]),
  )
}

type Publication = Settings['publication']

/** Of publication.yaml: files, rules, fonts and what the press needs are used. */
const PUBLICATION: Leaves<Publication> = {
  title: (p) => [p.title],
  subtitle: (p) => [p.subtitle],
  coverTitle: (p) => [p.coverTitle],
  short: (p) => [p.short],
  date: (p) => [p.date],
  publisher: (p) => [p.publisher],
  makers: (p) => [p.makers],
  contact: (p) => [p.contact],
  web: (p) => [p.web],
  hashtag: (p) => [p.hashtag],
  licence: (p) => [p.licence],
  keywords: (p) => [p.keywords],
  imprint: (p) => [p.imprint],
  cover: (p) => [p.cover],
  logo: (p) => [p.logo],
  backCover: (p) => [p.backCover],
  parts: (p) => [p.parts],
  councils: (p) => [p.councils],
  channels: (p) => [p.channels],
  themes: (p) => [p.themes],
}

export const carriedByPublication = ({ publication }: Settings): Carried =>
  carriedBy(PUBLICATION, publication)

const ENTRY = ['term', 'meaning', 'expansion']

export const carriedByGlossary = ({ glossary }: Settings): Carried => {
  const leaves = leavesOf(glossary)
  const terms = glossary.map(({ term }) => term)
  return ([key = '', inner]) =>
    ENTRY.includes(inner ?? key) || (inner === undefined && terms.includes(key)) ? leaves : undefined
}

const READ = ['value', 'count', 'of', 'label', 'sentence', 'unit', 'source', 'question', 'series', 'rows']
const OF_A_ROW = ['label', 'count', 'value', 'values', 'percent', 'note', 'at', 'link']

/** Of a file of `data/`: each figure and question by its name. Its title and its remarks are for whoever keeps it. */
export function carriedByData({ data }: Settings): Carried {
  const leaves = remembered((place) => {
    const [group, id = ''] = place.split('\n')
    return leavesOf((group === 'figures' ? data.figures[id] : data.questions[id]) ?? [])
  })
  return ([group, id, key, inner]) => {
    if ((group !== 'figures' && group !== 'questions') || id === undefined || key === 'note') return undefined
    if (!READ.includes(key ?? '') || (inner !== undefined && !OF_A_ROW.includes(inner))) return undefined
    return leaves(`${group}\n${id}`)
  }
}

const EVENT: Leaves<NonNullable<Book['launch']>> = {
  name: ({ event }) => [event.name],
  date: ({ event }) => [event.date],
  begins: ({ event }) => [event.begins],
  ends: ({ event }) => [event.ends],
  place: ({ event }) => [event.place],
  note: ({ event }) => [event.note],
  programme: ({ sessions }) => [sessions],
  kept: ({ event }) => [event.kept],
  sources: ({ event }) => [event.sources],
}

export const carriedByMoment = (moment: Moment, { momentFields }: Dialect): Carried =>
  carriedBy(leavesOfFields(momentFields), moment)

export const carriedByEvent = (launch: NonNullable<Book['launch']>): Carried => carriedBy(EVENT, launch)

/** A list of parts: moments are named in it, and not read. */
export function carriedByStory({ story }: NonNullable<Book['launch']>): Carried {
  const lines = story.flatMap(({ items }) => items.flatMap((one) => (one.kind === 'line' ? [one.words] : [])))
  const leaves = leavesOf([lines, story.map(({ title }) => title)])
  return (path) => (['line', 'title'].includes(path.at(-1) ?? '') ? leaves : undefined)
}

function carriedBy<T>(fields: Leaves<T>, of: T): Carried {
  const leaves = remembered((key) => leavesOf(fields[key]?.(of)))
  return ([key]) => (key !== undefined && Object.hasOwn(fields, key) ? leaves(key) : undefined)
}

/** Every value below a key asks for the same words. */
function remembered(make: (place: string) => readonly string[]): (place: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (place) => {
    const found = known.get(place) ?? make(place)
    known.set(place, found)
    return found
  }
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [String(value)]
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf)
  return []
}

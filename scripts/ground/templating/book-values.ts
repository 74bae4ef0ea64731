// What every template knows of the book, on paper and on the screen: plain values, ready to be shown.

import type { Book, ContentsEntry, IndexEntry } from '../../model/book.ts'
import type { DataFigure } from '../../model/data.ts'
import type { Settings } from '../../model/settings.ts'
import type { Theme } from '../../model/theme.ts'
import { markedLabel, markedWords } from '../language/foreign-words.ts'
import { pageMeasures } from '../page-measures.ts'
import { initialOf } from './initial.ts'

/** The same for every template. */
export function bookValues(book: Book, settings: Settings): object {
  const { publication, theme, draft, commit } = settings
  return {
    publication,
    form: book.form,
    words: markedWords(theme),
    tokens: theme.tokens,
    page: { ...theme.page, ...pageMeasures(theme.page) },
    draft,
    commit,
    year: publication.date.slice(0, 4),
    edition: editionMonth(publication.date, publication.language),
    titleLines: titleLines(publication.title, publication.coverTitle),
    initial: initialOf(publication.title),
    rings: ringFigures(settings),
    contents: groupEntries(book.contents, theme),
    caseStudies: groupByCouncil(book.caseStudies),
    index: byLetter(book.index),
    sources: book.sources,
    credits: book.credits,
    glossary: settings.glossary,
  }
}

export const figuresOf = (ids: readonly string[], settings: Settings): DataFigure[] =>
  ids.flatMap((id) => settings.data.figures[id] ?? [])

/** Rings need a count and a base; a figure without them cannot be drawn in marks. */
export const ringFigures = (settings: Settings): DataFigure[] =>
  figuresOf(settings.data.lists[settings.publication.cover.rings] ?? [], settings).filter(
    (figure) => figure.count !== undefined && figure.of !== undefined,
  )

/** `July 2013` in the publication's language, '' without a date. */
function editionMonth(date: string, language: string): string {
  if (!date) return ''
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${date.slice(0, 10)}T00:00:00Z`))
}

/** The title on the cover's lines when it begins with them, so that both pages break and lean alike. */
function titleLines(title: string, coverTitle: readonly string[]): string[] {
  const plain = coverTitle.map((line) => line.replaceAll('*', '')).join(' ')
  if (coverTitle.length < 2 || !title.startsWith(plain)) return [title]
  const rest = title.slice(plain.length)
  return coverTitle.map((line, index) => (index === coverTitle.length - 1 ? line + rest : line))
}

interface Group {
  readonly heading: ContentsEntry | undefined
  readonly entries: readonly ContentsEntry[]
}

function groupEntries(entries: readonly ContentsEntry[], theme: Theme): Group[] {
  const groups: { heading: ContentsEntry | undefined; entries: ContentsEntry[] }[] = []
  for (const entry of entries) {
    if (entry.depth === 1) groups.push({ heading: withLabels(entry, theme), entries: [] })
    else if (groups.length === 0) groups.push({ heading: undefined, entries: [entry] })
    else groups.at(-1)?.entries.push(entry)
  }
  return groups
}

/** The number of a part is in the program's words, and so is the title of a group that is no part. */
const withLabels = (entry: ContentsEntry, theme: Theme): ContentsEntry => ({
  ...entry,
  number: markedLabel(entry.number, true, theme),
  title: markedLabel(entry.title, entry.number === '', theme),
})

/** A council is named once for each run of its studies; the studies keep the order of the book. */
function groupByCouncil(entries: readonly ContentsEntry[]): { name: string; entries: ContentsEntry[] }[] {
  const groups: { name: string; entries: ContentsEntry[] }[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last?.name === entry.group) last.entries.push(entry)
    else groups.push({ name: entry.group, entries: [entry] })
  }
  return groups
}

function byLetter(entries: readonly IndexEntry[]): { letter: string; entries: IndexEntry[] }[] {
  const letters: { letter: string; entries: IndexEntry[] }[] = []
  for (const entry of entries) {
    const { letter } = entry
    const last = letters.at(-1)
    if (last?.letter === letter) last.entries.push(entry)
    else letters.push({ letter, entries: [entry] })
  }
  return letters
}

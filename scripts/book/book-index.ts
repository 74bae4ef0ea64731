// The index at the back, from front matter and `:index` marks. Page numbers are filled in when pages are known.

import { withoutSoftHyphens } from '../ground/language/without-soft-hyphens.ts'
import type { IndexEntry } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import { indexLetterOf } from './index-letter.ts'

interface Gathered {
  term: string
  readonly anchors: Set<string>
  readonly see: { readonly instead: Set<string>; readonly also: Set<string> }
  readonly under: Map<string, Gathered>
}

/** Entries in the order of the alphabet of `language`; `barriers > cost` stands below `barriers`. */
export function buildIndex(chapters: readonly Chapter[], language: string): readonly IndexEntry[] {
  const terms = new Map<string, Gathered>()
  for (const { term, anchor, see, isAside } of chapters.flatMap((chapter) => chapter.indexMarks)) {
    const [main, sub] = levelsOf(term)
    if (main === '') continue
    const whole = gatheredAt(terms, main)
    const entry = sub ? gatheredAt(whole.under, sub) : whole
    if (see) entry.see[see.also ? 'also' : 'instead'].add(shownTerm(see.term))
    else if (!isAside) entry.anchors.add(anchor)
  }
  const letterOf = indexLetterOf(language)
  const entries = [...terms.values()].map(({ term, anchors, see, under }) => ({
    ...named(term, anchors, see),
    letter: letterOf(fromFirstLetter(term, language)),
    under: sorted(
      [...under.values()].map((sub) => named(sub.term, sub.anchors, sub.see)),
      language,
    ),
  }))
  return sorted(entries, language)
}

/** A term, and the term below it or ''. */
export function levelsOf(term: string): readonly [string, string] {
  const [main = '', ...below] = withoutSoftHyphens(term)
    .split('>')
    .map((part) => part.trim())
  return [main, below.filter(Boolean).join(', ')]
}

/** `barriers: cost`, as readers look it up. */
function shownTerm(term: string): string {
  const [main, sub] = levelsOf(term)
  return sub ? `${main}: ${sub}` : main
}

const newEntry = (term: string): Gathered => ({
  term,
  anchors: new Set(),
  see: { instead: new Set(), also: new Set() },
  under: new Map(),
})

function gatheredAt(terms: Map<string, Gathered>, term: string): Gathered {
  const entry = terms.get(sameness(term)) ?? newEntry(term)
  if (beginsSmall(term) && !beginsSmall(entry.term)) entry.term = term
  terms.set(sameness(term), entry)
  return entry
}

/**
 * A word that is written small anywhere is no name: at the head of a sentence or a list it only has a capital there.
 */
const beginsSmall = (term: string): boolean => /^\p{Ll}/u.test(term)

/**
 * Terms that differ in capitals only, or in how an accent is coded, are one. The first spelling in the book is printed,
 *  or the first that begins with a small letter. */
export const sameness = (term: string): string => term.normalize('NFC').toLowerCase()

const named = (term: string, anchors: ReadonlySet<string>, see: Gathered['see']) => ({
  term,
  key: sortKey(term),
  anchors: [...anchors],
  see: { instead: [...see.instead], also: [...see.also] },
})

/** Signs before the first letter do not count: `#wmgrit` stands under W, `@WalsallWildlife` too. */
const fromFirstLetter = (term: string, language: string): string =>
  term.replace(/^[^\p{L}\p{N}]+/u, '').toLocaleLowerCase(language)

const sortKey = (term: string): string =>
  fromFirstLetter(term, 'en')
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')

/** By the letters with their accents: in Swedish å stands after z. */
function sorted<T extends { readonly term: string }>(entries: readonly T[], language: string): T[] {
  const order = new Intl.Collator(language, { numeric: true })
  return entries.toSorted(
    (a, b) =>
      order.compare(fromFirstLetter(a.term, language), fromFirstLetter(b.term, language)) ||
      order.compare(a.term, b.term),
  )
}

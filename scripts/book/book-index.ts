// The index at the back, from front matter and `:index` marks. Page numbers are filled in when pages are known.
import type { Chapter, IndexEntry } from '../model.ts'

interface Gathered {
  readonly anchors: Set<string>
  readonly under: Map<string, Set<string>>
}

/** Entries in the order of the alphabet of `language`; `barriers > cost` stands below `barriers`. */
export function buildIndex(chapters: readonly Chapter[], language: string): readonly IndexEntry[] {
  const terms = new Map<string, Gathered>()
  for (const { term, anchor } of chapters.flatMap((chapter) => chapter.indexMarks)) {
    const [main = '', sub] = term.split('>').map((part) => part.trim())
    const entry = terms.get(main) ?? { anchors: new Set(), under: new Map() }
    terms.set(main, entry)
    if (!sub) entry.anchors.add(anchor)
    else entry.under.set(sub, (entry.under.get(sub) ?? new Set()).add(anchor))
  }
  const entries = [...terms].map(([term, { anchors, under }]) => ({
    ...named(term, anchors),
    under: sorted(
      [...under].map(([sub, places]) => named(sub, places)),
      language,
    ),
  }))
  return sorted(entries, language)
}

const named = (term: string, anchors: ReadonlySet<string>) => ({
  term,
  key: sortKey(term),
  anchors: [...anchors],
})

/** Signs before the first letter do not count: `#wmgrit` stands under W, `@WalsallWildlife` too. */
const sortKey = (term: string): string =>
  term
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .toLowerCase()

function sorted<T extends { readonly key: string; readonly term: string }>(
  entries: readonly T[],
  language: string,
): T[] {
  const order = new Intl.Collator(language, { numeric: true })
  return [...entries].sort((a, b) => order.compare(a.key, b.key) || order.compare(a.term, b.term))
}

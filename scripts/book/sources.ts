// The list of sources at the end: each once, with the places that draw on it.
import type { Book } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'

export function collectSources(chapters: readonly Chapter[], language: string): Book['sources'] {
  const byAddress = new Map<string, { title: string; url: string; usedBy: string[] }>()
  for (const { matter } of chapters) {
    for (const { title, url } of matter.sources) {
      const known = byAddress.get(url || title) ?? { title, url, usedBy: [] }
      byAddress.set(url || title, known)
      if (!known.usedBy.includes(matter.short)) known.usedBy.push(matter.short)
    }
  }
  const all = [...byAddress.values()]
  // That one text uses them all is told by nothing but that text.
  const texts = new Set(all.flatMap(({ usedBy }) => usedBy))
  const order = new Intl.Collator(language, { numeric: true, ignorePunctuation: true })
  return all
    .map((source) => (texts.size > 1 ? source : { ...source, usedBy: [] }))
    .sort((a, b) => order.compare(a.title, b.title) || order.compare(a.url, b.url))
}

import { nearest } from '../../ground/yaml/checked-yaml.ts'
import type { Chapter } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { levelsOf, sameness } from '../book-index.ts'

/** Whoever is sent to another term of the index finds it there, with a page or with terms below it. */
export function indexTermsAreThere(chapters: readonly Chapter[]): Finding[] {
  const marks = chapters.flatMap(({ file, indexMarks }) => indexMarks.map((mark) => ({ ...mark, file })))
  const there = new Map<string, string>()
  for (const { term, see, isAside } of marks) {
    if (see || isAside) continue
    const [main, sub] = levelsOf(term)
    there.set(sameness(main), main)
    if (sub) there.set(sameness(`${main} > ${sub}`), `${main} > ${sub}`)
  }
  return marks.flatMap(({ term, see, file, line }) => {
    const [main, sub] = levelsOf(see?.term ?? '')
    const wanted = sub ? `${main} > ${sub}` : main
    if (!see || there.has(sameness(wanted))) return []
    const facts = { term, other: see.term, suggestion: nearest(wanted, [...there.values()]) }
    return [finding('index-term-is-there', { file, ...(line ? { line } : {}) }, facts)]
  })
}

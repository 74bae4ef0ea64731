import { LAYOUTS } from '../../ground/layouts.ts'
import type { Chapter } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'

/** One finding, at the first of the terms that an author asked for, where no file prints the index. */
export function indexHasAPage(chapters: readonly Chapter[]): Finding[] {
  if (chapters.some(({ matter }) => LAYOUTS[matter.layout].shows === 'index')) return []
  const asked = chapters.flatMap(({ file, indexMarks }) =>
    indexMarks.flatMap(({ term, line }) => (line === undefined ? [] : [{ term, place: { file, line } }])),
  )
  const [first] = asked
  if (!first) return []
  return [finding('index-has-a-page', first.place, { term: first.term, more: asked.length - 1 })]
}

import { LAYOUTS } from '../../ground/layouts.ts'
import type { Chapter } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'

/** A list of figures or tables has something to list. */
export function listsHaveEntries(chapters: readonly Chapter[]): Finding[] {
  const kinds = new Set(chapters.flatMap(({ exhibits }) => exhibits.map(({ kind }) => kind)))
  return chapters.flatMap(({ file, matter }) => {
    const { lists } = LAYOUTS[matter.layout]
    if (lists === undefined || kinds.has(lists)) return []
    const place = { file, line: matter.lines.layout ?? 1 }
    return [finding('list-has-entries', place, { layout: matter.layout, kind: lists })]
  })
}

import type { Chapter } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'

/** Names that templates give to their own pages: no file may take them. */
const RESERVED = new Set(['front-cover', 'inside-cover', 'title-page', 'imprint', 'contents', 'back-cover'])

/** Anchors within one file are content/'s affair; here no two files may answer to one name. */
export function anchorsAreUnique(chapters: readonly Chapter[]): Finding[] {
  const taken = new Set<string>()
  return chapters.flatMap(({ prefix, file }) => {
    const clash = taken.has(prefix) || RESERVED.has(prefix) || /^part-\d+$/.test(prefix)
    taken.add(prefix)
    if (!clash) return []
    return [finding('anchor-is-unique', { file }, { problem: 'two-files', anchor: prefix })]
  })
}

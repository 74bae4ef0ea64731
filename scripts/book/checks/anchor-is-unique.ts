import type { Chapter, Finding } from '../../model.ts'
import { finding } from '../../rules.ts'

/** Names that templates give to their own pages: no file may take them. */
const RESERVED = new Set(['front-cover', 'inside-cover', 'title-page', 'imprint', 'contents', 'back-cover'])

/** Anchors within one file are content/'s affair; here no two files may answer to one name. */
export function anchorsAreUnique(chapters: readonly Chapter[]): Finding[] {
  const taken = new Map<string, string>()
  return chapters.flatMap(({ prefix, file }) => {
    const clash = taken.has(prefix) || RESERVED.has(prefix) || /^part-\d+$/.test(prefix)
    taken.set(prefix, file)
    return clash ? [finding('anchor-is-unique', { file }, { actual: prefix })] : []
  })
}

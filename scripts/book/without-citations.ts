// A publication without a bibliography: nothing is cited, and a text that asks for the list of works is told.
import { LAYOUTS } from '../ground/layouts.ts'
import type { CiteAll } from '../model/book.ts'
import { finding } from '../rules/finding.ts'

export const withoutCitations: CiteAll = (chapters) => ({
  chapters,
  findings: chapters
    .filter(({ matter }) => LAYOUTS[matter.layout].shows === 'bibliography')
    .map(({ file, matter }) =>
      finding('works-are-listed', { file, line: matter.lines.layout ?? 1 }, { problem: 'no-bibliography' }),
    ),
})

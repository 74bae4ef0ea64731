// Figures and tables are numbered through the book, in the order of print.
import type { Chapter, Finding } from '../model.ts'
import { finding } from '../rules.ts'
import { fillSlots } from '../slots.ts'

/** Fills the `number` slots. `chapters` are in the order of print. */
export function numberExhibits(chapters: readonly Chapter[]): {
  chapters: readonly Chapter[]
  findings: readonly Finding[]
} {
  const numbers = new Map<string, number>()
  const next = { figure: 1, table: 1 }
  for (const { kind, id } of chapters.flatMap((chapter) => chapter.exhibits)) {
    numbers.set(id, next[kind])
    next[kind] += 1
  }
  const findings: Finding[] = []
  const filled = chapters.map((chapter) => ({
    ...chapter,
    html: fillSlots(chapter.html, 'number', (id) => {
      const number = numbers.get(id)
      if (number === undefined)
        findings.push(finding('link-resolves', { file: chapter.file }, { actual: `#${id}` }))
      return String(number ?? '?')
    }),
  }))
  return { chapters: filled, findings }
}

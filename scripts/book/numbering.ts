// Figures and tables are numbered through the book, in the order of print.

import { fillSlots } from '../ground/html/slots.ts'
import type { Chapter, Exhibit } from '../model/chapter.ts'

export type ExhibitNumbers = ReadonlyMap<string, { readonly kind: Exhibit['kind']; readonly number: number }>

/** Fills the `number` slots. `chapters` are in the order of print. A slot that names no exhibit is a finding of the checks. */
export function numberExhibits(chapters: readonly Chapter[]): {
  chapters: readonly Chapter[]
  numbers: ExhibitNumbers
} {
  const numbers = new Map<string, { kind: Exhibit['kind']; number: number }>()
  const next = { figure: 1, table: 1 }
  for (const { kind, id } of chapters.flatMap((chapter) => chapter.exhibits)) {
    numbers.set(id, { kind, number: next[kind] })
    next[kind] += 1
  }
  const fillNumbers = (html: string): string =>
    fillSlots(html, 'number', (id) => String(numbers.get(id)?.number ?? '?'))
  const filled = chapters.map((chapter) => ({
    ...chapter,
    html: fillNumbers(chapter.html),
    ...(chapter.titleHtml === undefined ? {} : { titleHtml: fillNumbers(chapter.titleHtml) }),
  }))
  return { chapters: filled, numbers }
}

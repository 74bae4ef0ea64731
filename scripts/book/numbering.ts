// Figures and tables are numbered through the book, in the order of print.

import type { Root } from 'hast'
import { changeTree } from '../ground/html/change-tree.ts'
import { slotOf } from '../ground/html/slot.ts'
import type { Chapter, Exhibit } from '../model/chapter.ts'

export type ExhibitNumbers = ReadonlyMap<string, { readonly kind: Exhibit['kind']; readonly number: number }>

/**
 * Fills the `number` slots. `chapters` are in the order of print. A slot that names no exhibit is a finding of the
 * checks.
 */
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
  const fillNumbers = (tree: Root): Root =>
    changeTree(tree, (node) => {
      const slot = slotOf(node)
      if (slot?.kind !== 'number') return node
      return { type: 'text', value: String(numbers.get(slot.of)?.number ?? '?') }
    })
  const filled = chapters.map((chapter) => ({
    ...chapter,
    body: fillNumbers(chapter.body),
    ...(chapter.titleBody ? { titleBody: fillNumbers(chapter.titleBody) } : {}),
    ...(chapter.standfirstBody ? { standfirstBody: fillNumbers(chapter.standfirstBody) } : {}),
  }))
  return { chapters: filled, numbers }
}

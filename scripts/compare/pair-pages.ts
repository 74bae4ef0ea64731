import type { Stretch } from './align-words.ts'
import type { WordStream } from './word-stream.ts'

/** Indices of a page in both papers, -1 where there is none. */
export type Pair = readonly [oldIndex: number, newIndex: number]

/**
 * Which page was which: two that share more words with each other than with any other page. Pages without such a
 * partner are paired in order where as many stand in the old paper as in the new one; else they were added, or taken
 * out.
 */
export function pairPages(
  before: WordStream,
  after: WordStream,
  aligned: readonly Stretch[],
): readonly Pair[] {
  const partners = mutual(sharedWords(before, after, aligned))
  const [olds, news] = [before.paper.pages.length, after.paper.pages.length]
  const pairs: Pair[] = []
  let [oldAt, newAt] = [0, 0]
  for (const [oldIndex, newIndex] of [...partners, [olds, news] as const]) {
    const gap = oldIndex - oldAt
    const isEven = gap === newIndex - newAt
    for (; oldAt < oldIndex; oldAt++) pairs.push([oldAt, isEven ? newAt++ : -1])
    for (; newAt < newIndex; newAt++) pairs.push([-1, newAt])
    if (oldIndex < olds) pairs.push([oldIndex, newIndex])
    ;[oldAt, newAt] = [oldIndex + 1, newIndex + 1]
  }
  return pairs
}

/** How many words each two pages share. */
function sharedWords(
  before: WordStream,
  after: WordStream,
  aligned: readonly Stretch[],
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const shared = new Map<number, Map<number, number>>()
  for (const { isSame, oldFrom, oldTo, newFrom, newTo } of aligned) {
    if (!isSame) continue
    const count = Math.min(oldTo - oldFrom, newTo - newFrom)
    for (let index = 0; index < count; index++) {
      const [oldPage, newPage] = [before.pageOf[oldFrom + index] ?? 0, after.pageOf[newFrom + index] ?? 0]
      const row = shared.get(oldPage) ?? new Map<number, number>()
      row.set(newPage, (row.get(newPage) ?? 0) + 1)
      shared.set(oldPage, row)
    }
  }
  return shared
}

/** Both papers have the same order, so the pairs have it too. */
function mutual(shared: ReadonlyMap<number, ReadonlyMap<number, number>>): readonly Pair[] {
  const best = new Map<number, { readonly oldPage: number; readonly count: number }>()
  for (const [oldPage, row] of shared)
    for (const [newPage, count] of row)
      if (count > (best.get(newPage)?.count ?? 0)) best.set(newPage, { oldPage, count })
  return [...shared]
    .flatMap(([oldPage, row]): Pair[] => {
      const [most] = [...row].sort((a, b) => b[1] - a[1] || a[0] - b[0])
      return most && best.get(most[0])?.oldPage === oldPage ? [[oldPage, most[0]]] : []
    })
    .sort((a, b) => a[0] - b[0])
}

import type { Stretch } from './align-words.ts'
import type { MovedBreak } from './comparison.ts'
import { pageName, textOf, type WordStream } from './word-stream.ts'

const BEGINNING = 8

export interface FoundBreak {
  readonly change: MovedBreak
  /** Index of the old word with which a page now begins. */
  readonly oldAt: number
}

/** Pages that begin with words which stood in the middle of a page before. */
export function movedBreaks(
  before: WordStream,
  after: WordStream,
  aligned: readonly Stretch[],
): readonly FoundBreak[] {
  const partner = partnersOf(after.words.length, aligned)
  const firstKept = firstKeptWords(before, aligned)
  return after.paper.pages.flatMap((_, page) => {
    const [from, to] = [after.firsts[page] ?? 0, after.firsts[page + 1] ?? 0]
    let at = from
    while (at < to && partner[at] === -1) at++
    if (at === to) return []
    const oldAt = partner[at] ?? 0
    const oldPage = before.pageOf[oldAt] ?? 0
    if (firstKept.get(oldPage) === oldAt) return []
    const change = {
      page: pageName(after.paper, page),
      begins: textOf(after, at, Math.min(at + BEGINNING, to)),
      stoodOn: pageName(before.paper, oldPage),
    }
    return [{ change, oldAt }]
  })
}

/** Index of the old word that a new one is, -1 for none. */
function partnersOf(words: number, aligned: readonly Stretch[]): Int32Array {
  const partner = new Int32Array(words).fill(-1)
  for (const { isSame, oldFrom, oldTo, newFrom, newTo } of aligned) {
    if (!isSame) continue
    // Of a word that was broken into lines elsewhere, the last part stands for all that is too much.
    for (let at = newFrom; at < newTo; at++) partner[at] = Math.min(oldFrom + at - newFrom, oldTo - 1)
  }
  return partner
}

/** Of each old page, its first word that the new paper has too. */
function firstKeptWords(before: WordStream, aligned: readonly Stretch[]): ReadonlyMap<number, number> {
  const first = new Map<number, number>()
  for (const { isSame, oldFrom, oldTo } of aligned) {
    if (!isSame) continue
    for (let at = oldFrom; at < oldTo; at++) {
      const page = before.pageOf[at] ?? 0
      if (!first.has(page)) first.set(page, at)
    }
  }
  return first
}

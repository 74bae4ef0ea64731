import type { Stretch } from './align-words.ts'
import type { ReferenceChange } from './comparison.ts'
import { pageName, textOf, type WordStream } from './word-stream.ts'

export interface ChangedReference {
  readonly change: ReferenceChange
  readonly stretch: Stretch
}

interface Numbers {
  readonly aligned: readonly Stretch[]
  /** Whether each word is a number of a page. */
  readonly oldNumbers: readonly boolean[]
  readonly newNumbers: readonly boolean[]
}

/** Words before a number, by which a reader knows which it is. */
const SAID = 6

/** Numbers of pages that stand where other numbers stood; `12, 31` in an index is one. */
export function referenceChanges(
  before: WordStream,
  after: WordStream,
  numbers: Numbers,
): readonly ChangedReference[] {
  return runsOfNumbers(numbers).flatMap((stretch) => {
    const was = printed(before, stretch.oldFrom, stretch.oldTo)
    const now = printed(after, stretch.newFrom, stretch.newTo)
    if (was.replaceAll(' ', '') === now.replaceAll(' ', '')) return []
    const [oldPage, newPage] = [before.pageOf[stretch.oldFrom], after.pageOf[stretch.newFrom]]
    const says =
      now !== ''
        ? said(after, stretch.newFrom, numbers.newNumbers)
        : said(before, stretch.oldFrom, numbers.oldNumbers)
    const change = {
      ...(was !== '' && oldPage !== undefined ? { oldPage: pageName(before.paper, oldPage) } : {}),
      ...(now !== '' && newPage !== undefined ? { newPage: pageName(after.paper, newPage) } : {}),
      says,
      was,
      now,
    }
    return [{ change, stretch }]
  })
}

/**
 * Numbers that follow each other, in both papers. A word that is none ends a run, also one that only one of them has.
 */
function runsOfNumbers({ aligned, oldNumbers, newNumbers }: Numbers): readonly Stretch[] {
  const runs: Stretch[] = []
  let open: Stretch | undefined
  const take = (oldFrom: number, oldTo: number, newFrom: number, newTo: number): void => {
    const isNext = open?.oldTo === oldFrom && open.newTo === newFrom
    if (isNext) runs.pop()
    open = {
      isSame: false,
      oldFrom: isNext && open ? open.oldFrom : oldFrom,
      newFrom: isNext && open ? open.newFrom : newFrom,
      oldTo,
      newTo,
    }
    runs.push(open)
  }
  for (const { isSame, oldFrom, oldTo, newFrom, newTo } of aligned) {
    const isPaired = isSame && oldTo - oldFrom === newTo - newFrom
    if (isPaired) {
      for (let index = 0; index < oldTo - oldFrom; index++)
        if (oldNumbers[oldFrom + index])
          take(oldFrom + index, oldFrom + index + 1, newFrom + index, newFrom + index + 1)
    } else if (
      oldNumbers.slice(oldFrom, oldTo).every(Boolean) &&
      newNumbers.slice(newFrom, newTo).every(Boolean)
    )
      take(oldFrom, oldTo, newFrom, newTo)
  }
  return runs
}

const printed = (stream: WordStream, from: number, to: number): string =>
  textOf(stream, from, to).replace(/^[([]+|[)\].,;:]+$/g, '')

/** What stands before a number, on its page and behind the number before it. */
function said({ words, pageOf }: WordStream, at: number, isNumber: readonly boolean[]): string {
  let from = at
  while (from > 0 && at - from < SAID && !isNumber[from - 1] && pageOf[from - 1] === pageOf[at]) from--
  return words
    .slice(from, at)
    .map(({ text }) => text)
    .join(' ')
    .replace(/[\s,]*[([]?(?:page|pages)?$/, '')
}

import { diffArrays } from 'diff'
import type { HeadingChange, PageName } from './comparison.ts'
import type { Pair } from './pair-pages.ts'
import type { OutlineEntry, Paper } from './paper.ts'
import { pageName } from './word-stream.ts'

const MAX_EDITS = 2000

/** What became of the bookmarks: those that came, went, were renamed, or lead to a page of another name. */
export function compareOutlines(old: Paper, now: Paper, pairs: readonly Pair[]): readonly HeadingChange[] {
  const parts = diffArrays([...old.outline], [...now.outline], {
    comparator: (one, other) => one.title === other.title && one.depth === other.depth,
    maxEditLength: MAX_EDITS,
  }) ?? [gone(old.outline), come(now.outline)]
  const changes: HeadingChange[] = []
  let [oldAt, newAt] = [0, 0]
  for (const [index, { removed, added, value }] of parts.entries()) {
    if (removed && !parts[index + 1]?.added) changes.push(...replaced(value, [], old, now))
    if (added)
      changes.push(
        ...replaced(parts[index - 1]?.removed ? (parts[index - 1]?.value ?? []) : [], value, old, now),
      )
    for (let count = 0; count < value.length && !removed && !added; count++)
      changes.push(...moved(old.outline[oldAt + count], now.outline[newAt + count], { old, now, pairs }))
    if (!added) oldAt += value.length
    if (!removed) newAt += value.length
  }
  return changes
}

/** Headings that stand where others stood: one of the same depth is the old one renamed. */
function replaced(
  olds: readonly OutlineEntry[],
  news: readonly OutlineEntry[],
  old: Paper,
  now: Paper,
): HeadingChange[] {
  const left = [...olds]
  const came = news.map((entry): HeadingChange => {
    const index = left.findIndex(({ depth }) => depth === entry.depth)
    const [former] = index < 0 ? [] : left.splice(index, 1)
    return {
      ...(former ? { kind: 'renamed', formerly: former.title } : { kind: 'added' }),
      title: entry.title,
      depth: entry.depth,
      withItsPage: false,
      ...(former ? on('oldPage', old, former) : {}),
      ...on('newPage', now, entry),
    }
  })
  const went = left.map(
    (entry): HeadingChange => ({
      kind: 'removed',
      title: entry.title,
      depth: entry.depth,
      withItsPage: false,
      ...on('oldPage', old, entry),
    }),
  )
  return [...went, ...came]
}

function moved(
  was: OutlineEntry | undefined,
  is: OutlineEntry | undefined,
  { old, now, pairs }: { readonly old: Paper; readonly now: Paper; readonly pairs: readonly Pair[] },
): HeadingChange[] {
  if (!was || !is) return []
  if (labelOf(old, was) === labelOf(now, is)) return []
  const withItsPage = pairs.some(([one, other]) => one === was.page - 1 && other === is.page - 1)
  return [
    {
      kind: 'moved',
      title: is.title,
      depth: is.depth,
      withItsPage,
      ...on('oldPage', old, was),
      ...on('newPage', now, is),
    },
  ]
}

const gone = (value: readonly OutlineEntry[]) => ({ value: [...value], removed: true, added: false })
const come = (value: readonly OutlineEntry[]) => ({ value: [...value], removed: false, added: true })

const labelOf = ({ pages }: Paper, { page }: OutlineEntry): string => pages[page - 1]?.label ?? ''

const on = <Key extends 'oldPage' | 'newPage'>(key: Key, paper: Paper, { page }: OutlineEntry) =>
  (page > 0 ? { [key]: pageName(paper, page - 1) } : {}) as { [K in Key]?: PageName }

// What was counted and gathered while the file was read, told once each.
import type { Gathered } from './reading.ts'
import { ALL_WORDS, quoted, type Telling } from './telling.ts'

export function tellGathered(gathered: Gathered, { tell, leave }: Telling): void {
  for (const { kind, author, words } of gathered.changes) {
    if (words.trim() === '') continue
    if (kind === 'inserted' || kind === 'moved')
      tell('word-changes-are-settled', { problem: kind, author, words: quoted(words) })
    else {
      leave(words)
      if (kind === 'hidden')
        tell('word-text-is-carried', { problem: 'hidden', words: quoted(words, ALL_WORDS) })
      else tell('word-changes-are-settled', { problem: 'deleted', author, words: quoted(words, ALL_WORDS) })
    }
  }
  if (gathered.contents > 0) tell('word-text-is-carried', { problem: 'contents', entries: gathered.contents })
  if (gathered.pageBreaks > 0)
    tell('word-shape-is-carried', { problem: 'page-breaks', breaks: gathered.pageBreaks })
  if (gathered.indexEntries > 0)
    tell('word-shape-is-carried', { problem: 'index-entries', entries: gathered.indexEntries })
  if (gathered.capitals.length > 0)
    tell('word-shape-is-carried', { problem: 'capitals', words: quoted(gathered.capitals.join(' · ')) })
  for (const [problem, words] of [
    ['turned', gathered.turned.filter((one) => one.trim() !== '')],
    ['set-off-numbers', gathered.setOffNumbers],
  ] as const)
    if (words.length > 0) tell('word-shape-is-carried', { problem, words: quoted(words.join(' · ')) })
  const [first] = gathered.numberedHeadings
  if (first !== undefined)
    tell('word-shape-is-carried', {
      problem: 'heading-numbers',
      words: quoted(first),
      headings: gathered.numberedHeadings.length,
    })
}

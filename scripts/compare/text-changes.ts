import type { Stretch } from './align-words.ts'
import type { Piece, TextChange } from './comparison.ts'
import { pageName, textOf, type WordStream } from './word-stream.ts'

/** Words shown before and behind a change. */
const AROUND = 6
/** Changes with no more words than these between them are shown as one. */
const CLOSE = 8

/** Changed words, those that stand close together as one change, in their context. */
export function textChanges(
  before: WordStream,
  after: WordStream,
  stretches: readonly Stretch[],
): readonly TextChange[] {
  return closeTogether(stretches).map((group) => changeOf(before, after, group))
}

/** Stretches in groups that are shown as one change each: those with no more words than `close` between them. */
export function closeTogether(
  stretches: readonly Stretch[],
  close = CLOSE,
  areNear: (one: Stretch, next: Stretch) => boolean = () => true,
): readonly (readonly Stretch[])[] {
  const groups: Stretch[][] = []
  for (const stretch of stretches) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (
      group &&
      last &&
      stretch.newFrom - last.newTo <= close &&
      stretch.oldFrom - last.oldTo <= close &&
      areNear(last, stretch)
    )
      group.push(stretch)
    else groups.push([stretch])
  }
  return groups
}

/** A group in its context. */
export function changeOf(before: WordStream, after: WordStream, group: readonly Stretch[]): TextChange {
  const [first, last] = [group[0]!, group.at(-1)!]
  const olds = group.find(({ oldFrom, oldTo }) => oldTo > oldFrom)
  const news = group.find(({ newFrom, newTo }) => newTo > newFrom)
  const pieces: Piece[] = [piece('same', after, Math.max(first.newFrom - AROUND, 0), first.newFrom)]
  for (const [index, { oldFrom, oldTo, newFrom, newTo }] of group.entries()) {
    pieces.push(piece('removed', before, oldFrom, oldTo), piece('added', after, newFrom, newTo))
    const next = group[index + 1]
    if (next) pieces.push(piece('same', after, newTo, next.newFrom))
  }
  pieces.push(piece('same', after, last.newTo, Math.min(last.newTo + AROUND, after.words.length)))
  return {
    ...(olds ? { oldPage: pageName(before.paper, before.pageOf[olds.oldFrom] ?? 0) } : {}),
    ...(news ? { newPage: pageName(after.paper, after.pageOf[news.newFrom] ?? 0) } : {}),
    pieces: pieces.filter(({ text }) => text !== ''),
  }
}

const piece = (state: Piece['state'], stream: WordStream, from: number, to: number): Piece => ({
  text: textOf(stream, from, to),
  state,
})

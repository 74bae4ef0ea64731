// What became of a text, word by word.
import { diffArrays } from 'diff'

/** From `from` to `to` of the text that went out now stands `becomes`. In UTF-16 units. */
export interface WordEdit {
  readonly from: number
  readonly to: number
  readonly becomes: string
}

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|./gsu
const MOST_EDITS = 3000
const LONGEST = 200_000

/** All between what both begin with and what both end with. */
function restOf(was: string, now: string): WordEdit {
  const most = Math.min(was.length, now.length)
  let from = 0
  while (from < most && was[from] === now[from]) from += 1
  let behind = 0
  while (behind < most - from && was.at(-1 - behind) === now.at(-1 - behind)) behind += 1
  return { from, to: was.length - behind, becomes: now.slice(from, now.length - behind) }
}

export const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? []

/** In the order of the text, apart from each other. */
export function wordEdits(was: string, now: string): WordEdit[] {
  if (was === now) return []
  if (was.length + now.length > LONGEST) return [restOf(was, now)]
  const parts = diffArrays([...tokensOf(was)], [...tokensOf(now)], { maxEditLength: MOST_EDITS })
  if (!parts) return [{ from: 0, to: was.length, becomes: now }]
  const edits: { from: number; to: number; becomes: string }[] = []
  let at = 0
  let last: { from: number; to: number; becomes: string } | undefined
  for (const { added, removed, value } of parts) {
    const text = value.join('')
    if (!added && !removed) {
      at += text.length
      last = undefined
      continue
    }
    if (!last) {
      last = { from: at, to: at, becomes: '' }
      edits.push(last)
    }
    if (added) last.becomes += text
    else {
      at += text.length
      last.to = at
    }
  }
  return edits
}

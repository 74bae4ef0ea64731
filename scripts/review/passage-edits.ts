// What became of a passage, word by word, and which pictures, formulas and notes of it a program has left out.
import { diffArrays } from 'diff'
import type { Passage } from './passage.ts'
import { tokensOf, type WordEdit, wordEdits } from './word-edits.ts'
import { THING } from './word-file.ts'

export interface PassageEdits {
  readonly edits: readonly WordEdit[]
  /** Where in `sent` things stood that did not come back, though no tracked change takes them out. */
  readonly dropped: readonly number[]
}

const MOST_EDITS = 3000

/** Words are compared without the things that were left out, so that no word is taken for one of them. */
export function passageEdits({
  sent,
  back,
  before,
}: Pick<Passage, 'sent' | 'back' | 'before'>): PassageEdits {
  const dropped = thingsIn(before) < thingsIn(sent) ? goneThings(sent, back) : []
  if (dropped.length === 0) return { edits: wordEdits(sent, back), dropped }
  const kept = placesWithout(sent, new Set(dropped))
  const edits = wordEdits(kept.map((place) => sent[place]).join(''), back).map(({ from, to, becomes }) => ({
    from: kept[from] ?? sent.length,
    to: from === to ? (kept[from] ?? sent.length) : (kept[to - 1] ?? sent.length) + 1,
    becomes,
  }))
  return { edits, dropped }
}

export const thingsIn = (text: string): number => text.split(THING).length - 1

function goneThings(sent: string, back: string): number[] {
  const parts = diffArrays([...tokensOf(sent)], [...tokensOf(back)], { maxEditLength: MOST_EDITS })
  const gone: number[] = []
  let at = 0
  for (const { added, removed, value } of parts ?? []) {
    if (added) continue
    for (const token of value) {
      if (removed && token === THING) gone.push(at)
      at += token.length
    }
  }
  return gone
}

/** Where the blanks on both sides of a thing have become one, the second is gone with it. */
function placesWithout(sent: string, gone: ReadonlySet<number>): number[] {
  const kept: number[] = []
  let isBehindGone = false
  for (let place = 0; place < sent.length; place += 1) {
    if (gone.has(place)) {
      isBehindGone = true
      continue
    }
    const last = kept.at(-1)
    const isSecond = sent[place] === ' ' && (last === undefined || /[ \n]/.test(sent[last] ?? ''))
    if (!(isBehindGone && isSecond)) {
      kept.push(place)
      isBehindGone = false
    }
  }
  while (isBehindGone && sent[kept.at(-1) ?? -1] === ' ') kept.pop()
  return kept
}

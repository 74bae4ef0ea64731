// The words that went out, sign by sign beside those of the source they were made of.
import { diffArrays } from 'diff'
import { tokensOf } from './word-edits.ts'
import { THING } from './word-file.ts'

const MOST_EDITS = 3000
export const NONE = -1

/** For each sign of `sent` its place in `source`, or NONE for what the program wrote. */
export function alignSigns(sent: string, source: string): Int32Array {
  const places = new Int32Array(sent.length).fill(NONE)
  const [own, other] = [likened(sent), likened(source)]
  if (own === other) return places.map((_, index) => index)
  const parts = diffArrays([...tokensOf(own)], [...tokensOf(other)], { maxEditLength: MOST_EDITS })
  let [at, place] = [0, 0]
  for (const { added, removed, value } of parts ?? []) {
    const { length } = value.join('')
    if (!added && !removed) for (let unit = 0; unit < length; unit += 1) places[at + unit] = place + unit
    if (!added) at += length
    if (!removed) place += length
  }
  return places
}

/** As long as it was. */
const likened = (text: string): string =>
  text
    .replace(/[‘’‛]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[\n\u00a0\u202f\u2009]/g, ' ')
    .replace(/[\ue000-\uf8ff]/g, THING)

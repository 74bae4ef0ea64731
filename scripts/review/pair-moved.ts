// A paragraph that was taken out in one place and stands in another, word for word, was moved.
import { alike } from './likeness.ts'
import type { Paired } from './pair-stretches.ts'
import type { Stretch } from './word-file.ts'

const SHORTEST = 12

export function pairMoved(back: readonly Stretch[], sent: readonly Stretch[], paired: Paired): Paired {
  const sentOf = new Map(paired.sentOf)
  const ownOf = new Map([...sentOf].map(([own, other]) => [other, own]))
  const gone = new Map<string, number | undefined>()
  for (const [place, { mark, text }] of sent.entries()) {
    const own = ownOf.get(place)
    const isGone = own === undefined || back[own]?.text === ''
    if (!mark || !isGone || text.length < SHORTEST) continue
    const key = alike(text)
    gone.set(key, gone.has(key) ? undefined : place) // Of two that are alike nobody can say which.
  }
  for (const [place, { mark, text }] of back.entries()) {
    if (mark || sentOf.has(place) || text === '') continue
    const found = gone.get(alike(text))
    if (found === undefined) continue
    const empty = ownOf.get(found)
    if (empty !== undefined) sentOf.delete(empty)
    sentOf.set(place, found)
    gone.delete(alike(text))
  }
  return { ...paired, sentOf }
}

// What is new in a state: of ten thousand moments, those that changed.
import type { DeskMoment, DeskPatch, DeskState } from './protocol.ts'

const LISTS = ['title', 'language', 'event', 'sessions', 'people', 'story', 'faults', 'undo', 'redo'] as const

/** Undefined where nothing is. */
export function patchOf(before: DeskState, after: DeskState): DeskPatch | undefined {
  const lists = LISTS.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const known = new Map(before.moments.map((one) => [one.name, one]))
  const moments = after.moments.filter((one) => {
    const old = known.get(one.name)
    known.delete(one.name)
    return !old || !isSame(old, one)
  })
  const gone = [...known.keys()]
  if (lists.length + moments.length + gone.length === 0) return undefined
  return {
    version: after.version,
    ...Object.fromEntries(lists.map((key) => [key, after[key]])),
    ...(moments.length > 0 ? { moments } : {}),
    ...(gone.length > 0 ? { gone } : {}),
  }
}

const isSame = (one: DeskMoment, other: DeskMoment): boolean => JSON.stringify(one) === JSON.stringify(other)

// What a build can make, and how the files are called. No arithmetic: the numbers are in Settings.
import type { EditionName } from '../model/settings.ts'

/** In the order in which they are made: the others are held against the screen edition, so it comes first. */
export const EDITIONS: readonly EditionName[] = ['screen', 'press', 'booklet', 'site']

/** `press,screen` → both, in the order of making. Undefined when one of the names is none of ours. */
export function readEditions(wish: string): readonly EditionName[] | undefined {
  const names = wish.split(',').map((name) => name.trim())
  if (names.some((name) => !EDITIONS.some((edition) => edition === name))) return undefined
  return EDITIONS.filter((edition) => names.includes(edition))
}

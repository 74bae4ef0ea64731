import { closest, distance } from 'fastest-levenshtein'

/** The nearest of `candidates`, when it is near enough to have been meant. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const best = closest(
    word.toLowerCase(),
    candidates.map((one) => one.toLowerCase()),
  )
  const found = candidates.find((one) => one.toLowerCase() === best)
  // Two slips, or one letter in three; of a word of three letters only one, else any would do.
  const slips = Math.max(Math.min(2, Math.floor(word.length / 2)), Math.floor(word.length / 3))
  return found && distance(word.toLowerCase(), best) <= slips ? found : undefined
}

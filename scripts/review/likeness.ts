// Whether two texts say the same, or nearly.

/** Without what a word processor changes by itself: the shape of quotation marks, kinds of blanks. */
export const alike = (text: string): string =>
  text
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .replace(/[\u00ad\u200b]/g, '')
    .trim()

/** From 0 to 1: how many of their words are in both. */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.length + b.length === 0) return 1
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let both = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left > 0) both += 1
    counts.set(word, left - 1)
  }
  return (2 * both) / (a.length + b.length)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

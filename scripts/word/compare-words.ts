/** Without all in which one text may be written in several ways: spaces, soft hyphens, forms of a letter. */
export const lettersIn = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\s\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/[\u2010\u2011]/g, '-')

/**
 * Whether all words and signs of a text are in another in their order; that may say more, such as numbers of figures.
 */
export function saysAll(text: string, wanted: string): boolean {
  const found = wordsOf(text)
  let at = 0
  for (const word of wordsOf(wanted)) {
    const next = found.indexOf(word, at)
    if (next < 0) return lettersIn(text).includes(lettersIn(wanted))
    at = next + 1
  }
  return true
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/[\u2010\u2011]/g, '-')
    .match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []

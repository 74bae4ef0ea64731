/**
 * Text without all that printing may change: spaces, line ends, soft hyphens, and ways to write the same character.
 * Taken apart and not put together, so that pieces of a text can be joined behind it: an accent may begin the next
 * one.
 */
export function squash(text: string): string {
  if (PLAIN.test(text)) return text.replaceAll(' ', '')
  return (
    text
      .normalize('NFKD')
      // The hyphen that shows where a word was broken follows the soft hyphen.
      .replace(/\u00AD[-\u2010]?/g, '')
      .replace(UNSEEN, '')
      // One glyph draws them all, and a PDF tells only one of them.
      .replace(/[\u2010\u2011]/g, '-')
  )
}

/**
 * The same without the difference of small letters and capitals, whichever a style sheet made of them and in
 * whichever language: ß prints as SS, ﬁ as FI, a Turkish i as İ, and Greek capitals lose their accents.
 */
export function folded(text: string): string {
  const squashed = squash(text)
  if (PLAIN.test(squashed)) return squashed.toLowerCase()
  return squashed
    .toLowerCase() // ẞ is a capital that has no other
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('ς', 'σ')
    .replace(/(?<=\p{Script=Greek})\p{M}+|(?<=i)\u0307/gu, '')
}

const PLAIN = /^[ !-~]*$/
/** White space, joiners, direction marks and variation selectors. */
const UNSEEN = /(?:[\s\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Variation_Selector})+/gu

/** Text without all that printing may change: spaces, line ends, soft hyphens, and ways to write the same character. */
export function squash(text: string): string {
  if (PLAIN.test(text)) return text.replaceAll(' ', '')
  return (
    text
      .normalize('NFKC')
      // The hyphen that shows where a word was broken follows the soft hyphen.
      .replace(/\u00AD[-\u2010]?/g, '')
      .replace(UNSEEN, '')
      // One glyph draws them all, and a PDF tells only one of them.
      .replace(/[\u2010\u2011]/g, '-')
  )
}

const PLAIN = /^[ !-~]*$/
/** White space, joiners, direction marks and variation selectors. */
const UNSEEN = /(?:[\s\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Variation_Selector})+/gu

/**
 * Text without all that printing may change: spaces, line ends, soft hyphens, and ways to write the same character.
 * Taken apart and not put together, so that pieces of a text can be joined behind it: an accent may begin the next
 * one.
 */
export function squash(text: string): string {
  const kind = kindOf(text)
  if (kind === 'solid') return text
  if (kind === 'spaced') return text.replace(/[ \u00A0]/g, '')
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
  if (kindOf(squashed) !== 'other') return squashed.toLowerCase()
  return squashed
    .toLowerCase() // ẞ is a capital that has no other
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('ς', 'σ')
    .replace(/(?<=\p{Script=Greek})\p{M}+|(?<=i)\u0307/gu, '')
}

/** ASCII, and of the rest what English texts have: one character each, that no norm writes another way. */
const STAYS = new Uint8Array(0x2100)
for (let code = 0x21; code < 0x7f; code++) STAYS[code] = 1
for (const character of '£–—‘’“”•') STAYS[character.charCodeAt(0)] = 1

/** Nearly all texts are of the first two kinds, of which nothing has to be taken apart. */
function kindOf(text: string): 'solid' | 'spaced' | 'other' {
  let kind: 'solid' | 'spaced' = 'solid'
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x20 || code === 0xa0) kind = 'spaced'
    else if (STAYS[code] !== 1) return 'other'
  }
  return kind
}

/** White space, joiners, direction marks and variation selectors. */
const UNSEEN = /(?:[\s\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Variation_Selector})+/gu

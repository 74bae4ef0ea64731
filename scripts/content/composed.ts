/**
 * A letter with marks behind it, or a syllable of Hangul in its parts. Nothing else is composed: some signs would
 * become others.
 */
export const DECOMPOSED = /\P{M}\p{M}+|[\u1100-\u115F][\u1160-\u11A7][\u11A8-\u11FF]*/gu

/** The same text, with each letter and its marks as one sign where there is one. */
export const composed = (text: string): string =>
  text.replace(DECOMPOSED, (letters) => letters.normalize('NFC'))

// What stands in the margin boxes, as CSS strings.
import { withoutSoftHyphens } from '../language/without-soft-hyphens.ts'

/**
 * A quoted CSS string. Everything that could end the string, the rule or the style element is written as a code point:
 * a title may hold `"`, `\`, a line break or `</style>`.
 */
export const cssString = (text: string): string =>
  `"${text.replace(/[\p{Cc}"\\<>&'{}@;]/gu, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`

/** The wide spaces between number and title are not in every text face: two no-break spaces are. */
export const headText = (text: string): string =>
  withoutSoftHyphens(text)
    .replace(/[\u2000-\u200a\u202f\u205f\u3000]/g, '\u00a0\u00a0')
    .replace(/[\t\n\r\f ]+/g, ' ')
    .trim()

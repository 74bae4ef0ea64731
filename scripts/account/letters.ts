// What of a text counts: letters, digits and the signs that change what they say. Case, blanks, soft hyphens and the
// form in which a letter is composed do not.

/**
 * Letters, digits and marks, currencies, degree and section, symbols beyond ASCII. Bullets, dashes and variation
 * selectors aside.
 */
const ALWAYS = String.raw`[[\p{L}\p{N}\p{M}\p{Sc}‰‱±×÷°§¶[[\p{Sm}\p{So}]--[\x00-\x7F−\u2044\u25A0-\u25FF\uFFFC\uFFFD]]]--[$\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u034F\u20E3]]+`
// Signs that are markup elsewhere count beside a digit: the point of 1.5, the minus of −3, the sign of 5 %.
const BETWEEN_DIGITS = String.raw`(?<=\p{N})[.,:\/\u2044](?=\p{N})`
const BEFORE_DIGIT = String.raw`(?:[\-‐‑‒–—―−]+|[+$<])(?=\p{N})`
const BEHIND_DIGIT = String.raw`(?<=\p{N}) ?[%$]`
const KEPT = new RegExp(`${ALWAYS}|${BETWEEN_DIGITS}|${BEFORE_DIGIT}|${BEHIND_DIGIT}`, 'gv')

/** The same for a text of ASCII, which most are. */
const KEPT_OF_ASCII = /[a-z\d]+|(?<=\d)[.,:/](?=\d)|(?:-+|[+$<])(?=\d)|(?<=\d) ?[%$]/g
const BEYOND_ASCII = /[^ -~\s]/

const DASHES = /[-‐‑‒–—―−]+/g

/** Quotation marks and the like, which count for nothing, make most texts no text of ASCII. */
const QUOTATION_MARKS = /[‘’“”…]+/g

/** The string by which two texts are compared. */
export function letters(text: string): string {
  const plain = BEYOND_ASCII.test(text) ? text.replace(QUOTATION_MARKS, "'").replace(DASHES, '-') : text
  if (BEYOND_ASCII.test(plain)) return alike((folded(plain).match(KEPT) ?? []).join(''))
  const kept = (plain.toLowerCase().match(KEPT_OF_ASCII) ?? []).join('')
  return /[ -]/.test(kept) ? kept.replaceAll(' ', '').replace(/-+/g, '-') : kept
}

/**
 * One case and one form: `ß` is `ss`, `ﬁ` is `fi`, `½` is `1⁄2`, a no-break space a space, the last sigma of a word a
 * sigma.
 */
function folded(text: string): string {
  return text.normalize('NFKD').toUpperCase().toLowerCase().replaceAll('ς', 'σ')
}

const alike = (kept: string): string =>
  kept.replaceAll(' ', '').replace(DASHES, '-').replaceAll('\u2044', '/')

/** A sign that counts, and where it stands in the text that it was read from. */
export interface Atom {
  readonly sign: string
  readonly at: number
  /** Whether something that does not count stands before it: the beginning of a word. */
  readonly begins: boolean
}

const REFERENCE_OR_SIGN = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]*);|[ !-%'-~]+|[\s\S]/gu

/**
 * The same signs as `letters`, one by one. What is masked by `\0` parts words. `spell` says what a reference at a
 * place is.
 */
export function atomsOf(text: string, spell: (reference: string, at: number) => string): Atom[] {
  let plain = ''
  const places: number[] = []
  for (const { 0: found, index } of text.matchAll(REFERENCE_OR_SIGN)) {
    const isPlain = found.length > 1 && found[0] !== '&' && found.charCodeAt(0) < 128
    const read = isPlain ? found.toLowerCase() : folded(found.length > 2 ? spell(found, index) : found)
    plain += read
    for (let sign = 0; sign < read.length; sign += 1) places.push(isPlain ? index + sign : index)
  }
  const atoms: Atom[] = []
  let end = -1
  for (const match of plain.matchAll(KEPT)) {
    const signs = alike(match[0])
    for (let index = 0; index < signs.length; index += 1) {
      const at = places[match.index + Math.min(index, match[0].length - 1)] ?? 0
      atoms.push({ sign: signs[index] ?? '', at, begins: index === 0 && match.index !== end })
    }
    end = match.index + match[0].length
  }
  return atoms
}

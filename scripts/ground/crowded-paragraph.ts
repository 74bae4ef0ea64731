// The time that a parser takes grows with the square of the brackets, stars and backticks in one paragraph. No text
// for people has thousands of them in one, so such a file is refused before parsing.

export const MOST_SIGNS = 5000

interface Crowd {
  readonly signs: number
  readonly line: number
}

const SIGN = /[[\]*_~`<>&!]/g
const FENCE = /^[\s>]*(?:`{3,}[^`]*|~{3,}.*)$/
// What begins a paragraph anew without a blank line.
const NEW_BLOCK = /^ {0,3}(?:[-+*][ \t]+\S|#{1,6}[ \t])/

/** The paragraph with the most signs. Code between fences is not looked at, unless `fences` is false. */
export function crowdedParagraph(text: string, fences = true): Crowd {
  let most: Crowd = { signs: 0, line: 1 }
  let signs = 0
  let line = 0
  let fenced = false
  for (const row of text.split('\n')) {
    line += 1
    if (fences && FENCE.test(row)) fenced = !fenced
    if (row.trim() === '' || NEW_BLOCK.test(row)) signs = 0
    if (!fenced) signs += row.match(SIGN)?.length ?? 0
    if (signs > most.signs) most = { signs, line }
  }
  return most
}

// The time that a parser takes grows with the square of the brackets, stars and backticks in one paragraph, and of its
// lines. No text for people has thousands of them in one, so such a file is refused before parsing.

export const MOST_SIGNS = 5000
export const MOST_LINES = 10_000

interface Crowd {
  readonly count: number
  readonly line: number
}

export interface Crowds {
  readonly signs: Crowd
  readonly lines: Crowd
}

const SIGN = /[[\]*_~`<>&!]/g
export const FENCE = /^[\s>]*(?:`{3,}[^`]*|~{3,}.*)$/
// What begins a paragraph anew without a blank line.
const NEW_BLOCK = /^ {0,3}(?:[-+*][ \t]+\S|#{1,6}[ \t])/
/** What does so within a list, among other definitions, or in a table. */
const NEW_PIECE = /^[ \t>]*(?:\d{1,9}[.)][ \t]|\*?\[[^\]\n]{1,300}\]:)/
const RULE_OF_TABLE = /^[ \t>]*\|?[ \t]*:?-[-:| \t]*$/
/** Code by its indentation, and HTML, up to the next blank line. */
const NO_PARAGRAPH = /^(?: {4}|\t| {0,3}<[a-z!?/])/i

/**
 * The paragraphs with the most signs and lines. What stands where code, tables, HTML and lists most likely are is not
 * taken for one, unless `strictly`.
 */
export function crowdedParagraph(text: string, strictly = false): Crowds {
  const most = { signs: { count: 0, line: 1 }, lines: { count: 0, line: 1 } }
  let [signs, lines, line] = [0, 0, 0]
  let fenced = false
  let kind: 'none' | 'text' | 'table' | 'other' = 'none'
  for (const row of text.split('\n')) {
    line += 1
    if (!strictly && FENCE.test(row)) fenced = !fenced
    const isBlank = row.trim() === ''
    if (isBlank) kind = 'none'
    else if (kind === 'none') kind = NO_PARAGRAPH.test(row) ? 'other' : 'text'
    else if (kind === 'text' && row.includes('|') && RULE_OF_TABLE.test(row)) kind = 'table'
    const isPiece = !strictly && (kind === 'table' || NEW_PIECE.test(row))
    if (isBlank || isPiece || NEW_BLOCK.test(row)) [signs, lines] = [0, 0]
    if (isBlank || fenced || (!strictly && kind === 'other')) continue
    signs += row.match(SIGN)?.length ?? 0
    lines += 1
    if (signs > most.signs.count) most.signs = { count: signs, line }
    if (lines > most.lines.count) most.lines = { count: lines, line }
  }
  return most
}

// Words of a reviewer as they are written into a source, so that they are read as words there and not as markup.
import type { Writing } from './source-block.ts'

/**
 * How careful: 0 as they stand, as far as that can be right; 1 with a backslash before what is likely markup; 2
 * before all.
 */
export type Care = 0 | 1 | 2

const LONGEST = 20_000
const MOST_SIGNS = 2000

/** More than anybody writes at one place, or than a text can be read with. */
export const isTooMuch = (words: string): boolean =>
  words.length > LONGEST || (words.match(/[[\]*_`<>&~$!{}\\]/g)?.length ?? 0) > MOST_SIGNS

/** One paragraph of words. A line break stays one where there can be any. */
export function writeWords(words: string, writing: Writing, care: Care): string {
  if (writing === 'code') return words
  if (writing === 'single') return oneLine(words).replaceAll("'", "''")
  if (writing === 'double') return oneLine(words).replace(/["\\]/g, '\\$&')
  if (writing === 'attribute') return oneLine(safe(words, care)).replaceAll('"', '&quot;')
  if (writing === 'title') return oneLine(safe(words, care)).replaceAll('"', '\\"')
  if (writing === 'plain' || writing === 'block') return oneLine(words)
  const escaped = safe(words, care)
  return writing === 'cell'
    ? escaped.replaceAll('|', '\\|').replaceAll('\n', '<br>')
    : escaped.replaceAll('\n', '\\\n')
}

const oneLine = (words: string): string => words.replaceAll('\n', ' ')

/** What is never left as it stands: other readers of the text than that of plain Markdown take it for theirs. */
const OTHERS = [
  String.raw`\{(?=[{%#.:]|[\w-]+=)|\[(?=-?@|\[)|(?<![\p{L}\p{N}_.])@(?=[\p{L}{])`,
  String.raw`(?<![\p{L}\p{N}:]):(?=[a-z\d_+\-]{1,40}:)|=(?==)|\^(?=\[|[^\s^][^^]*\^)|~(?=[^\s~][^~]*~)|\\(?=[a-z])`,
].join('|')
const LIKELY = String.raw`[\\${'`'}*[<$~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|(?<=\w):(?=\w*\[)`
const ALL = String.raw`[\\${'`'}*_[<>\{\}#$~&|!]`
const SIGNS = [OTHERS, `${LIKELY}|${OTHERS}`, `${ALL}|${OTHERS}`].map((signs) => new RegExp(signs, 'gu'))

// `\\[` and `\\]` around words are a formula: the bracket that opens is enough.
const safe = (words: string, care: Care): string => words.replace(SIGNS[care] ?? '', '\\$&')

/** With which MkDocs begins a callout, which plain Markdown does not know. */
export const beginsCallout = (written: string): boolean => /^(?:!!!|\?\?\?)/.test(written)

/** The first words of a paragraph may not begin a list, a heading or a quotation. */
export const safeStart = (written: string): string =>
  written.replace(
    /^(?:([#>+=-]|!!!|\?\?\?)|(\d{1,9})([.)])(?=\s|$))/,
    (sign, mark?: string, number?: string, stop?: string) => (mark ? `\\${sign}` : `${number}\\${stop}`),
  )

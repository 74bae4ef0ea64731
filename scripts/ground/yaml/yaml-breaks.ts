// What breaks a YAML text, in the words of whoever wrote it, at the line that they have to mend.
import type { YAMLParseError, YAMLWarning } from 'yaml'

/** `pos` of the parser is where it gave up; an unclosed quotation mark stands lines before that. */
export function explainBrokenYaml(
  text: string,
  { code, pos, message }: YAMLParseError | YAMLWarning,
  firstLine: number,
): { readonly line: number; readonly actual: string } {
  const row = rowAt(text, pos[0])
  const told = (index: number, actual: string) => ({ line: index + firstLine, actual })
  const quoted = brokenQuotation(text, row)
  if (quoted) return told(quoted.row, quoted.says(firstLine))
  if (code === 'DUPLICATE_KEY') {
    const key = keyAt(text, pos[0])
    const first = firstWith(text, key, pos[0])
    const where = first === undefined ? '' : `, on lines ${first + firstLine} and ${row + firstLine}`
    return told(row, `the key \`${key}\` stands in it twice${where}: keep one of them`)
  }
  if (code === 'TAB_AS_INDENT' || /^[ ]*\t/.test(text.split('\n')[row] ?? ''))
    return told(row, PARSER_WORDS.TAB_AS_INDENT ?? '')
  return told(row, PARSER_WORDS[code] ?? plain(message))
}

const rowAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1

const keyAt = (text: string, offset: number): string =>
  /^["']?([^"':\n,}]+)/.exec(text.slice(offset))?.[1]?.trim() ?? ''

/** The line of the same key before `offset`, at the same depth. */
function firstWith(text: string, key: string, offset: number): number | undefined {
  const before = text.slice(0, offset)
  const column = offset - (before.lastIndexOf('\n') + 1)
  const rows = before.split('\n')
  const named = new RegExp(`(?:^|[\\s{,-])["']?${escaped(key)}["']?\\s*:`)
  const alike = (row: string): boolean => row.replace(/- /g, '  ').search(/["']?\S/) === column
  const found = rows.findLastIndex(
    (row, index) => named.test(row) && (alike(row) || index === rows.length - 1),
  )
  return found < 0 ? undefined : found
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

interface BrokenQuotation {
  /** From 0. */
  readonly row: number
  readonly says: (firstLine: number) => string
}

/** The first value, up to where the parser gave up, that begins with a quotation mark and does not end with it. */
function brokenQuotation(text: string, last: number): BrokenQuotation | undefined {
  const rows = text.split('\n')
  for (const [row, line] of rows.entries()) {
    if (row > last) return undefined
    const value = /^\s*(?:- +)*(?:["']?[\w .-]+["']?:\s+|- +)(["'])(.*)$/.exec(line)
    if (!value) continue
    const [, mark = '', rest = ''] = value
    const end = endOfQuotation(rest, mark)
    if (end < 0) {
      if (closesBelow(rows.slice(row + 1, last + 1), mark)) continue
      return { row, says: (first) => `the quotation mark of line ${row + first} is not closed` }
    }
    const after = rest.slice(end + 1)
    if (/^\s*(?:$|\s#|[,}\]:])/.test(after)) continue
    const kept = `${mark}${rest.slice(0, end + 1)}`.slice(0, 40)
    const other = mark === "'" ? `write it twice (${mark}${mark})` : `write \\${mark}`
    return {
      row,
      says: () =>
        `the text in quotation marks ends behind \`${kept}\`, and more follows. Within it, ${other}, or put other quotation marks around the whole`,
    }
  }
  return undefined
}

function endOfQuotation(rest: string, mark: string): number {
  for (let at = 0; at < rest.length; at += 1) {
    if (mark === '"' && rest[at] === '\\') at += 1
    else if (rest[at] === mark) {
      if (mark === "'" && rest[at + 1] === mark) at += 1
      else return at
    }
  }
  return -1
}

/** Text in quotation marks may go on for lines, none of which looks like a key. */
function closesBelow(rows: readonly string[], mark: string): boolean {
  for (const row of rows) {
    if (/^\s*(?:- +)?[\w-]+:(?:\s|$)/.test(row)) return false
    if (endOfQuotation(row, mark) >= 0) return true
  }
  return false
}

/** What the parser's own messages say in its own terms. */
const PARSER_WORDS: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a line of three hyphens begins a second text',
  TAB_AS_INDENT: 'the line is indented with a tab',
  BLOCK_AS_IMPLICIT_KEY: 'a value has a second colon in it, or the next line is indented too far',
  BAD_INDENT: 'the indentation differs from the lines around it, or a bracket is not closed',
  MULTILINE_IMPLICIT_KEY: 'this line has no colon after its key',
  MISSING_CHAR: 'a colon, a comma, a bracket or a closing quotation mark is missing',
  BAD_SCALAR_START: 'a value begins with a sign that means something else here',
  BAD_ALIAS: 'a value begins with `*`, which means something else here',
  TAG_RESOLVE_FAILED: 'a value begins with `!`, and its first word would be lost: put it in quotation marks',
  BAD_DQ_ESCAPE: "a backslash between double quotation marks begins a special sign: use single ones (')",
}

const plain = (message: string): string => {
  const first = message.split('\n')[0] ?? message
  return (
    first.charAt(0).toLowerCase() +
    first
      .slice(1)
      .replace(/\.$/, '')
      .replace(/ at line \d+, column \d+:?$/, '')
  )
}

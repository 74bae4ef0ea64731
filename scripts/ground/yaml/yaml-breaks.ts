// What breaks a YAML text, at the line that its author has to mend.
import type { YAMLParseError, YAMLWarning } from 'yaml'
import type { FactsOf } from '../../rules/rules.ts'

type Fault = FactsOf<'yaml-is-sound'>

/** `pos` of the parser is where it gave up; an unclosed quotation mark stands lines before that. */
export function explainBrokenYaml(
  text: string,
  { code, pos, message }: YAMLParseError | YAMLWarning,
  firstLine: number,
): { readonly line: number; readonly fault: Fault } {
  const row = rowAt(text, pos[0])
  const told = (index: number, fault: Fault) => ({ line: index + firstLine, fault })
  const quoted = brokenQuotation(text, row, firstLine)
  if (quoted) return told(quoted.row, quoted.fault)
  if (code === 'DUPLICATE_KEY') {
    const key = keyAt(text, pos[0])
    const above = firstWith(text, key, pos[0])
    const first = above === undefined ? undefined : above + firstLine
    return told(row, { problem: 'key-stands-twice', key, first, second: row + firstLine })
  }
  if (/^[ ]*\t/.test(text.split('\n')[row] ?? '')) return told(row, { problem: 'tab-indents' })
  const problem = PROBLEMS[code]
  return told(row, problem ? { problem } : { problem: 'broken-otherwise', said: withoutPlace(message) })
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
  readonly fault: Fault
}

/** The first value, up to where the parser gave up, that begins with a quotation mark and does not end with it. */
function brokenQuotation(text: string, last: number, firstLine: number): BrokenQuotation | undefined {
  const rows = text.split('\n')
  for (const [row, line] of rows.entries()) {
    if (row > last) return undefined
    const value = /^\s*(?:- +)*(?:["']?[\w .-]+["']?:\s+|- +)(["'])(.*)$/.exec(line)
    if (!value) continue
    const [, mark = '', rest = ''] = value
    const end = endOfQuotation(rest, mark)
    if (end < 0) {
      if (closesBelow(rows.slice(row + 1, last + 1), mark)) continue
      return { row, fault: { problem: 'quotation-is-open', begins: row + firstLine } }
    }
    const after = rest.slice(end + 1)
    if (/^\s*(?:$|\s#|[,}\]:])/.test(after)) continue
    const kept = `${mark}${rest.slice(0, end + 1)}`.slice(0, 40)
    return { row, fault: { problem: 'quotation-ends-early', kept, mark } }
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

/** By the codes of the parser. */
const PROBLEMS: Readonly<Partial<Record<(YAMLParseError | YAMLWarning)['code'], ProblemAlone>>> = {
  MULTIPLE_DOCS: 'second-text-begins',
  TAB_AS_INDENT: 'tab-indents',
  BLOCK_AS_IMPLICIT_KEY: 'second-colon',
  BAD_INDENT: 'indentation-differs',
  MULTILINE_IMPLICIT_KEY: 'colon-is-missing',
  MISSING_CHAR: 'sign-is-missing',
  BAD_SCALAR_START: 'sign-begins-value',
  BAD_ALIAS: 'star-begins-value',
  TAG_RESOLVE_FAILED: 'tag-begins-value',
  BAD_DQ_ESCAPE: 'backslash-begins-sign',
}

/** Those that need no more to be said. */
type ProblemAlone = Extract<Fault, NoMore>['problem']

interface NoMore {
  readonly problem: Fault['problem']
  readonly said?: never
  readonly key?: never
  readonly begins?: never
  readonly kept?: never
}

const withoutPlace = (message: string): string =>
  (message.split('\n')[0] ?? message).replace(/\.$/, '').replace(/ at line \d+, column \d+:?$/, '')

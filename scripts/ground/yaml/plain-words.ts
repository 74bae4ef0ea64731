// Values of YAML files that are printed as words alone: marks of Markdown and HTML that their author put in are taken
// off, and told.
import { decodeHTML } from 'entities'
import type { Finding } from '../../model/finding.ts'
import { findingAs } from '../../rules/finding.ts'

export interface WordsIn {
  readonly file: string
  /** Keys whose values are words for readers. */
  readonly keys: readonly string[]
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** A copy of the value, and one finding a key. */
export function plainWordsIn(value: unknown, about: WordsIn): { value: unknown; findings: Finding[] } {
  if (about.keys.length === 0) return { value, findings: [] }
  const told = new Map<string, Finding>()
  const open = new Set<unknown>() // By an alias a value can hold itself.
  const within = <T>(one: object, settled: () => T): T => {
    open.add(one)
    const value = settled()
    open.delete(one)
    return value
  }
  const settle = (one: unknown, path: readonly (string | number)[]): unknown => {
    if (open.has(one)) return one
    if (Array.isArray(one)) return within(one, () => one.map((item, index) => settle(item, [...path, index])))
    if (typeof one === 'object' && one !== null)
      return within(one, () =>
        Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, settle(inner, [...path, key])])),
      )
    const key = String(path.findLast((step) => typeof step === 'string') ?? '')
    if (typeof one !== 'string' || !about.keys.includes(key)) return one
    const words = plainWords(one)
    if (words === one) return one
    if (!told.has(key)) told.set(key, toldOf(key, one, words, { file: about.file, line: about.lineOf(path) }))
    return words
  }
  return { value: settle(value, []), findings: [...told.values()] }
}

const toldOf = (key: string, text: string, words: string, place: Finding['place']): Finding =>
  findingAs('info', 'front-matter-value-fits', place, {
    problem: 'marks-are-left-out-of-all',
    key,
    words,
    written: text,
  })

const TAGS = /<\/?(?:a|abbr|b|code|del|em|i|ins|kbd|mark|s|small|span|strong|sub|sup|u|br)(?:\s[^<>]*)?\/?>/gi

/** Stars and strokes that stand around words; `2 * 3`, `snake_case` and a star behind a number are what they are. */
export function plainWords(text: string): string {
  if (!/[*_`~<&[]/.test(text) || /^https?:\/\/\S+$/.test(text)) return text
  return text
    .replace(/!?\[([^[\]]+)\]\((?:<[^<>]*>|[^\s()]+)(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/(?<![\p{L}\p{N}*])(\*\*\*|\*\*|\*|~~|``?)(?=\S)((?:(?!\1).)+?)(?<=\S)\1(?!\*)/gsu, '$2')
    .replace(/(?<![\p{L}\p{N}_])(__?)(?=[^\s_])([^_]+?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(TAGS, (tag) => (/^<br/i.test(tag) ? ' ' : ''))
    .replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/gi, (reference) => decodeHTML(reference))
}

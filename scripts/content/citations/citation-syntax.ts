// How citations are written: `[see @smith2013, pp. 33–35; also @jones, ch. 1]`, `[-@smith2013]`, and `@smith2013` or
// `@smith2013 [p. 4]` in a sentence, as Pandoc, Quarto and MyST have it.
import type { Cite } from '../../model/citations.ts'

export interface KnownCitations {
  /** Of all works of the publication. */
  readonly keys: ReadonlySet<string>
  /** `pp.` and what it stands for: `page`. */
  readonly locators: Readonly<Record<string, string>>
}

/** What stands within brackets is read, or names a work that nobody knows. */
export type ReadCitation =
  | { readonly cites: readonly Cite[] }
  | { readonly unknown: string /** In the text within the brackets. */; readonly at: number }

/** Letters of a key; other signs may stand between them. `@{any thing}` has whatever its author likes. */
const KEY = String.raw`@(?:\{([^{}\n]{1,200})\}|([\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:[:.#$%&+?<>~/-]+[\p{L}\p{M}\p{N}_]+)*))`
const BEFORE = String.raw`(?<![\p{L}\p{N}_.@/])`

const CITE = new RegExp(`${BEFORE}(-?)${KEY}`, 'u')
const IN_SENTENCE = new RegExp(`${BEFORE}(-?)${KEY}`, 'gu')

/** Another tool's way of naming a figure or a table. */
const REFERENCE = /^(?:fig|tbl|tab|sec|eq|lst|thm)[-:]/

/** Whether what stands between brackets is meant as a citation. */
export const isCitation = (inside: string): boolean => CITE.test(inside)

/** Undefined where it is no citation: no key, or one of another tool's references. */
export function readCitation(inside: string, known: KnownCitations): ReadCitation | undefined {
  const cites: Cite[] = []
  let at = 0
  for (const part of partsOf(inside)) {
    const found = CITE.exec(part)
    if (!found) {
      // A semicolon within a remark: it belongs to the work before.
      const last = cites.at(-1)
      if (!last) return undefined
      cites[cites.length - 1] = { ...last, suffix: `${last.suffix ?? ''};${part}` }
      at += part.length + 1
      continue
    }
    const [whole, minus, braced, plain = ''] = found
    const key = braced ?? knownPart(plain, known.keys) ?? plain
    if (!known.keys.has(key))
      return REFERENCE.test(key) ? undefined : { unknown: key, at: at + found.index + (minus ? 1 : 0) }
    const end = found.index + whole.length - (braced === undefined ? plain.length - key.length : 0)
    cites.push(citeOf(key, part.slice(0, found.index), part.slice(end), minus === '-', known))
    at += part.length + 1
  }
  return cites.length > 0 ? { cites } : undefined
}

export interface InSentence {
  readonly start: number
  readonly end: number
  readonly cites: readonly [Cite]
}

/** `@key` among words is a citation where there is such a work; any other is somebody's name. */
export function citationsInSentence(text: string, known: KnownCitations): InSentence[] {
  return [...text.matchAll(IN_SENTENCE)].flatMap((found): InSentence[] => {
    const [whole, minus, braced, plain = ''] = found
    const key = braced ?? knownPart(plain, known.keys)
    if (key === undefined || !known.keys.has(key)) return []
    const end = found.index + whole.length - (braced === undefined ? plain.length - key.length : 0)
    const cite: Cite = { key, ...(minus ? { isWithoutAuthor: true } : {}) }
    return [{ start: found.index, end, cites: [cite] }]
  })
}

/** `@key [p. 4]`: the place behind a work that a sentence names; undefined for words that are none. */
export function readPlaceBehind(inside: string, cite: Cite, known: KnownCitations): Cite[] | undefined {
  const [first = '', ...others] = partsOf(inside)
  const own = citeOf(cite.key, '', isCitation(first) ? '' : `, ${first.trim()}`, false, known)
  if (!isCitation(first) && own.locator === undefined) return undefined
  const rest = isCitation(first) ? [first, ...others] : others
  const more = rest.length > 0 ? readCitation(rest.join(';'), known) : { cites: [] }
  return more && 'cites' in more ? [{ ...own, ...cite }, ...more.cites] : undefined
}

/** `smith2013-based` names `smith2013`, where no work has the longer name. */
function knownPart(plain: string, keys: ReadonlySet<string>): string | undefined {
  for (
    let key = plain;
    key !== '';
    key = key.replace(/[^:.#$%&+?<>~/-]*$/, '').replace(/[:.#$%&+?<>~/-]+$/, '')
  )
    if (keys.has(key)) return key
  return undefined
}

/** Semicolons part works, but not within braces. */
function partsOf(inside: string): string[] {
  const parts = ['']
  let depth = 0
  for (const sign of inside) {
    if (sign === '{') depth += 1
    else if (sign === '}') depth = Math.max(0, depth - 1)
    if (sign === ';' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts
}

function citeOf(
  key: string,
  before: string,
  behind: string,
  isWithoutAuthor: boolean,
  known: KnownCitations,
): Cite {
  const prefix = tidy(before).trim()
  const { place, rest } = placeIn(behind, known)
  return {
    key,
    ...(prefix ? { prefix } : {}),
    ...place,
    ...(rest.trim() ? { suffix: tidy(rest).trimEnd() } : {}),
    ...(isWithoutAuthor ? { isWithoutAuthor: true } : {}),
  }
}

const tidy = (words: string): string => words.replace(/\s+/g, ' ')

interface FoundPlace {
  readonly place: Pick<Cite, 'locator' | 'label'>
  readonly rest: string
}

/** A number, perhaps with letters (`12a`, `A-4`, `xiv`), and what goes on with it: `33–35`, `3, 7 and 9`. */
const NUMBER = String.raw`(?:[\p{L}.:/]{0,6}\d[\p{L}\d.:/]*(?<=[\p{L}\d])|[ivxlcdm]+(?![\p{L}\d]))`
const NUMBERS = new RegExp(
  String.raw`^${NUMBER}(?:\s*(?:--?-?|[–—/])\s*${NUMBER})?(?:\s*(?:,|&|and)\s*${NUMBER}(?:\s*(?:--?|[–—])\s*${NUMBER})?)*`,
  'u',
)

/** `, pp. 33–35 and elsewhere`: a place by the word of its kind, a page without one; `{…}` says what belongs to it. */
function placeIn(behind: string, { locators }: KnownCitations): FoundPlace {
  const lead = /^\s*,?\s*/.exec(behind)?.[0].length ?? 0
  const braced = /^\{([^{}]*)\}/.exec(behind.slice(lead))
  const words = braced ? (braced[1] ?? '').trim() : behind.slice(lead)
  if (lead === 0 && !braced && words !== '') return { place: {}, rest: behind }
  const { label, length } = labelAt(words, locators)
  const number = braced ? words.slice(length).trim() : (NUMBERS.exec(words.slice(length))?.[0] ?? '')
  const isBare = length === 0 && !/^(?:\d|[lx]*(?:ix|iv|v?i{1,3}|[vx])(?![\p{L}\d]))/u.test(number)
  if (number === '' || (isBare && !braced)) return { place: {}, rest: behind }
  const end = lead + (braced ? braced[0].length : length + number.length)
  return {
    place: { locator: number.replace(/(?<!\s)\s*-{1,3}\s*/g, '–').replace(/\s+/g, ' '), label },
    rest: behind.slice(end),
  }
}

/** The longest of the words that fits: `ch.` before `c`. */
function labelAt(words: string, locators: KnownCitations['locators']): { label: string; length: number } {
  const small = words.toLowerCase()
  let best = ''
  for (const word of Object.keys(locators))
    if (word.length > best.length && small.startsWith(word) && endsThere(words, word)) best = word
  if (best === '') return { label: 'page', length: 0 }
  const blanks = /^\s*/.exec(words.slice(best.length))?.[0].length ?? 0
  return { label: locators[best] ?? 'page', length: best.length + blanks }
}

/** `p4` and `p.4` are pages, `part` begins no `p`. */
const endsThere = (words: string, word: string): boolean => !/^\p{L}/u.test(words.slice(word.length))

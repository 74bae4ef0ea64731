// Pieces with marks → one line, with the signs of Markdown around what is marked. Where a sign would not be read as
// one (between a letter and a full stop, beside its like), the mark is written as HTML, which says the same anywhere.
import type { Marks } from './pieces.ts'

export interface Piece {
  readonly text: string
  readonly marks: Omit<Marks, 'code' | 'says'>
}

type Mark = keyof Piece['marks']

/** From the outermost to the innermost. */
const ORDER: readonly Mark[] = [
  'link',
  'language',
  'bold',
  'italic',
  'struck',
  'marked',
  'underlined',
  'raised',
]

export function joined(pieces: readonly Piece[]): string {
  return around(pieces, 0, '')
}

/** `before`: the last signs in the line before these pieces. */
function around(pieces: readonly Piece[], depth: number, before: string): string {
  const mark = ORDER[depth]
  const line = openLine()
  if (mark === undefined) for (const { text } of pieces) line.add(text)
  for (let at = 0; at < pieces.length && mark !== undefined; ) {
    const value = pieces[at]?.marks[mark]
    let end = at + 1
    while (end < pieces.length && isSame(pieces, at, end, mark)) end += 1
    const said = `${before}${line.end()}`
    const inner = around(pieces.slice(at, end), depth + 1, value === undefined ? said : '')
    const isPlain = value === undefined || inner.trim() === ''
    line.add(isPlain ? inner : wrapped(inner, mark, String(value), said, pieces[end]?.text ?? ''))
    at = end
  }
  return line.text()
}

/** A line that grows, of which only the end is looked at: a paragraph may have thousands of pieces. */
function openLine() {
  const parts: string[] = []
  return {
    end: (): string => parts.slice(-2).join('').slice(-2),
    add: (next: string): void => {
      if (next === '') return
      const last = parts.length - 1
      // `Look!` before a link would make a picture of it.
      if (next.startsWith('[') && /(?<!\\)[!^]$/.test(parts.slice(-2).join('').slice(-2)))
        parts[last] = `${parts[last]?.slice(0, -1)}\\${parts[last]?.slice(-1)}`
      parts.push(next)
    },
    text: (): string => parts.join(''),
  }
}

const isSame = (pieces: readonly Piece[], one: number, other: number, mark: Mark): boolean =>
  pieces[one]?.marks[mark] === pieces[other]?.marks[mark]

const SIGNS: Readonly<Partial<Record<Mark, readonly [string, string]>>> = {
  bold: ['**', 'strong'],
  italic: ['*', 'em'],
  struck: ['~~', 'del'],
  marked: ['==', 'mark'],
}

function wrapped(inner: string, mark: Mark, value: string, before: string, after: string): string {
  const [, lead = '', words = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? []
  const at = `${before}${lead}`.slice(-1)
  const next = tail === '' ? after.charAt(0) : ' '
  if (mark === 'link') return `${lead}${linked(words, value)}${tail}`
  if (mark === 'language')
    return /\p{L}/u.test(words) ? `${lead}:lang[${balanced(words)}]{${value}}${tail}` : inner
  if (mark === 'raised') return `${lead}${raised(words, value, at, next)}${tail}`
  const [sign, name] = SIGNS[mark] ?? ['', 'u']
  const isGlued = mark === 'marked' && (LETTER.test(at) || LETTER.test(next))
  const isRead =
    sign !== '' && !isGlued && opens(at, words, sign) && closes(words, next, sign) && !/\n/.test(words)
  return isRead ? `${lead}${sign}${words}${sign}${tail}` : `${lead}<${name}>${words}</${name}>${tail}`
}

const LETTER = /[\p{L}\p{N}]/u

/** `***both***` is read as it is meant. */
const isBoth = (words: string, sign: string): boolean => sign === '**' && /^\*[^*\\]+\*$/.test(words)

function opens(before: string, words: string, sign: string): boolean {
  if (isBoth(words, sign)) return opens(before, words.slice(1), '*')
  const first = words.charAt(0)
  if (before === sign.charAt(0) || first === sign.charAt(0)) return false
  return LETTER.test(first) || before === '' || !LETTER.test(before)
}

function closes(words: string, after: string, sign: string): boolean {
  if (isBoth(words, sign)) return closes(words.slice(0, -1), after, '*')
  const last = words.slice(-1)
  if (after === sign.charAt(0) || last === sign.charAt(0)) return false
  return LETTER.test(last) || after === '' || !LETTER.test(after)
}

const raised = (words: string, value: string, before: string, after: string): string => {
  const sign = value === 'sup' ? '^' : '~'
  const isFree = before !== sign && after !== sign && !(sign === '~' && /^(?:\^|)$/.test(before))
  const isPlain = isFree && /^[\p{L}\p{N}+−-]{1,20}$/u.test(words)
  return isPlain ? `${sign}${words}${sign}` : `<${value}>${words}</${value}>`
}

function linked(words: string, address: string): string {
  if (
    /^https?:\/\/[^\s<>\\*_[\]]+[\p{L}\p{N}/]$/u.test(address) &&
    (words === address || words.replaceAll('\\', '') === address)
  )
    return `<${address}>`
  const target = /[\s()<>]/.test(address)
    ? `<${address.replace(/[<>\n]/g, (sign) => encodeURIComponent(sign)).replace(/ /g, '%20')}>`
    : address
  return `[${balanced(words)}](${target})`
}

/** Brackets within a label are in pairs, or have a backslash. */
function balanced(words: string): string {
  let depth = 0
  for (const [sign] of words.matchAll(/\\.|[[\]]/g)) {
    if (sign === '[') depth += 1
    else if (sign === ']') depth -= 1
    if (depth < 0) break
  }
  return depth === 0 ? words : words.replace(/(?<!\\)[[\]]/g, '\\$&')
}

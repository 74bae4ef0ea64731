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

/** `before` is what stands in the line before these pieces. */
function around(pieces: readonly Piece[], depth: number, before: string): string {
  const mark = ORDER[depth]
  let out = ''
  for (let at = 0; at < pieces.length; ) {
    const value = mark === undefined ? undefined : pieces[at]?.marks[mark]
    let end = at + 1
    while (end < pieces.length && mark !== undefined && isSame(pieces, at, end, mark)) end += 1
    const run = pieces.slice(at, mark === undefined ? pieces.length : end)
    const inner =
      mark === undefined
        ? run.map(({ text }) => text).reduce((line, text) => apart(line, text) + text, '')
        : around(run, depth + 1, value === undefined ? before + out : '')
    const added =
      mark === undefined || value === undefined || inner.trim() === ''
        ? inner
        : wrapped(inner, mark, String(value), before + out, pieces[end]?.text ?? '')
    out = apart(out, added) + added
    at = mark === undefined ? pieces.length : end
  }
  return out
}

const isSame = (pieces: readonly Piece[], one: number, other: number, mark: Mark): boolean =>
  pieces[one]?.marks[mark] === pieces[other]?.marks[mark]

/** `Look!` before a link would make a picture of it. */
const apart = (line: string, next: string): string =>
  next.startsWith('[') && /(?<!\\)[!^]$/.test(line) ? `${line.slice(0, -1)}\\${line.slice(-1)}` : line

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
  const isRead = sign !== '' && opens(at, words, sign) && closes(words, next, sign) && !/\n/.test(words)
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
  const isPlain = /^[\p{L}\p{N}+−-]{1,20}$/u.test(words) && before !== sign && after !== sign
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

// `==marked==`, `H~2~O`, `x^2^`, `:tada:` and `^[a note in the line]`: small syntax that many tools have, as the
// dialect or HTML writes it. Signs that could be a rough number (`~40`), a time or a power of a program are left.
import { nameToEmoji } from 'gemoji'
import { BLOT, codeOf, proseOf } from '../prose.ts'
import type { Edit, Reading, Respelling } from '../respell.ts'

const MARK = /(?<![=\p{L}\p{N}])==(?=[^\s=])([^=\n]{0,300}?[^\s=])==(?![=\p{L}\p{N}])/gu
const SMALL = /(?<=[\p{L}\p{N})\]])([~^])([\p{L}\p{N}+−-]{1,12})\1(?![~^])/gu
/** Pandoc's `^2^`, wherever it stands: nothing else is written so. */
const RAISED = /(?<![\p{L}\p{N})\]^[\\])\^([\p{L}\p{N}*†‡§+−,-]{1,20})\^(?![\p{L}\p{N}^])/gu
const EMOJI = new RegExp(`(?<![\\p{L}\\p{N}:])(:)([a-z\\d_+-]{2,40}):(?![\\p{L}\\p{N}:${BLOT}])`, 'gu')
const NOTE = /(?<!\])\^\[((?:[^[\]]|\[[^[\]]{0,300}\]){1,2000})\]/g

export function inlineMarks({ tree, text }: Reading): Respelling[] {
  if (!/==|[~^]|:[a-z\d_+-]+:/.test(text)) return []
  const prose = proseOf(tree, text)
  const notes = noteEdits(tree, text, prose)
  if (notes.length > 0) return [{ edits: notes }]
  return prose.flatMap(({ shown, start }) => [
    ...[...shown.matchAll(MARK)].map(({ 0: whole, index }) =>
      wrapped('mark', 2, start + index, whole.length),
    ),
    ...[...shown.matchAll(SMALL)].map(({ 0: whole, 1: sign, index }) =>
      wrapped(sign === '~' ? 'sub' : 'sup', 1, start + index, whole.length),
    ),
    ...[...shown.matchAll(RAISED)].map(({ 0: whole, index }) =>
      wrapped('sup', 1, start + index, whole.length),
    ),
    ...emoji(shown, start),
  ])
}

function wrapped(tag: string, signs: number, start: number, length: number): Respelling {
  const end = start + length
  return {
    edits: [
      { start, end: start + signs, becomes: [`<${tag}>`] },
      { start: end - signs, end, becomes: [`</${tag}>`] },
    ],
  }
}

const emoji = (shown: string, start: number): Respelling[] =>
  [...shown.matchAll(EMOJI)].flatMap(({ 0: whole, 2: name = '', index }) => {
    const drawn = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined
    if (!drawn) return []
    return [{ edits: [{ start: start + index, end: start + index + whole.length, becomes: [drawn] }] }]
  })

/** Every note of the text at once: each is called where it stands, and defined at the end. */
function noteEdits(tree: Reading['tree'], text: string, prose: ReturnType<typeof proseOf>): Edit[] {
  if (!text.includes('^[') || codeOf(tree)(text.trimEnd().length - 1)) return []
  const edits: Edit[] = []
  const free = `${/\[\^in-line-/.test(text) ? 'the-' : ''}in-line`
  for (const { shown, start } of prose) {
    for (const { 0: whole, 1: words = '', index } of shown.matchAll(NOTE)) {
      if (!/\p{L}.*\p{L}/su.test(words)) continue
      const from = start + index
      const name = `[^${free}-${edits.length / 2 + 1}]`
      const inside = { start: from + 2, end: from + 2 + words.length }
      edits.push({ start: from, end: from + whole.length, becomes: [name] })
      edits.push({ start: text.length, end: text.length, becomes: [`\n\n${name}: `, inside, '\n'] })
    }
  }
  return edits
}

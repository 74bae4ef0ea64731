// CriticMarkup, the tracked changes of plain text: `{++ins++}`, `{--del--}`, `{~~a~>b~~}`, `{==mark==}` and
// `{>>remark<<}`. Changes are printed as changes, remarks for the editors are not printed; the author is told.
import { codeOf, proseOf } from '../prose.ts'
import type { Edit, Reading, Respelling } from '../respell.ts'

const CHANGE =
  /\{\+\+([\s\S]{1,3000}?)\+\+\}|\{--([\s\S]{1,3000}?)--\}|\{~~([\s\S]{0,3000}?)~>([\s\S]{0,3000}?)~~\}|\{==([\s\S]{1,3000}?)==\}|\{>>([\s\S]{1,3000}?)<<\}/g
const TAGS = [['ins'], ['del'], [], [], ['mark']] as const
const SIGNS = 3

export function criticMarkup({ tree, text }: Reading): Respelling[] {
  if (!/\{(?:\+\+|--|~~|==|>>)/.test(text)) return []
  const isCode = codeOf(tree)
  const found = proseOf(tree, text).flatMap(({ node, start }) => {
    const end = node.position?.end.offset ?? start
    return [...text.slice(start, end).matchAll(CHANGE)]
      .map((match) => ({ match, at: start + match.index }))
      .filter(({ at }) => !isCode(at) && text[at - 1] !== '\\')
  })
  const changes = found.filter(({ match }) => match[6] === undefined)
  return found.map(({ match, at }) => {
    const edits = editsOf(match, at)
    if (match[6] !== undefined) return { edits, told: remark(match[0]) }
    return match === changes[0]?.match ? { edits, told: tracked(match[0], changes.length) } : { edits }
  })
}

function editsOf(match: RegExpExecArray, at: number): Edit[] {
  const [whole, , , before, after] = match
  const end = at + whole.length
  if (match[6] !== undefined) return [{ start: at, end, becomes: [] }]
  if (before === undefined || after === undefined) {
    const [tag] = TAGS[match.slice(1).findIndex((words) => words !== undefined)] ?? ['ins']
    return [
      { start: at, end: at + SIGNS, becomes: [`<${tag}>`] },
      { start: end - SIGNS, end, becomes: [`</${tag}>`] },
    ]
  }
  const arrow = at + SIGNS + before.length
  const [gone, come] = [wrapped('del', before, at + SIGNS), wrapped('ins', after, arrow + '~>'.length)]
  return [{ start: at, end, becomes: [...gone, ...come] }]
}

const wrapped = (tag: string, words: string, start: number): Edit['becomes'] =>
  words.trim() === '' ? [] : [`<${tag}>`, { start, end: start + words.length }, `</${tag}>`]

const remark = (typed: string): NonNullable<Respelling['told']> => ({
  rule: 'markup-is-exact',
  facts: { problem: 'remark-for-editors', typed },
})

const tracked = (typed: string, count: number): NonNullable<Respelling['told']> => ({
  rule: 'markup-is-exact',
  severity: 'warning',
  facts: { problem: 'tracked-change', typed, count },
})

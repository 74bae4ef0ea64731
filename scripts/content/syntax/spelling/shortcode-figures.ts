// `{{< figure src="quay.jpg" alt="…" caption="…" >}}` of Hugo is a picture with its caption, which describes it where
// nothing else does.
import { codeOf } from '../prose.ts'
import type { Reading, Respelling, Stretch } from '../respell.ts'

const FIGURE = /\{\{([%<])[ \t]*figure[ \t\n]([^{}]{1,2000}?)\/?[ \t\n]*[%>]\}\}/gi
const GIVEN = /(?<![\w-])([\w-]+)[ \t]*=[ \t]*(?:"((?:\\.|[^"\\])*)"|`([^`]*)`)/g

export function shortcodeFigures({ tree, text }: Reading): Respelling[] {
  if (!/\{\{[%<][ \t]*figure/i.test(text)) return []
  const isCode = codeOf(tree)
  return [...text.matchAll(FIGURE)].flatMap(({ 0: whole, 2: given = '', index }): Respelling[] => {
    if (isCode(index)) return []
    const values = valuesOf(given, index + whole.indexOf(given))
    const source = values.get('src')
    if (!source) return []
    const address = text.slice(source.start, source.end)
    const said = (name: string): (string | Stretch)[] => {
      const value = values.get(name)
      return value && value.end > value.start ? escaped(value, text) : []
    }
    const link = values.get('link')
    const both = [said('title'), said('caption'), creditOf(said('attr'), said('attrlink'))]
      .filter((words) => words.length > 0)
      .flatMap((words, turn) => (turn === 0 ? words : ['. ', ...words]))
    const becomes = [
      link ? '[![' : '![',
      ...(values.has('alt') ? said('alt') : both),
      '](<',
      address,
      '>',
      ...(both.length > 0 ? [' "', ...both, '"'] : []),
      ')',
      ...(link ? ['](<', link, '>)'] : []),
    ]
    return [{ edits: [{ start: index, end: index + whole.length, becomes }] }]
  })
}

/** A caption is plain text: where its credit leads stands beside it. */
const creditOf = (words: readonly (string | Stretch)[], address: readonly (string | Stretch)[]) =>
  words.length === 0 || address.length === 0 ? [...words, ...address] : [...words, ' (', ...address, ')']

function valuesOf(given: string, offset: number): Map<string, Stretch> {
  const found = new Map<string, Stretch>()
  for (const { 0: whole, 1: name = '', 2: quoted, 3: ticked, index } of given.matchAll(GIVEN)) {
    const value = quoted ?? ticked ?? ''
    const start = offset + index + whole.length - 1 - value.length
    found.set(name.toLowerCase(), { start, end: start + value.length })
  }
  return found
}

/** Quotation marks and brackets that would end a title or an alternative. */
function escaped({ start, end }: Stretch, text: string): (string | Stretch)[] {
  const parts: (string | Stretch)[] = []
  let done = start
  for (let at = start; at < end; at += 1) {
    if (!/["[\]]/.test(text.charAt(at)) || text.charAt(at - 1) === '\\') continue
    parts.push({ start: done, end: at }, '\\')
    done = at
  }
  return [...parts, { start: done, end }]
}

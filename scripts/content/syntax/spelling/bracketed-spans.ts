// `[words]{#name}`, `[Wörter]{lang=de}`, `[words]{title="…"}` of Pandoc: a place that links lead to, words of another
// language, and what a screen shows beside them, as HTML has them. Those of classes alone say nothing in print.
import { proseOf } from '../prose.ts'
import type { Reading, Respelling } from '../respell.ts'

const SPAN = /(?<![\p{L}\p{N}:!\]\\])\[([^[\]]{1,300})\]\{([^{}\n]{2,200})\}/gu
const NAME = /(?:^|\s)#([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:-]*)/u
const KEYS = ['lang', 'dir', 'title']

export function bracketedSpans({ tree, text }: Reading): Respelling[] {
  if (!/\]\{[^{}\n]*(?:#|lang=|dir=|title=)/.test(text)) return []
  return proseOf(tree, text).flatMap(({ shown, start }) =>
    [...shown.matchAll(SPAN)].flatMap(({ 0: whole, 1: words = '', index }): Respelling[] => {
      const from = start + index
      const given = text.slice(from + words.length + '[]{'.length, from + whole.length - 1)
      const attributes = attributesIn(given)
      if (attributes === '') return []
      const others = otherAttributes(given)
      const closes = from + 1 + words.length
      return [
        {
          edits: [
            { start: from, end: from + 1, becomes: [`<span${attributes}>${others && '['}`] },
            { start: closes, end: from + whole.length, becomes: [`${others && `]{${others}}`}</span>`] },
          ],
        },
      ]
    }),
  )
}

function attributesIn(given: string): string {
  const id = NAME.exec(given)?.[1]
  const values = KEYS.map((key) => [key, givenAs(given, key)] as const)
  return [['id', id] as const, ...values]
    .flatMap(([key, value]) => (value ? [` ${key}="${value.replaceAll('"', '&quot;')}"`] : []))
    .join('')
}

/** Left for whoever tells what is left out. */
const otherAttributes = (given: string): string =>
  [...given.matchAll(/(?:^|\s)([\w.:-]+)=(?:"[^"]*"|'[^']*'|[^\s"']+)/g)]
    .flatMap(({ 0: whole, 1: name = '' }) => (KEYS.includes(name) ? [] : [whole.trim()]))
    .join(' ')

function givenAs(given: string, key: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${key}=(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`).exec(given)
  return found?.[1] ?? found?.[2] ?? found?.[3]
}

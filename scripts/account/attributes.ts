// Attributes whose values are text: all else in their braces is used, and not read.
import type { Span } from './reading.ts'

/** In print, or in the tags. */
const OF_PICTURES = new Set(
  'fig-alt alt fig-cap caption cap credit credits attribution photographer copyright licence license rights'.split(
    ' ',
  ),
)
const ALTERNATIVES = new Set('fig-alt alt'.split(' '))
/** The first of these is the line above a listing. */
const OF_LISTINGS = 'title filename file caption lst-cap fig.cap fig-cap name label'.split(' ')

const VALUE = /(?<![\w.-])([\w.-]+)=("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s}"',]+)/g

/** Behind a picture; one in a line of text has no caption. */
export const wordsBehindPicture = (list: string, isAlone: boolean): Span[] =>
  valuesIn(list).flatMap(({ name, start, end }) =>
    (isAlone ? OF_PICTURES : ALTERNATIVES).has(name) ? [{ start, end }] : [],
  )

/** Behind the signs that open a listing: `js title="a.js"`, `js {filename="a.js"}`, `js:a.js`, `js [a.js]`. */
export function titleOfListing(info: string): Span | undefined {
  const colon = /^[ \t]*[a-zA-Z][\w+#-]*:(?=[^\s:]\S*[./])(\S+)/.exec(info)
  if (colon) return { start: colon[0].length - (colon[1] ?? '').length, end: colon[0].length }
  const values = valuesIn(info)
  for (const wanted of OF_LISTINGS) {
    const found = values.find(
      ({ name, start, end }) => name === wanted && /[^"']/.test(info.slice(start, end)),
    )
    if (found) return { start: found.start, end: found.end }
  }
  const bracketed = /(?:^|\s)\[([^[\]]{1,200})\]/.exec(info)
  if (!bracketed) return undefined
  const end = bracketed.index + bracketed[0].length
  return { start: end - (bracketed[1] ?? '').length - 1, end: end - 1 }
}

interface Value extends Span {
  readonly name: string
}

const valuesIn = (list: string): Value[] =>
  [...list.matchAll(VALUE)].map(({ 0: whole, 1: name = '', 2: value = '', index }) => ({
    name: name.toLowerCase(),
    start: index + whole.length - value.length,
    end: index + whole.length,
  }))

/** A stretch without the pieces that are read. */
export function around(whole: Span, pieces: readonly Span[]): Span[] {
  const parts: Span[] = []
  let from = whole.start
  for (const { start, end } of pieces) {
    if (start > from) parts.push({ start: from, end: start })
    from = end
  }
  return whole.end > from ? [...parts, { start: from, end: whole.end }] : parts
}

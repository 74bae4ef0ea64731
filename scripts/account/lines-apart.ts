// Lines of an original that has no order of its own kind: a note stands at the end of a Word file and in the middle of
// the text that was made of it. Lines that are found whole, each in a place of its own, are set aside.
import { letters } from './letters.ts'

export interface Apart {
  /** What was not found whole. */
  readonly lines: readonly { readonly text: string; readonly line: number }[]
  /** What no line was found in. */
  readonly said: string
}

/** How far ahead the next line may stand before it is looked for anywhere. */
const NEAR = 20_000
const MOST_TRIES = 5000
/** So many signs are not there by chance. */
const SURE = 20

interface Line {
  readonly text: string
  readonly line: number
  readonly signs: string
}

interface Said {
  readonly said: string
  /** 1 where a line stands. */
  readonly taken: Uint8Array
  /** What stands before, between and behind the words of a line that are told. */
  readonly partsOf: (line: Line) => readonly string[]
}

/** `told`: words that may be missing from a line. */
export function linesApart(text: string, said: string, told: readonly string[]): Apart {
  const lines = text.split('\n').map((one, index) => ({ text: one, line: index + 1, signs: letters(one) }))
  const excuses = told
    .map(unspaced)
    .filter((one) => one !== '')
    .toSorted((a, b) => b.length - a.length)
  const into: Said = {
    said,
    taken: new Uint8Array(said.length),
    partsOf: (line) => withoutTold(unspaced(line.text), excuses).map(letters),
  }
  const far = notInOrder(lines, into)
  const lost = notAnywhere(notFurtherOn(far, into), into)
  return { lines: lost.toSorted((a, b) => a.line - b.line), said: untaken(said, into.taken) }
}

const take = ({ taken }: Said, parts: readonly string[], places: readonly number[]): void => {
  for (const [index, part] of parts.entries())
    taken.fill(1, places[index] ?? 0, (places[index] ?? 0) + part.length)
}

/** Takes the lines that stand one behind the other. */
function notInOrder(lines: readonly Line[], into: Said): Line[] {
  let next = 0
  return lines.filter((line, index) => {
    const { signs } = line
    if (signs === '') return false
    const whole = placeAhead(into.said, next, lines, index)
    const parts = whole < 0 ? into.partsOf(line) : [signs]
    const isSure = parts.join('').length >= SURE
    const places = whole >= 0 ? [whole] : isSure ? placesFrom(into.said, parts, next) : undefined
    if (!places) return true
    take(into, parts, places)
    next = (places.at(-1) ?? next) + (parts.at(-1)?.length ?? 0)
    return false
  })
}

/** Notes stand elsewhere, and in their order there. */
function notFurtherOn(lines: readonly Line[], into: Said): Line[] {
  let next = 0
  return lines.filter(({ signs }) => {
    const at = signs.length < SURE ? -1 : freePlace(into.said, signs, into.taken, next)
    if (at < 0) return true
    take(into, [signs], [at])
    next = at + signs.length
    return false
  })
}

/** The longest first, which have the fewest places. */
function notAnywhere(lines: readonly Line[], into: Said): Line[] {
  const { said, taken, partsOf } = into
  return lines
    .toSorted((a, b) => b.signs.length - a.signs.length)
    .filter((line) => {
      const whole = freePlace(said, line.signs, taken)
      const parts = whole < 0 ? partsOf(line) : [line.signs]
      const places =
        whole < 0 ? parts.map((part) => (part === '' ? 0 : freePlace(said, part, taken))) : [whole]
      if (places.some((at) => at < 0)) return true
      take(into, parts, places)
      return false
    })
}

/** A line as short as a year is only known to be ahead by the lines behind it: it may stand in a caption, too. */
function placeAhead(said: string, next: number, lines: readonly { signs: string }[], index: number): number {
  let signs = ''
  for (let at = index; signs.length < SURE && at < lines.length; at++) signs += lines[at]?.signs
  if (said.startsWith(signs, next)) return next
  const at = said.slice(next, next + NEAR + signs.length).indexOf(signs)
  return at < 0 ? -1 : next + at
}

/** One behind the other, none of them far; nothing where one is not there. */
function placesFrom(said: string, parts: readonly string[], from: number): number[] | undefined {
  const places: number[] = []
  let next = from
  for (const part of parts) {
    const at = said.startsWith(part, next)
      ? next
      : said.slice(next, next + NEAR + part.length).indexOf(part) + next
    if (at < next) return undefined
    places.push(at)
    next = at + part.length
  }
  return places
}

function withoutTold(line: string, excuses: readonly string[]): string[] {
  let parts = [line]
  for (const words of excuses) if (line.includes(words)) parts = parts.flatMap((part) => part.split(words))
  return parts
}

/** A tab of the one may be nothing in the other. */
const unspaced = (text: string): string => text.replace(/\s+/g, '')

function freePlace(said: string, signs: string, taken: Uint8Array, from = 0): number {
  let at = said.indexOf(signs, from)
  for (let tries = 0; at >= 0 && tries < MOST_TRIES; tries += 1) {
    if (taken[at] === 0 && taken[at + signs.length - 1] === 0) return at
    at = said.indexOf(signs, at + 1)
  }
  return -1
}

function untaken(said: string, taken: Uint8Array): string {
  const parts: string[] = []
  let from = 0
  while (from < said.length) {
    const start = taken.indexOf(0, from)
    if (start < 0) break
    const end = taken.indexOf(1, start)
    parts.push(said.slice(start, end < 0 ? said.length : end))
    from = end < 0 ? said.length : end
  }
  return parts.join('\0')
}

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

/** `told`: words that may be missing from a line. */
export function linesApart(text: string, said: string, told: readonly string[]): Apart {
  const taken = new Uint8Array(said.length)
  const take = (at: number, length: number): void => void taken.fill(1, at, at + length)
  const lines = text.split('\n').map((one, index) => ({ text: one, line: index + 1, signs: letters(one) }))
  const excuses = told
    .map(unspaced)
    .filter((one) => one !== '')
    .toSorted((a, b) => b.length - a.length)
  const partsOf = (line: string): string[] => withoutTold(unspaced(line), excuses).map(letters)
  let next = 0
  const far = lines.filter(({ text: one, signs }, index) => {
    if (signs === '') return false
    const whole = placeAhead(said, next, lines, index)
    const parts = whole < 0 ? partsOf(one) : [signs]
    const isSure = parts.join('').length >= SURE
    const places = whole >= 0 ? [whole] : isSure ? placesFrom(said, parts, next) : undefined
    for (const [number, at] of (places ?? []).entries()) {
      const { length } = parts[number] ?? ''
      take(at, length)
      next = at + length
    }
    return places === undefined
  })
  const lost = far
    .toSorted((a, b) => b.signs.length - a.signs.length)
    .filter(({ text: one, signs }) => {
      const whole = freePlace(said, signs, taken)
      const parts = whole < 0 ? partsOf(one) : [signs]
      const places =
        whole < 0 ? parts.map((part) => (part === '' ? 0 : freePlace(said, part, taken))) : [whole]
      const isThere = places.every((at) => at >= 0)
      if (isThere) for (const [index, part] of parts.entries()) take(places[index] ?? 0, part.length)
      return !isThere
    })
  return { lines: lost.toSorted((a, b) => a.line - b.line), said: untaken(said, taken) }
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

/** What stands before, between and behind the words that are told. */
function withoutTold(line: string, excuses: readonly string[]): string[] {
  return excuses.reduce((parts, words) => parts.flatMap((part) => part.split(words)), [line])
}

/** A tab of the one may be nothing in the other. */
const unspaced = (text: string): string => text.replace(/\s+/g, '')

function freePlace(said: string, signs: string, taken: Uint8Array): number {
  let at = said.indexOf(signs)
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

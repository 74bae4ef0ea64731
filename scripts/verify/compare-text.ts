import { squash } from './squash.ts'
import { withoutDirection } from './without-direction.ts'

export interface Difference {
  /** Index into the pieces of each side where they first differ; the number of pieces at the end of a side. */
  readonly expectedPiece: number
  readonly foundPiece: number
  /** Some 40 characters from there on. */
  readonly expected: string
  readonly found: string
  /** What seems to have happened. */
  readonly hint: string
}

/** The first place where two texts, each in pieces, say something else; spaces and line breaks do not count. */
export function compareText(expected: readonly string[], found: readonly string[]): Difference | undefined {
  const left = join(expected)
  const right = join(found)
  if (left.text === right.text) return undefined
  const at = divergence(left.text, right.text)
  if (!at) return undefined
  const expectedPiece = pieceAt(left, at.left)
  const foundPiece = pieceAt(right, at.right)
  return {
    expectedPiece,
    foundPiece,
    expected: excerpt(expected, left, at.left),
    found: excerpt(found, right, at.right),
    hint: hintFor(left.text, right.text, at),
  }
}

export interface Joined {
  readonly text: string
  /** Where each piece begins. */
  readonly starts: readonly number[]
}

export function join(pieces: readonly string[]): Joined {
  const squashed = pieces.map(squash)
  let length = 0
  const starts = squashed.map((piece) => {
    const start = length
    length += piece.length
    return start
  })
  return { text: withoutDirection(squashed.join('')), starts }
}

/** The piece that holds an offset of the joined text. */
export function pieceAt({ text, starts }: Joined, offset: number): number {
  if (offset >= text.length) return starts.length
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}

interface Offsets {
  readonly left: number
  readonly right: number
}

/** Walks both texts. Capitals that a style sheet made of small letters are no difference. */
function divergence(left: string, right: string): Offsets | undefined {
  let at = 0
  let other = 0
  while (at < left.length && other < right.length) {
    if (left[at] === right[other]) {
      at++
      other++
      continue
    }
    const letter = String.fromCodePoint(left.codePointAt(at)!)
    // Greek capitals lose the accents of their small letters.
    if (/\p{M}/u.test(letter) && GREEK_CAPITAL.test(right.charAt(other - 1))) {
      at += letter.length
      continue
    }
    const capital = capitalsOf(letter).find((one) => right.startsWith(one, other))
    if (capital === undefined) return { left: at, right: other }
    at += letter.length
    other += capital.length
  }
  return at === left.length && other === right.length ? undefined : { left: at, right: other }
}

const GREEK_CAPITAL = /(?=\p{Script=Greek})\p{Lu}/u

/** What `text-transform` may make of a letter; in Turkish another one. */
const capitalsOf = (letter: string): string[] =>
  [letter.toLocaleUpperCase('tr'), letter.toUpperCase()].filter((one) => one !== letter).map(squash)

const LENGTH = 40
/** Characters before the difference, so that the place can be found. */
const BEFORE = 12

function excerpt(pieces: readonly string[], joined: Joined, offset: number): string {
  const index = pieceAt(joined, offset)
  if (index >= pieces.length) return `${pieces.join(' ').slice(-BEFORE).trim()} (end)`
  const piece = pieces[index]!
  const wanted = offset - joined.starts[index]!
  let start = 0
  while (start < piece.length && squash(piece.slice(0, start + 1)).length <= wanted) start++
  const before =
    start < BEFORE
      ? `${pieces[index - 1] ?? ''} `.slice(-BEFORE) + piece.slice(0, start)
      : piece.slice(0, start)
  let after = piece.slice(start)
  for (let next = index + 1; after.length < LENGTH && next < pieces.length; next++)
    after += ` ${pieces[next]}`
  const whole = before.slice(-BEFORE) + after.slice(0, LENGTH - BEFORE)
  return whole.replace(/\s+/g, ' ').trim()
}

/** Long enough to be no chance. */
const PROBE = 24

function hintFor(expected: string, found: string, { left, right }: Offsets): string {
  const wanted = expected.slice(left, left + PROBE)
  const seen = found.slice(right, right + PROBE)
  const comesLater = wanted.length > 0 && found.includes(wanted, right)
  const belongsLater = seen.length > 0 && expected.includes(seen, left)
  if (comesLater && belongsLater) return 'text stands in another place'
  if (belongsLater || seen === '') return 'text is missing'
  if (comesLater || wanted === '') return expected.includes(seen) ? 'text is doubled' : 'text is added'
  return 'text is changed'
}

// An edit of the words that went out → where it stands in the source, with the markup around it as it was.
import { NONE } from './align-signs.ts'
import type { Operation } from './operation.ts'
import type { Passage } from './passage.ts'
import type { Span } from './source-block.ts'
import type { WordEdit } from './word-edits.ts'

/** Which side of what stands between two words gets new ones: the one with less markup around it, or one of both. */
export type Side = 'plain' | 'left' | 'right'

export interface Placed {
  readonly operations: readonly Operation[]
  /** Of the signs of the source that are replaced. */
  readonly first: number
  readonly behind: number
}

/** Undefined where it touches what the program wrote. `written`: the new words, in the spelling of the source. */
export function placeEdit(
  passage: Pick<Passage, 'signs' | 'spans' | 'blocks'>,
  places: Int32Array,
  edit: WordEdit,
  written: string,
  side: Side,
): Placed | undefined {
  if (edit.from === edit.to) {
    const found = insertion(passage, places, edit.from, side)
    if (!found) return undefined
    const { at, place } = found
    return { operations: [{ start: at, end: at, becomes: written }], first: place, behind: place }
  }
  const range = replaced(passage.signs.text.length, places, edit)
  return range && { operations: operationsFor(passage, range, written), ...range }
}

function insertion(
  { signs, spans, blocks }: Pick<Passage, 'signs' | 'spans' | 'blocks'>,
  places: Int32Array,
  from: number,
  side: Side,
): { readonly at: number; readonly place: number } | undefined {
  const left = from > 0 ? (places[from - 1] ?? NONE) : NONE
  const right = from < places.length ? (places[from] ?? NONE) : NONE
  const behind = (place: number) => ({ at: signs.to[place] ?? 0, place: place + 1 })
  const before = (place: number) => ({ at: signs.from[place] ?? 0, place })
  if (left !== NONE && right !== NONE) {
    if (side === 'left') return behind(left)
    if (side === 'right') return before(right)
    return depthAt(right, spans) < depthAt(left, spans) ? before(right) : behind(left)
  }
  if (left !== NONE) return side === 'right' ? atEnd({ signs, spans, blocks }, left) : behind(left)
  if (right !== NONE) return before(right)
  const { text } = signs
  if (text === '') return { at: emptyPlace(blocks[0]), place: 0 }
  // Before or behind what stands for other words: only where the source has something there, too.
  if (from === 0 && (places.find((one) => one !== NONE) ?? 0) > 0) return before(0)
  if (from === places.length && (places.findLast((one) => one !== NONE) ?? text.length) < text.length - 1)
    return behind(text.length - 1)
  return undefined
}

/** Behind all markup that ends with this sign. */
function atEnd({ signs, spans }: Pick<Passage, 'signs' | 'spans' | 'blocks'>, last: number) {
  const ends = spans.filter(({ behind }) => behind === last + 1).map(({ end }) => end)
  return { at: Math.max(signs.to[last] ?? 0, ...ends), place: last + 1 }
}

/** Of a cell without words: behind its bar and a blank. */
const emptyPlace = ({ start, end }: { readonly start: number; readonly end: number }): number =>
  Math.min(end, start + 2)

const depthAt = (place: number, spans: readonly Span[]): number =>
  spans.filter(({ first, behind }) => first <= place && place < behind).length

/** What is replaced begins and ends with words of the source, or takes out all of what stands for other words. */
function replaced(
  length: number,
  places: Int32Array,
  { from, to, becomes }: WordEdit,
): { readonly first: number; readonly behind: number } | undefined {
  const known = places.subarray(from, to)
  let first = known.find((one) => one !== NONE)
  let last = known.findLast((one) => one !== NONE)
  const startsInside = (places[from] ?? NONE) === NONE
  const endsInside = (places[to - 1] ?? NONE) === NONE
  const isCut =
    (startsInside && from > 0 && (places[from - 1] ?? NONE) === NONE) ||
    (endsInside && to < places.length && (places[to] ?? NONE) === NONE)
  if (isCut || ((startsInside || endsInside) && becomes !== '')) return undefined
  const before = from > 0 ? (places[from - 1] ?? 0) + 1 : 0
  const next = to < places.length ? (places[to] ?? length) : length
  if (startsInside) {
    if (before === (first ?? next)) return undefined // Nothing in the source stands for it.
    first = before
  }
  if (endsInside) {
    if ((last ?? before - 1) + 1 === next) return undefined
    last = next - 1
  }
  return first === undefined || last === undefined ? undefined : { first, behind: last + 1 }
}

function operationsFor(
  { signs, spans }: Pick<Passage, 'signs' | 'spans'>,
  { first, behind }: { readonly first: number; readonly behind: number },
  written: string,
): Operation[] {
  const covered = spans.filter(
    (span) =>
      span.first >= first &&
      span.behind <= behind &&
      span.behind > span.first &&
      !(written !== '' && span.first === first && span.behind === behind),
  )
  const pieces = [
    ...covered.map(({ start, end }) => ({ start, end })),
    ...Array.from({ length: behind - first }, (_, index) => ({
      start: signs.from[first + index] ?? 0,
      end: signs.to[first + index] ?? 0,
    })),
  ].sort((one, other) => one.start - other.start)
  const united: { start: number; end: number }[] = []
  for (const { start, end } of pieces) {
    const last = united.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else united.push({ start, end })
  }
  return united.map((piece, index) => ({ ...piece, becomes: index === 0 ? written : '' }))
}

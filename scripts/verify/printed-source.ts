import type { PrintedText } from '../model/printed.ts'
import { type Joined, pieceAt } from './compare-text.ts'
import type { ReadText } from './reading-order.ts'
import { folded } from './squash.ts'
import { withoutDirection } from './without-direction.ts'

/** What a mark of the PDF says of the author's own words. */
export interface OwnWords {
  /** Without spaces and in small letters; '' where all of it was made by the pipeline. */
  readonly text: string
  /** `3:14`, where the words come from. */
  readonly src: string
}

const NOTHING: OwnWords = { text: '', src: '' }

type MarkOf = Pick<ReadText, 'page' | 'key'>

/**
 * Tells the author's words from those that the pipeline made. Where the tags say, mark by mark, what the browser was
 * given, each mark has its place in that; words from the right, which stand otherwise on paper, have it too. In a
 * file that says something else each mark, taken in reading order, is looked up: one that is out of order is found
 * where it belongs, and those after it as if nothing had been.
 */
export function printedSource(
  printed: readonly PrintedText[],
  read: readonly ReadText[],
): (text: string, mark: MarkOf) => OwnWords {
  const given = joinFolded(printed)
  const found = joinFolded(read)
  const isSame = withoutDirection(given.text) === withoutDirection(found.text)
  const indexes = new Map(isSame ? read.map((piece, index) => [keyOf(piece), index]) : [])
  const lookUp = lookUpIn(given)
  return (text, mark) => {
    const index = indexes.get(keyOf(mark))
    if (index !== undefined) return ownPart(printed, given, found.starts[index]!, endOf(found, index))
    const wanted = folded(text)
    if (wanted === '') return NOTHING
    const at = lookUp(wanted)
    return at < 0 ? { text: wanted, src: '' } : ownPart(printed, given, at, at + wanted.length)
  }
}

const endOf = ({ text, starts }: Joined, index: number): number => starts[index + 1] ?? text.length

const keyOf = ({ page, key }: MarkOf): string => `${page} ${key}`

function lookUpIn({ text }: Joined): (wanted: string) => number {
  let cursor = 0
  return (wanted) => {
    const ahead = text.startsWith(wanted, cursor) ? cursor : text.indexOf(wanted, cursor)
    if (ahead >= 0) cursor = ahead + wanted.length
    return ahead >= 0 ? ahead : text.lastIndexOf(wanted, cursor)
  }
}

function joinFolded(pieces: readonly { readonly text: string }[]): Joined {
  const texts = pieces.map((piece) => folded(piece.text))
  let length = 0
  const starts = texts.map((text) => {
    length += text.length
    return length - text.length
  })
  return { text: texts.join(''), starts }
}

function ownPart(printed: readonly PrintedText[], joined: Joined, from: number, to: number): OwnWords {
  if (from === to) return NOTHING
  let text = ''
  let src = ''
  for (let index = pieceAt(joined, from); index < printed.length; index++) {
    const start = joined.starts[index]!
    if (start >= to) break
    const piece = printed[index]!
    if (piece.made || piece.src === '') continue
    text += joined.text.slice(Math.max(from, start), Math.min(to, joined.starts[index + 1] ?? to))
    src ||= piece.src
  }
  return { text, src }
}

import type { PrintedText } from '../model.ts'
import { join, pieceAt } from './compare-text.ts'
import { squash } from './squash.ts'

/** What a mark of the PDF says of the author's own words. */
export interface OwnWords {
  /** Without spaces and in small letters; '' where all of it was made by the pipeline. */
  readonly text: string
  /** `3:14`, where the words come from. */
  readonly src: string
}

const NOTHING: OwnWords = { text: '', src: '' }

/**
 * Tells the author's words from those that the pipeline made: each mark, taken in reading order, is looked up in the text that
 * the browser was given. A mark that is out of order is found where it belongs, and those after it as if nothing had been.
 */
export function printedSource(printed: readonly PrintedText[]): (text: string) => OwnWords {
  const joined = join(printed.map((piece) => piece.text.toLowerCase()))
  let cursor = 0
  return (text) => {
    const wanted = squash(text).toLowerCase()
    if (wanted === '') return NOTHING
    const ahead = joined.text.startsWith(wanted, cursor) ? cursor : joined.text.indexOf(wanted, cursor)
    const at = ahead >= 0 ? ahead : joined.text.lastIndexOf(wanted, cursor)
    if (at < 0) return { text: wanted, src: '' }
    if (ahead >= 0) cursor = at + wanted.length
    return ownPart(printed, joined, at, at + wanted.length)
  }
}

function ownPart(
  printed: readonly PrintedText[],
  joined: ReturnType<typeof join>,
  from: number,
  to: number,
): OwnWords {
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

// A text as it was read, and where each place of it stands in the file: line ends, a byte order mark and control
// characters are not what they were.
import { CONTROL_CHARACTER } from './control-characters.ts'

export interface AsRead {
  /** What `readText` makes of the file. */
  readonly text: string
  /**
   * From an offset in `text` to the one in the file, both in UTF-16 units; the end of a stretch is where its last
   * sign ends.
   */
  readonly startInFile: (offset: number) => number
  readonly endInFile: (offset: number) => number
}

const CHANGED = new RegExp(`\\r\\n?|${CONTROL_CHARACTER.source}`, 'gu')

/** `raw` is the file, decoded as UTF-8 with its byte order mark. */
export function asRead(raw: string): AsRead {
  /** After each change: where it ends in the text, and how much longer the file is up to there. */
  const changes: { readonly at: number; readonly more: number }[] = []
  let more = 0
  const text = raw.replace(CHANGED, (sign, index: number) => {
    const kept = sign.startsWith('\r') ? '\n' : ''
    const at = index - more + kept.length
    more += sign.length - kept.length
    if (sign.length !== kept.length) changes.push({ at, more })
    return kept
  })
  const moreAt = (offset: number): number => changes.findLast(({ at }) => at <= offset)?.more ?? 0
  return {
    text,
    startInFile: (offset) => offset + moreAt(offset),
    endInFile: (offset) =>
      offset === 0
        ? moreAt(0)
        : offset - 1 + moreAt(offset - 1) + lengthAt(raw, offset - 1 + moreAt(offset - 1)),
  }
}

const lengthAt = (raw: string, index: number): number => (raw.startsWith('\r\n', index) ? 2 : 1)

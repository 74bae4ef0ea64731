import { DESTINATION_TARGET } from './read-destinations.ts'
import type { PrintedFile } from './read-printed.ts'

/** A destination that belongs on another page than the browser wrote. */
export interface Move {
  readonly anchor: string
  /** Physical page, from 1. */
  readonly page: number
}

/**
 * Writes destinations anew, at the top of the text of their true page, in place: each in no more bytes than it had,
 * so that nothing else in the file moves. Returns the anchors for which there was no room, or no destination.
 */
export function moveDestinations(
  bytes: Uint8Array,
  printed: PrintedFile,
  moves: readonly Move[],
  topPt: number,
): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { start, text } = printed.destinations
  return moves
    .filter((move) => !rewrite(buffer, start, text, printed.pages[move.page - 1], move.anchor, topPt))
    .map(({ anchor }) => anchor)
}

function rewrite(
  buffer: Buffer,
  start: number,
  text: string,
  page: number | undefined,
  anchor: string,
  topPt: number,
): boolean {
  const at = text.indexOf(`/${anchor} [`)
  if (at < 0 || page === undefined) return false
  const from = at + anchor.length + 2
  const old = DESTINATION_TARGET.exec(text.slice(from))?.[0]
  if (old === undefined) return false
  const target = `[${page} 0 R /XYZ 0 ${Math.round(topPt)} 0`
  if (target.length > old.length - 1) return false
  buffer.write(`${target.padEnd(old.length - 1)}]`, start + from, 'latin1')
  return true
}

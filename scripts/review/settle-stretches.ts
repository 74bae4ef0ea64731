// What was read between marks, with paragraphs that a reviewer joined as one.
import type { Piece } from './piece.ts'
import type { Stretch } from './word-file.ts'

/** One stretch for each piece, in the same order. */
export function settleStretches(pieces: readonly Piece[]): Stretch[] {
  let joined: Piece['paragraph'] | undefined
  return pieces.map((piece, index) => {
    const { name, mark, now, before, isTracked, calls, pictures, paragraph } = piece
    const next = pieces[index + 1]
    const own = joined ?? paragraph
    // A paragraph that is gone with all its words joins nothing.
    const goesOn = next?.paragraph.id === paragraph.id || (piece.joins && hasWords(pieces, index))
    joined = goesOn && next && isBeside(next, piece) ? own : undefined
    return {
      ...(name === undefined ? {} : { name }),
      ...(mark === undefined ? {} : { mark }),
      text: settled(now),
      before: settled(before),
      isTracked,
      calls,
      paragraph: own,
      ...(pictures.length > 0 ? { pictures } : {}),
      isSpaced: /\s$/.test(pieces[index - 1]?.now ?? '') || /^\s/.test(now),
    }
  })
}

function hasWords(pieces: readonly Piece[], index: number): boolean {
  const { id } = pieces[index]!.paragraph
  for (let at = index; pieces[at]?.paragraph.id === id; at -= 1)
    if (settled(pieces[at]!.now) !== '') return true
  return false
}

const isBeside = ({ paragraph }: Piece, { paragraph: own }: Piece): boolean =>
  paragraph.note === own.note &&
  paragraph.cell?.table === own.cell?.table &&
  paragraph.cell?.row === own.cell?.row &&
  paragraph.cell?.column === own.cell?.column

/** Runs of blanks are one blank, as they are in Markdown; a space that does not break is none of them. */
export const settled = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .split(/[ \t\r]+/)
        .join(' ')
        .replace(/^ | $/g, ''),
    )
    .join('\n')
    .replace(/^[ \n]+/, '')
    .trimEnd()

// How wide a text will be, near enough to choose a size or a line break before any browser runs.
import { BUILT_IN, type FaceWidths, type Voice } from './face-widths.ts'

const SQUARE =
  /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}/u

/** Width in em, of a face or of the built-in one of that voice. Accents do not widen a letter. */
export function textWidth(text: string, face: Voice | FaceWidths): number {
  const { widths, space, other } = typeof face === 'string' ? BUILT_IN[face]() : face
  let width = 0
  for (const character of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    const advance = widths.get(character)
    if (advance !== undefined) width += advance
    else if (/\s/.test(character)) width += space
    else width += SQUARE.test(character) ? 1 : other
  }
  return width
}

/** Breaks at spaces into lines of at most `widthEm`; a single word that is longer keeps a line to itself. */
export function breakLines(text: string, widthEm: number, face: Voice | FaceWidths): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, face) > widthEm) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

/** A word too long for its line is cut where it must be: text in a drawing cannot wrap by itself. */
export function hardBroken(line: string, widthEm: number, face: Voice | FaceWidths): string[] {
  const width = textWidth(line, face)
  if (width <= widthEm * 1.06) return [line]
  const signs = [...line]
  const cut = Math.max(4, Math.floor(signs.length * (widthEm / width)) - 1)
  if (cut >= signs.length) return [line]
  return [`${signs.slice(0, cut).join('')}-`, ...hardBroken(signs.slice(cut).join(''), widthEm, face)]
}

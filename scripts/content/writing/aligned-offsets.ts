/**
 * Where each UTF-16 unit of a text stands in the file, `written` being what the file has from `start` on: an escape
 * has a backslash more, an entity (`&amp;`) several signs for one, within a list the lines are indented, and
 * `:value[…]` is what it stands for.
 */
export function alignedOffsets(text: string, written: string, start: number): number[] {
  const offsets: number[] = []
  let at = 0
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index]
    const name = written[at] === ':' ? VALUE.exec(written.slice(at, at + LONGEST_VALUE))?.[0] : undefined
    if (name !== undefined && !text.startsWith(':value[', index)) {
      const behind = written.slice(at + name.length, at + name.length + NEXT_WORDS).split(/[:&\\\n]/)[0] ?? ''
      const ends = behind === '' ? text.length : text.indexOf(behind, index + 1)
      for (; index < (ends < 0 ? text.length : ends); index += 1) offsets.push(start + at)
      at += name.length
      index -= 1
      continue
    }
    if (written[at] === '\\' && written[at + 1] === letter) at += 1
    else if (written[at] !== letter && text[index - 1] === '\n') at += skipped(written, at, letter)
    offsets.push(start + Math.min(at, written.length))
    const entity = written[at] === '&' ? ENTITY.exec(written.slice(at, at + LONGEST_ENTITY)) : null
    const composed =
      written[at] === letter ? 1 : lengthOfComposed(written.slice(at, at + LONGEST_LETTER), letter)
    const isEntity =
      entity !== null && (letter !== '&' || text.slice(index, index + entity[0].length) !== entity[0])
    at += isEntity ? entity[0].length : composed
  }
  return offsets
}

/** As `syntax/spelling/values.ts` puts it in. */
const VALUE = /^:value\[[^[\]\n]*\](?:\{[^{}\n]*\})?/
const LONGEST_VALUE = 420
const NEXT_WORDS = 12

/** A letter and its marks of the file, which the text has as one. */
function lengthOfComposed(written: string, letter: string | undefined): number {
  const apart = /^\P{M}\p{M}+/u.exec(written)?.[0] ?? ''
  return letter !== undefined && apart !== '' && apart.normalize('NFC').startsWith(letter) ? apart.length : 1
}

const LONGEST_LETTER = 8

export const ENTITY = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});/
export const LONGEST_ENTITY = 33

/** White space and the signs of a quotation at the beginning of a line. */
function skipped(written: string, at: number, letter: string | undefined): number {
  let more = 0
  while (/[ \t>]/.test(written[at + more] ?? '') && written[at + more] !== letter) more += 1
  return more
}

// A letter and its mark apart, as some systems write them: fonts have the letter that both make, and seldom the mark.
import { DECOMPOSED } from '../../composed.ts'
import type { Reading, Respelling } from '../respell.ts'

export function decomposedLetters({ text }: Reading): Respelling[] {
  return [...text.matchAll(DECOMPOSED)].flatMap(({ 0: letters, index }) => {
    const becomes = letters.normalize('NFC')
    return becomes === letters
      ? []
      : [{ edits: [{ start: index, end: index + letters.length, becomes: [becomes] }] }]
  })
}

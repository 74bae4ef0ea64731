// `&#146;`: to browsers a letter of Windows, here ’; to Markdown no letter at all, which is drawn as �.
import { withWindowsLetters } from '../../../ground/files/decode-text.ts'
import { codeOf } from '../prose.ts'
import { type Reading, type Respelling, readAs } from '../respell.ts'

const REFERENCE = /&#(?:0*(1[2-5]\d)|x0*([89][\da-f]));/gi

export function windowsReferences({ tree, text }: Reading): Respelling[] {
  if (!text.includes('&#')) return []
  const isCode = codeOf(tree)
  return [...text.matchAll(REFERENCE)].flatMap(
    ({ 0: typed, 1: decimal, 2: hex = '', index }): Respelling[] => {
      const control = String.fromCharCode(decimal ? Number(decimal) : Number.parseInt(hex, 16))
      const letter = withWindowsLetters(control)
      if (letter === control || isCode(index)) return []
      return [
        {
          edits: [{ start: index, end: index + typed.length, becomes: [letter] }],
          told: readAs(typed, letter),
        },
      ]
    },
  )
}

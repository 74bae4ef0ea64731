// `[the plan][plan]` where nothing says what `[plan]` is: its words are printed, and the author is told.
import { proseOf } from '../prose.ts'
import type { Reading, Respelling } from '../respell.ts'

const REFERENCE = /(!?)\[((?:[^[\]]|\[[^[\]]{0,200}\]){1,500})\]\[([^[\]\n]{0,200})\]/g
/** `[1][2]` are two numbers of a list of sources; `matrix[i][j]` is a name. */
const OF_NUMBERS = /^[\d\s,;.^-]*$/

export function missingReferences({ tree, text }: Reading): Respelling[] {
  if (!text.includes('][')) return []
  return proseOf(tree, text).flatMap(({ shown, start }) => {
    if (!shown.includes('][')) return []
    return [...shown.matchAll(REFERENCE)].flatMap(
      ({ 0: whole, 1: mark = '', 2: label = '', 3: name = '', index }): Respelling[] => {
        const before = shown.charAt(index - 1)
        const isName = mark === '' && /[\w\])]/.test(before)
        if (
          isName ||
          label.startsWith('^') ||
          label.trim() === '' ||
          (OF_NUMBERS.test(label) && OF_NUMBERS.test(name))
        )
          return []
        const from = start + index
        const words = { start: from + mark.length + 1, end: from + mark.length + 1 + label.length }
        const called = name.trim() === '' ? label.trim() : name.trim()
        const facts = {
          problem: 'address-is-nowhere',
          written: text.slice(from, from + whole.length),
          name: called,
        } as const
        return [
          {
            edits: [{ start: from, end: from + whole.length, becomes: [words] }],
            told: { rule: 'link-resolves' as const, facts, severity: 'warning' },
          },
        ]
      },
    )
  })
}

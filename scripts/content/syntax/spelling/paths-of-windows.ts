// `C:\_old\plan` and `\\server\share`: to Markdown a backslash before a sign is none, and would be lost.
import { codeOf } from '../prose.ts'
import { type Reading, type Respelling, readAs } from '../respell.ts'

/** A letter stands behind the name of a computer: `\\n\_` is how `\n_` is written. */
const PATH =
  /(?<!\]\()(?<![\\\w<:/])(?:[A-Za-z]:\\(?!\\)|\\\\[A-Za-z][\w.-]*\\(?=[\p{L}\p{N}]))[^\s\\`<>|"]*(?:\\[^\s\\`<>|"]+)*\\?/gu
const LOST = /\\(?=[!-/:-@[-`{-~])/g

export function pathsOfWindows({ tree, text }: Reading): Respelling[] {
  if (!text.includes('\\')) return []
  const isCode = codeOf(tree)
  return [...text.matchAll(PATH)].flatMap(({ 0: typed, index }): Respelling[] => {
    const lost = [...typed.matchAll(LOST)].map((found) => index + found.index)
    if (lost.length === 0 || isCode(index)) return []
    // The sign behind would begin emphasis, were it not escaped any more.
    const edits = lost.map((at) => ({
      start: at,
      end: at,
      becomes: [text.charAt(at + 1) === '\\' ? '\\' : '\\\\'],
    }))
    return [
      {
        edits,
        told: readAs(
          typed,
          typed.replace(LOST, (sign, at) => (typed.charAt(at + 1) === '\\' ? `\\${sign}` : `\\\\${sign}`)),
        ),
      },
    ]
  })
}

// A text of another tool → the same text as the dialect has it, for whoever keeps it from now on.
import { ELSEWHERE } from './block-lines.ts'
import type { KnownFiles } from './known-files.ts'
import { readAnySpelling } from './read-any-spelling.ts'

/** HTML, and what only a tree shows, stays as it is: it is read when the text is printed. */
export function inOurSpelling(text: string, known: KnownFiles): string {
  const { text: respelt } = readAnySpelling(text, known)
  return respelt.includes(ELSEWHERE)
    ? respelt.replaceAll(new RegExp(` ?${ELSEWHERE}(?==|[ }])`, 'g'), '')
    : respelt
}

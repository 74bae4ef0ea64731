// `CafÃ©` and `itâ€™s`: UTF-8 that was once read as Windows-1252. Nobody writes such letters beside each other.
import { withWindowsLetters } from '../../ground/files/decode-text.ts'
import { codeOf } from './prose.ts'
import type { Reading } from './respell.ts'
import type { Seen } from './unknown-kinds.ts'

const MANGLED = /[ÂÃÄÅâ][^\p{ASCII}]{1,2}/gu
const HIGHEST_OF_ASCII = 127
const BYTES = new Map(
  Array.from({ length: 128 }, (_, index) => HIGHEST_OF_ASCII + 1 + index).map((byte) => [
    withWindowsLetters(String.fromCharCode(byte)),
    byte,
  ]),
)

/** The first word of such letters. */
export function mangledLetters({ tree, text }: Reading): Seen[] {
  const isCode = codeOf(tree)
  for (const { 0: signs, index } of text.matchAll(MANGLED)) {
    if (isCode(index) || !asUtf8(signs)) continue
    const from = index - (/[^\s*_[(]*$/.exec(text.slice(Math.max(0, index - 40), index))?.[0].length ?? 0)
    const typed = /^[^\s*_\])]+/.exec(text.slice(from, from + 80))?.[0] ?? signs
    const meant = typed.replace(MANGLED, (found) => asUtf8(found) ?? found)
    return [{ at: from, problem: 'mangled-letters', typed, meant }]
  }
  return []
}

/** What two or three of them are together, with what follows. */
function asUtf8(signs: string): string | undefined {
  for (const length of [3, 2]) {
    const bytes = [...signs.slice(0, length)].map((sign) => BYTES.get(sign))
    if (bytes.length < length || bytes.includes(undefined)) continue
    const read = new TextDecoder().decode(Uint8Array.from(bytes as number[]))
    if (read.length === 1 && !/[\uFFFD\u0080-\u009f]/.test(read)) return read + signs.slice(length)
  }
  return undefined
}

// Citations: `[see @key, p. 4]` and `@key [p. 4]`. What is printed for them comes from the bibliography; a key is used
// only where the text prints a citation of that work.
import { closingBracket, type Span } from './reading.ts'

/** As labels of the text: no reference of Markdown that is defined begins so. */
export const citedLabels = (cited: ReadonlySet<string>): string[] => [...cited].map((key) => `@${key}`)

const KEY = /-?@(?:\{([^{}\n]+)\}|([\p{L}\p{N}_][^\s[\]{}();,"'’”]*))/gu

/** `labels` hold the works that are cited. */
export function citationUses(text: string, labels: ReadonlySet<string>): Span[] {
  const uses: Span[] = []
  for (const { 0: whole, 1: braced, 2: plain = '', index } of text.matchAll(KEY)) {
    const key = braced ?? knownPart(plain, labels)
    if (key === undefined || !labels.has(`@${key}`)) continue
    const end = index + whole.length - (braced === undefined ? plain.length - key.length : 0)
    const open = bracketAround(text, index)
    const behind = /^\s?\[/.exec(text.slice(end, end + 2))?.[0].length ?? 0
    const closed = behind > 0 ? closingBracket(text, end + behind - 1) : end
    if (open !== undefined) uses.push({ start: open, end: closingBracket(text, open) })
    // Of words behind a work only a place is one of its.
    else uses.push({ start: index, end: /[\d@]|\b[ivxl]+\b/.test(text.slice(end, closed)) ? closed : end })
  }
  return uses
}

/** The outermost bracket that is open here. */
function bracketAround(text: string, index: number): number | undefined {
  const from = Math.max(0, index - 2000)
  for (let at = text.indexOf('[', from); at >= 0 && at < index; at = text.indexOf('[', at + 1))
    if (text[at - 1] !== '\\' && closingBracket(text, at) > index) return at
  return undefined
}

function knownPart(plain: string, labels: ReadonlySet<string>): string | undefined {
  for (let length = plain.length; length > 0; length -= 1)
    if (labels.has(`@${plain.slice(0, length)}`)) return plain.slice(0, length)
  return undefined
}

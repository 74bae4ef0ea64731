// What is code: fences and what ends them, and lines that are set in.

export interface Fence {
  readonly mark: string
  readonly indent: number
  readonly quoted: boolean
  /** Blank columns before the mark. */
  readonly column: number
}

/** More blanks than these make code of what follows them. */
const MOST_SET_IN = 3

/** The fence that a line opens. */
export function fenceOf(lead: string, body: string, isItem: boolean): Fence | undefined {
  const found = /^(`{3,}|~{3,})(.*)$/.exec(body)
  if (!found?.[1] || (found[1].startsWith('`') && found[2]?.includes('`'))) return undefined
  const column = isItem ? lead.length : columnsIn(lead.replace(/.*>/, ''))
  return { mark: found[1], indent: isItem ? 1 : lead.length, quoted: lead.includes('>'), column }
}

/** Whether a line is code, ends it, or stands behind the end of what the fence stands in. */
export function lineInFence({ mark, indent, quoted, column }: Fence, raw: string): 'code' | 'end' | 'behind' {
  const inside = quoted ? raw.replace(/^[ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(?:[ \t]*>)*/, '') : raw
  const isBehind = quoted
    ? !/^[ \t]*>/.test(raw)
    : indent > 1 && raw.trim() !== '' && /^ {0,1}\S/.test(raw) && !isClosing(inside, mark)
  if (isBehind) return 'behind'
  // A listing can show fences that are set in by more than the one that ends it.
  return isClosing(inside, mark) && columnsIn(inside) <= column + MOST_SET_IN ? 'end' : 'code'
}

export const isClosing = (line: string, mark: string): boolean => {
  const body = line.trim()
  return body.length >= mark.length && body === (mark[0] ?? '').repeat(body.length)
}

/** Four columns below no item make a listing, and nothing in it begins anything. */
export function isIndentedCode(text: string, start: number, lead: string): boolean {
  if (columnsIn(lead) <= MOST_SET_IN || lead.trim() !== '') return false
  const before = text.slice(0, start).split('\n').slice(0, -1)
  const around = before.findLast((line) => line.trim() !== '' && !/^(?: {2,}|\t)/.test(line))
  return !/^ ?(?:[-*+]|\d{1,9}[.)])[ \t]/.test(around ?? '')
}

const columnsIn = (line: string): number =>
  [...(/^[ \t]*/.exec(line)?.[0] ?? '')].reduce((columns, sign) => columns + (sign === '\t' ? 4 : 1), 0)

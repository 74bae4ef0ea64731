// What the lexer finds, and the two small things that both of its halves need.
export interface Span {
  readonly start: number
  readonly end: number
}

/** Something that is used. `told`: only where a finding says so. */
export interface Use extends Span {
  readonly told?: boolean
}

export interface Reading {
  readonly uses: Use[]
  /** Text that stands elsewhere in print than in the file: attributes that are read, notes in the line. */
  readonly units: Use[]
  /** Code, in which `&amp;` is five signs. */
  readonly literal: Span[]
  /** `:tada:`, which is printed as a sign or as it stands. */
  readonly codes: Span[]
}

export const plainLabel = (label: string): string =>
  label.trim().replace(/\s+/g, ' ').toUpperCase().toLowerCase()

/** Behind the bracket that closes the one at `from`. */
export function closingBracket(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length && at < from + 2000; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '[') depth += 1
    else if (text[at] === ']' && --depth === 0) return at + 1
  }
  return from
}

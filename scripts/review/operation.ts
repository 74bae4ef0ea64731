// A change of a source text, before it is made. Types, and what makes a new text of them.

/** Of the text of a file, from `start` to `end` stands `becomes`. */
export interface Operation {
  readonly start: number
  readonly end: number
  readonly becomes: string
}

/** In the order of the text; of those that begin at one place, in the order given. What only takes out may overlap. */
export function withOperations(text: string, operations: readonly Operation[]): string {
  let made = ''
  let at = 0
  for (const { start, end, becomes } of inOrder(operations)) {
    if (start > at) made += text.slice(at, start)
    made += becomes
    at = Math.max(at, end)
  }
  return made + text.slice(at)
}

export const inOrder = (operations: readonly Operation[]): readonly Operation[] =>
  operations
    .map((one, index) => ({ one, index }))
    .sort((a, b) => a.one.start - b.one.start || a.index - b.index)
    .map(({ one }) => one)

// Running text: terms of the glossary are explained.
import type { Text } from 'mdast'
import { draftOf, type Handler } from './hast.ts'
import { explainTerms } from './terms-in-text.ts'

export const text: Handler = (state, node: Text) => {
  const { value } = node
  return explainTerms(
    value.includes('\n') ? value.split('\n').map(trimmed).join('\n') : value,
    draftOf(state),
    state,
  )
}

/** Blanks around a line end are no text. Not by a pattern: those take for ever on a million blanks. */
function trimmed(line: string, index: number, lines: readonly string[]): string {
  let start = 0
  let end = line.length
  while (index > 0 && isBlank(line, start)) start += 1
  while (index < lines.length - 1 && end > start && isBlank(line, end - 1)) end -= 1
  return line.slice(start, end)
}

const isBlank = (line: string, at: number): boolean => line[at] === ' ' || line[at] === '\t'

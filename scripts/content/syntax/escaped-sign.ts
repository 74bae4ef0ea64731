// Whether a sign of a text was meant as it stands: its author put a backslash before it.
import type { Text } from 'mdast'
import type { Draft } from '../markdown/draft.ts'

/** `index`: of a sign in the value. A text may be shorter than it was typed: its like are counted to find it. */
export function isEscaped({ value, position }: Text, index: number, { source }: Draft): boolean {
  const sign = value.charAt(index)
  if (!position || sign === '') return false
  const typed = source.text.slice(position.start.offset, position.end.offset)
  let at = typed.indexOf(sign)
  for (let count = value.slice(0, index).split(sign).length - 1; count > 0 && at >= 0; count -= 1)
    at = typed.indexOf(sign, at + 1)
  return at >= 0 && /(?<!\\)(?:\\\\)*\\$/.test(typed.slice(0, at).slice(-9))
}

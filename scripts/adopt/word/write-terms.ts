import type { Grouped } from './group-lists.ts'
import { writeInlines } from './write-inlines.ts'
import type { Writing } from './writing.ts'

/** Longer ones are not read as terms. */
const LONGEST_TERM = 100

/** `Term` and `:   what it means`; undefined where the paragraphs are no such list. */
export function writeTerms(run: readonly Grouped[], writing: Writing): string | undefined {
  let out = ''
  let before: 'term' | 'definition' | undefined
  for (const block of run) {
    if (block.kind !== 'paragraph') return undefined
    const text = writeInlines(block.inlines, writing)
    if (text === '') continue
    if (block.role === 'term') {
      if (before === 'term' || text.length > LONGEST_TERM || /[:,;]$|\n/.test(text)) return undefined
      out += `${before === undefined ? '' : '\n\n'}${text}`
      before = 'term'
    } else {
      if (before === undefined) return undefined
      out += `${before === 'term' ? '\n:   ' : '\n\n    '}${text.replaceAll('\n', '\n    ')}`
      before = 'definition'
    }
  }
  return before === 'definition' ? out : undefined
}

import type { TagElement } from '../element.ts'
import { marksIn, walk } from '../walk.ts'

/**
 * A table that runs over pages prints its header again on each, and Chromium marks all of them as the same cells:
 * read aloud, the header would come as often as the table has pages. The first page keeps it; the others are
 * pagination.
 */
export function dropRepeatedRows(root: TagElement): void {
  walk(root, (element) => {
    if (element.type === 'TR') keepFirst(element)
  })
}

function keepFirst(row: TagElement): void {
  const texts = new Map<number, string>()
  const marks = marksIn(row).filter((mark) => !mark.artifact)
  for (const mark of marks) texts.set(mark.page, (texts.get(mark.page) ?? '') + mark.text.trim())
  if (texts.size < 2) return
  const first = Math.min(...texts.keys())
  const text = texts.get(first)
  // A row that breaks over the foot of a page says something else there.
  if (!text || [...texts.values()].some((other) => other !== text)) return
  for (const mark of marks) if (mark.page !== first) mark.artifact = 'pagination'
}

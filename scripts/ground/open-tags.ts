// How deep the HTML of a text nests, by its tags: thousands that nothing closes end a parser with a full stack.
import { FENCE } from './crowded-paragraph.ts'
import type { Depth } from './nesting-depth.ts'

const TAG =
  /<(\/?)(?:(article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|header|main|nav|ol|section|svg|g|table|ul)|a|abbr|b|big|cite|code|em|font|i|ins|del|mark|q|s|small|span|strike|strong|sub|sup|tt|u)(?=[\s>/])(?:"[^"]*"|'[^']*'|[^<>"'])*>/gi
const CODE = /(`+)[^`]*\1/g

/** The most blocks of the text, or marks of one paragraph, that are open at once. Not in listings, nor in code. */
export function openTags(text: string): Depth {
  let deepest: Depth = { depth: 0, line: 1 }
  let [blocks, marks, line] = [0, 0, 0]
  let fenced = false
  for (const row of text.split('\n')) {
    line += 1
    if (FENCE.test(row)) fenced = !fenced
    if (row.trim() === '') marks = 0
    if (fenced || !row.includes('<')) continue
    for (const [tag, closes, block] of row.replace(CODE, '').matchAll(TAG)) {
      if (tag.endsWith('/>')) continue
      const step = closes ? -1 : 1
      if (block) blocks = Math.max(0, blocks + step)
      else marks = Math.max(0, marks + step)
      if (blocks + marks > deepest.depth) deepest = { depth: blocks + marks, line }
    }
  }
  return deepest
}

// `title: Hello` between two lines of hyphens below text: front matter that is no longer at the front. Markdown makes
// lines across the page and a heading of it.
import { codeOf } from './prose.ts'
import type { Reading } from './respell.ts'
import type { Seen } from './unknown-kinds.ts'

const MATTER =
  /^---[ \t]*\n(?=[a-z])((?:[a-z][\w-]*:(?:[ \t][^\n]*)?\n|[ \t]+[^\n]*\n|-[ \t][^\n]*\n)+)---[ \t]*$/gm

export function matterBelowText({ tree, text }: Reading): Seen[] {
  const isCode = codeOf(tree)
  return [...text.matchAll(MATTER)].flatMap(({ 0: whole, 1: lines = '', index }): Seen[] => {
    if (isCode(index)) return []
    const typed = lines.split('\n')[0]?.trim() ?? ''
    return [{ at: index + whole.indexOf('\n') + 1, problem: 'front-matter-below-text', typed }]
  })
}

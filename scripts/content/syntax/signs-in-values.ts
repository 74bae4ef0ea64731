// Markdown in a value: `caption="See [the site](https://…)"`. Values are plain text, so that its signs would be read
// as words.
import type { Nodes, Root } from 'mdast'
import type { Seen } from './unknown-kinds.ts'

const READ = new Set(['caption', 'title', 'question', 'role', 'by'])
const SIGNS =
  /!?\[[^[\]]{0,300}\]\([^()]{1,300}\)|(?<![*\w])(\*{1,2})(?=[^\s*])[^*]{1,300}?(?<=[^\s*])\1(?![*\w])|`[^`]{1,300}`/

export function signsInValues(node: Root | Nodes, text: string): Seen[] {
  const below = 'children' in node ? node.children.flatMap((child) => signsInValues(child, text)) : []
  if (node.type !== 'containerDirective') return below
  const from = node.position?.start.offset ?? 0
  const values = Object.entries(node.attributes ?? {}).flatMap(([name, value]) =>
    READ.has(name) && value ? [value] : [],
  )
  const found = values.flatMap((value): Seen[] => {
    const sign = SIGNS.exec(value)
    const at = sign ? text.indexOf(sign[0], from) : -1
    return sign && at >= 0 ? [{ at, problem: 'signs-in-a-value', typed: sign[0] }] : []
  })
  return [...found, ...below]
}

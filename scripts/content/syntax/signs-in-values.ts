// Markdown in a value: `caption="See [the site](https://…)"`. Values are plain text, so that its signs would be read
// as words.
import type { Nodes, Root } from 'mdast'
import type { Seen } from './unknown-kinds.ts'

const READ = new Set(['caption', 'title', 'question', 'role', 'by'])
const SIGNS =
  /!?\[[^[\]]{0,300}\]\([^()]{1,300}\)|(?<![*\w])(\*{1,2})(?=[^\s*])[^*]{1,300}?(?<=[^\s*])\1(?![*\w])|`[^`]{1,300}`/
/** Two prices are none. */
const FORMULA = /(?<![\\$\w])\$(?=[^\s$])(?:[a-zA-Z]|[^$\n]{0,300}?[\\_^=+<>][^$\n]{0,300}?)(?<!\s)\$(?!\d)/

export function signsInValues(node: Root | Nodes, text: string): Seen[] {
  const below = 'children' in node ? node.children.flatMap((child) => signsInValues(child, text)) : []
  const values = valuesOf(node)
  if (values.length === 0) return below
  const from = node.position?.start.offset ?? 0
  const found = values.flatMap((value): Seen[] => {
    const sign = SIGNS.exec(value) ?? FORMULA.exec(value)
    const at = sign ? text.indexOf(sign[0], from) : -1
    return sign && at >= 0 ? [{ at, problem: 'signs-in-a-value', typed: sign[0] }] : []
  })
  return [...found, ...below]
}

/** Of pictures by themselves the titles are captions. */
function valuesOf(node: Nodes): string[] {
  if (node.type === 'containerDirective')
    return Object.entries(node.attributes ?? {}).flatMap(([name, value]) =>
      READ.has(name) && value ? [value] : [],
    )
  if (node.type !== 'paragraph') return []
  const solid = node.children.filter((child) => child.type !== 'text' || !IS_ATTRIBUTES.test(child.value))
  const images = solid.flatMap((child) => (child.type === 'image' ? [child] : []))
  return images.length < solid.length ? [] : images.flatMap(({ title }) => title || [])
}

/** Behind the picture; or nothing but blanks. */
const IS_ATTRIBUTES = /^\s*(?:\{[^{}]*\}\s*)?$/

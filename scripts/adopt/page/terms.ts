// `<dl>` → terms and their meanings.
import type { Element } from 'hast'
import type { ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Handle, State } from './state.ts'

const BLANK: PhrasingContent = { type: 'text', value: ' ' }
const html = (value: string): PhrasingContent => ({ type: 'html', value })

/** `Term`, and `:   its meaning` below it, where each is a line; else a list. */
export const terms: Handle = (state, element) => {
  const parts = element.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'div' ? child.children : [child],
  )
  const lines = parts.flatMap((child) => (child.type === 'element' ? [child] : []))
  const isPlain = lines.every(({ tagName, children }) => /^d[td]$/.test(tagName) && children.every(isOfLine))
  if (!isPlain || lines[0]?.tagName !== 'dt' || state.inTable) return listOfTerms(state, lines)
  const groups: Paragraph[] = []
  for (const [index, line] of lines.entries()) {
    const children = (state.all(line) as PhrasingContent[]).map((node) =>
      node.type === 'break' ? BLANK : node,
    )
    const last = groups.at(-1)
    if (line.tagName === 'dt' && lines[index - 1]?.tagName === 'dt')
      last?.children.push(html('\n'), ...children)
    else if (line.tagName === 'dt') groups.push({ type: 'paragraph', children })
    else last?.children.push(html('\n:   '), ...children)
  }
  return groups
}

const isOfLine = (node: Element['children'][number]): boolean =>
  node.type !== 'element' ||
  (!/^(?:p|div|ul|ol|dl|pre|table|blockquote|figure|hr|h[1-6])$/.test(node.tagName) &&
    node.children.every(isOfLine))

/** Terms in bold, each with its meaning below it. */
const listOfTerms = (state: State, lines: readonly Element[]): RootContent => {
  const children: ListItem[] = []
  for (const line of lines) {
    const inner = state.all(line)
    if (line.tagName === 'dt' || children.length === 0)
      children.push({
        type: 'listItem',
        spread: true,
        children: [
          { type: 'paragraph', children: [{ type: 'strong', children: inner as PhrasingContent[] }] },
        ],
      })
    else children.at(-1)?.children.push(...(state.toFlow(inner) as ListItem['children']))
  }
  return { type: 'list', ordered: false, spread: true, children }
}

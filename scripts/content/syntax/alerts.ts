// `> [!NOTE]` of GitHub and `> [!tip]- Title` of Obsidian: a quotation whose first line says which callout it is.
import type { Blockquote, Paragraph, Parents, PhrasingContent, Root } from 'mdast'
import { calloutLabel, nameInWords } from '../../ground/language/callout-names.ts'
import { callout } from '../directives/callout.ts'
import { type Draft, report } from '../markdown/draft.ts'
import type { ContainerDirective } from '../markdown/hast.ts'

const MARK = /^\[!([a-zA-Z][\w-]*)(?:\|[^\]\n]*)?\][+-]?(?:[ \t]+|(?=\n|$))/

export function alerts(tree: Root, draft: Draft): void {
  const walk = (parent: Parents): void => {
    parent.children = parent.children.map((child) =>
      child.type === 'blockquote' ? (calloutOf(child, draft) ?? child) : child,
    ) as typeof parent.children
    for (const child of parent.children) if ('children' in child) walk(child)
  }
  walk(tree)
}

function calloutOf(quote: Blockquote, draft: Draft): ContainerDirective | undefined {
  const [first, ...others] = quote.children
  const start = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || start?.type !== 'text') return undefined
  const found = MARK.exec(start.value)
  const isEscaped = draft.source.text.charAt(start.position?.start.offset ?? 0) === '\\'
  if (!found || isEscaped) return undefined
  const split = splitTitle(first, found[0].length)
  // Words on the line of the mark alone are no title of nothing.
  const isText = split.rest.length + others.length === 0
  const { title, rest } = isText ? { title: [], rest: split.title } : split
  const children = [
    ...(title.length > 0 ? [{ ...first, children: title, data: { directiveLabel: true } }] : []),
    ...(rest.length > 0 ? [{ ...first, children: rest }] : []),
    ...others,
  ]
  if (rest.length + others.length === 0) {
    const facts = { problem: 'callout-without-text', typed: found[0].trim() } as const
    report(draft, 'markup-is-understood', first, facts)
    return undefined
  }
  // A name that is no word of ours is its own label: `[!FAQ]`, `[!bug]`.
  const name = found[1] ?? ''
  const made = calloutLabel(name) === name.toLowerCase() || isGeneral(name) ? calloutLabel(name) : undefined
  if (!made && title.length === 0) children.unshift(labelOf(first, start, name))
  return {
    type: 'containerDirective',
    name: callout.name,
    attributes: {},
    children,
    data: { isClosed: true, ...(title.length === 0 && made ? { madeLabel: made } : {}) },
    ...(quote.position ? { position: quote.position } : {}),
  }
}

/** These say no more than that a callout begins. */
const isGeneral = (name: string): boolean => /^(?:callout|admonition|alert|notice)(?:-|$)/i.test(name)

const labelOf = (first: Paragraph, mark: Text, name: string): Paragraph => ({
  ...first,
  children: [{ ...mark, value: nameInWords(name) }],
  data: { directiveLabel: true },
})

/** The rest of the first line is the title; `length` signs of its first text are the mark. */
function splitTitle(
  { children }: Paragraph,
  length: number,
): { title: PhrasingContent[]; rest: PhrasingContent[] } {
  const title: PhrasingContent[] = []
  for (const [index, child] of children.entries()) {
    const cut = index === 0 && child.type === 'text' ? afterSigns(child, length) : child
    const after = children.slice(index + 1)
    if (cut.type === 'break') return { title, rest: after }
    const end = cut.type === 'text' ? cut.value.indexOf('\n') : -1
    if (cut.type !== 'text' || end < 0) {
      if (cut.type !== 'text' || cut.value !== '') title.push(cut)
      continue
    }
    if (end > 0) title.push({ ...cut, value: cut.value.slice(0, end) })
    const left = cut.value.length > end + 1 ? [afterSigns(cut, end + 1)] : []
    return { title, rest: [...left, ...after] }
  }
  return { title, rest: [] }
}

type Text = Extract<PhrasingContent, { type: 'text' }>

function afterSigns(node: Text, length: number): Text {
  const start = node.position?.start
  const lines = node.value.slice(0, length).split('\n').length - 1
  if (!node.position || !start) return { ...node, value: node.value.slice(length) }
  const moved =
    lines === 0
      ? { line: start.line, column: start.column + length, offset: (start.offset ?? 0) + length }
      : { line: start.line + lines, column: 1, offset: start.offset }
  return { ...node, value: node.value.slice(length), position: { ...node.position, start: moved } }
}

// The tree → Markdown, by remark's own writer; the lines of text are written already.
import type { Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'
import type { Fenced, WrittenText } from './writing.ts'

type Handler = NonNullable<NonNullable<Options['handlers']>['paragraph']>

export function writeMarkdown(children: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...children] }
  return unified()
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkStringify, {
      bullet: '-',
      listItemIndent: 'one',
      rule: '-',
      join: [(left, right) => (left.type === 'html' && right.type === 'html' ? 0 : undefined)],
      handlers: { written, fenced },
    })
    .stringify(root)
}

const written: Handler = (node: WrittenText) => node.value

/** A block within a block has fewer colons than what is around it. */
const fenced: Handler = (node: Fenced, _, state, info) => {
  const inner = state.containerFlow(node as unknown as Root, info)
  const longest = Math.max(
    2,
    ...[...inner.matchAll(/^[ >]*(:{3,})/gm)].map(([, colons]) => colons?.length ?? 0),
  )
  const colons = ':'.repeat(longest + 1)
  return `${colons}${node.head}\n${inner}\n${colons}`
}

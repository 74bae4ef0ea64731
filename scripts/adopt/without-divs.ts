// Blocks that only say where their words stand on a page of the web, side by side or behind tabs: the words stay, the
// block goes.
import type { Nodes } from 'mdast'
import { type Edit, edited } from './edited.ts'
import { endOf, nodesOf, readTree, startOf } from './read-tree.ts'

/** A block that names its place, or the language of its words, stays. */
export function withoutDivs(markdown: string): string {
  if (!/^[ \t>]*:{3,}[ \t]*(?:div|code-group)\b/m.test(markdown)) return markdown
  return edited(
    markdown,
    [...nodesOf(readTree(markdown))].flatMap((node) => editsOf(node, markdown)),
  )
}

function editsOf(node: Nodes, markdown: string): Edit[] {
  if (node.type !== 'containerDirective' || !/^(?:div|code-group)$/.test(node.name)) return []
  const { id, lang, dir } = node.attributes ?? {}
  if (id || lang || dir) return []
  const [start, end] = [startOf(node), endOf(node)]
  const written = markdown.slice(start, end)
  const opening = written.indexOf('\n') < 0 ? written.length : written.indexOf('\n')
  const closing = /\n[ \t>]*:{3,}[ \t]*$/.exec(written)
  const last =
    closing && closing.index >= opening ? [{ start: start + closing.index, end, becomes: '\n' }] : []
  return [{ start, end: start + opening, becomes: '' }, ...last]
}

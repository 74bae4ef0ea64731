import type { Heading, Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Finding } from '../../model.ts'
import { type Draft, report } from '../markdown/draft.ts'

/** What a reader does not see, and what only parts one thing from another. */
const NOTHING: readonly Nodes['type'][] = ['definition', 'footnoteDefinition', 'yaml', 'thematicBreak']

/** Below each heading stands something, or a heading that is one level deeper. Where a hint waits for text, its own rule speaks. */
export function headingHasText(tree: Root, draft: Draft): void {
  const waiting = draft.findings.filter(({ rule }) => rule === 'section-is-written').map(lineOf)
  let open: Heading | undefined
  const close = (next?: Heading): void => {
    if (!open) return
    const [from, to] = [
      open.position?.start.line ?? 0,
      next?.position?.start.line ?? Number.POSITIVE_INFINITY,
    ]
    if (waiting.some((line) => line > from && line < to)) return
    report(draft, 'heading-has-text', open, { actual: plainText(open).trim() })
  }
  const walk = (node: Nodes): void => {
    if (node.type === 'heading') {
      if (open && node.depth <= open.depth) close(node)
      open = node
    } else if (isGroup(node)) node.children.forEach(walk)
    else if (!NOTHING.includes(node.type)) open = undefined
  }
  walk(tree)
  close()
}

const lineOf = ({ place }: Finding): number => place.line ?? 0

/** A block may have headings of its own: `:::steps` has. One that is made from data has no children. */
const isGroup = (node: Nodes): node is Extract<Nodes, { type: 'root' | 'containerDirective' }> =>
  node.type === 'root' || (node.type === 'containerDirective' && node.children.length > 0)

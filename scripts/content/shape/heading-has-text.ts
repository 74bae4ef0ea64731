import type { Heading, Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Draft, report } from '../markdown/draft.ts'

/** What a reader does not see, and what only parts one thing from another. */
const NOTHING: readonly Nodes['type'][] = ['definition', 'footnoteDefinition', 'thematicBreak']

/**
 * Below each heading stands something, or a heading that is one level deeper. Of those in `told` it was said before.
 */
export function headingHasText(tree: Root, told: ReadonlySet<Heading>, draft: Draft): void {
  let open: Heading | undefined
  const close = (): void => {
    if (open && !told.has(open) && !isCode(open))
      report(draft, 'heading-has-text', open, { heading: plainText(open).trim() })
  }
  const walk = (node: Nodes): void => {
    if (node.type === 'heading') {
      if (open && node.depth <= open.depth) close()
      open = node
    } else if (isGroup(node)) node.children.forEach(walk)
    else if (!NOTHING.includes(node.type)) open = undefined
  }
  walk(tree)
  close()
}

/** The entry of a list of functions, which says all by its name. */
const isCode = ({ children }: Heading): boolean =>
  children.length > 0 &&
  children.every(
    (child) =>
      child.type === 'inlineCode' ||
      child.type === 'html' ||
      (child.type === 'text' && child.value.trim() === ''),
  )

/** A block may have headings of its own: `:::steps` has. One that is made from data has no children. */
const isGroup = (node: Nodes): node is Extract<Nodes, { type: 'root' | 'containerDirective' }> =>
  node.type === 'root' || (node.type === 'containerDirective' && node.children.length > 0)

// Every check that needs one Markdown tree and no more, in one walk over it.
import type { Nodes, Root } from 'mdast'
import type { Draft } from '../markdown/draft.ts'
import { directiveIsKnown } from './directive-is-known.ts'
import { linkSaysWhere } from './link-says-where.ts'
import { noteResolves } from './note-resolves.ts'
import { notesAreToldApart } from './notes-are-told-apart.ts'
import { percentageHasSource } from './percentage-has-source.ts'

export function checkTree(tree: Root, draft: Draft): void {
  const noteIsThere = noteResolves(draft)
  notesAreToldApart(tree, draft)
  const walk = (node: Nodes): void => {
    if (node.type === 'paragraph') directiveIsKnown(node, draft)
    else if (node.type === 'link') {
      linkSaysWhere(node, draft)
    } else if (node.type === 'text') {
      noteIsThere(node)
      percentageHasSource(node.value, node, draft)
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
}

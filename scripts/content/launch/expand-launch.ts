// Blocks of launch day are empty in the text: what they show is put into the tree here, from launch/, so that the
// page and the outline it is held against are made of the same blocks as all else.
import type { Nodes, Root } from 'mdast'
import type { FillPlace } from '../directives/directive.ts'
import { directiveOf } from '../directives/directives.ts'
import type { ContainerDirective } from '../markdown/hast.ts'
import { readMarkdown } from '../markdown/processor.ts'
import type { ParseContext } from '../parse-context.ts'

/** Changes the tree in place. Blocks that hold something, or for which nothing is known, stay as they are. */
export function expandLaunch(tree: Root, file: string, { launch, words, language }: ParseContext): void {
  if (!launch) return
  const place: FillPlace = { file, words, language, read: readMarkdown }
  walk(tree, (node) => {
    const filled = node.children.length === 0 && directiveOf(node)?.fill?.(launch, node, place)
    if (filled) node.children = [...filled] as ContainerDirective['children']
  })
}

function walk(node: Nodes, visit: (node: ContainerDirective) => void): void {
  if (node.type === 'containerDirective') visit(node)
  if ('children' in node) for (const child of node.children) walk(child, visit)
}

// Blocks of launch day are empty in the text: what they show is put into the tree here, from launch/, so that the
// page and the outline it is held against are made of the same blocks as all else.
import type { Nodes, Root } from 'mdast'
import type { FillPlace } from '../directives/directive.ts'
import { directiveOf } from '../directives/directives.ts'
import { attributesOf } from '../markdown/attributes.ts'
import type { ContainerDirective } from '../markdown/hast.ts'
import { readMarkdown } from '../markdown/processor.ts'
import type { ParseContext } from '../parse-context.ts'

/** Changes the tree in place. Blocks that hold something, or for which nothing is known, stay as they are. */
export function expandLaunch(
  tree: Root,
  file: string,
  { launch, momentCounts, words, language }: ParseContext,
): void {
  if (!launch) return
  const place: FillPlace = { file, words, language, read: readMarkdown }
  const isGone = (node: ContainerDirective): boolean => {
    if (node.children.length > 0 || !launch) return false
    if (node.name === 'chart' && attributesOf(node).moments)
      return momentCounts?.['by-day'].length === 0 && launch.withheld.length > 0
    const filled = directiveOf(node)?.fill?.(launch, node, place)
    if (filled) node.children = [...filled] as ContainerDirective['children']
    return filled?.length === 0 && launch.withheld.length > 0 && OF_MOMENTS.includes(node.name)
  }
  without(tree, isGone)
}

/** Where all that they showed may not be shown, they are gone with it: what is withheld is told where it is written. */
const OF_MOMENTS = ['moments', 'wall', 'quote']

function without(node: Nodes, isGone: (node: ContainerDirective) => boolean): void {
  if (!('children' in node)) return
  const left = node.children.filter((child) => child.type !== 'containerDirective' || !isGone(child))
  if (left.length < node.children.length) node.children = left as typeof node.children
  for (const child of left) without(child, isGone)
}

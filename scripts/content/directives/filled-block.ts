// Blocks of launch day: empty in the text, filled from launch/ by expand-launch.ts before anything is rendered.
import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import { incomplete } from '../markdown/attributes.ts'
import { type ContainerDirective, draftOf, type State } from '../markdown/hast.ts'

/** Whether it holds what launch/ put there, and nothing that an author wrote. */
export function isFilled(
  state: State,
  node: ContainerDirective,
  ...types: readonly ContainerDirective['children'][number]['type'][]
): boolean {
  const { context } = draftOf(state)
  const isOurs = node.children.every(
    (child) => types.includes(child.type) && child.position === node.position,
  )
  if (context.launch && isOurs && node.children.length > 0) return true
  incomplete(draftOf(state), node, { problem: context.launch ? 'own-text' : 'no-launch' })
  return false
}

export type At = Pick<ContainerDirective, 'position'>

/** Everything stands where its block stands. */
export const at = ({ position }: At): At => (position ? { position } : {})

export const paragraph = (children: PhrasingContent[], node: At): Paragraph => ({
  type: 'paragraph',
  children,
  ...at(node),
})

export const text = (value: string, node: At): PhrasingContent => ({ type: 'text', value, ...at(node) })

/** Findings and links are told by line and column of the chapter. */
export function placed<Node extends Nodes>(node: Node, where: At): Node {
  const copy = { ...node, ...at(where) }
  if ('children' in copy)
    (copy as { children: Nodes[] }).children = (copy.children as Nodes[]).map((child) => placed(child, where))
  return copy
}

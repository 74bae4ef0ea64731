// `:::note`, `:::warning`, … are callouts of ours, with the label of the theme where the author gave none. Of any
// other block the contents are printed, and the first of its name is told; a `div` says nothing.
import type { Paragraph, Parents, Root } from 'mdast'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import { callout } from '../directives/callout.ts'
import { BLOCK_NAMES } from '../directives/directives.ts'
import { attributesOf } from '../markdown/attributes.ts'
import { type Draft, report } from '../markdown/draft.ts'
import type { ContainerDirective } from '../markdown/hast.ts'
import { type CalloutLabel, calloutLabel, isSpoken, nameInWords } from './callout-names.ts'

export function foreignBlocks(tree: Root, draft: Draft): void {
  const told = new Set<string>()
  const walk = (parent: Parents): void => {
    parent.children = parent.children.flatMap((child) => {
      if ('children' in child) walk(child)
      if (child.type !== 'containerDirective' || BLOCK_NAMES.includes(child.name)) return [child]
      const label = calloutLabel(child.name)
      if (label !== undefined) return becomeCallout(child, label)
      if (child.name !== 'div' && !told.has(child.name)) reportUnknown(child, draft)
      told.add(child.name)
      return child.children
    }) as typeof parent.children
  }
  walk(tree)
}

/** One that holds nothing but its label is a line of text. */
function becomeCallout(node: ContainerDirective, made: CalloutLabel): ContainerDirective['children'] {
  const { id, title: given } = attributesOf(node)
  const title = given || (isSpoken(node.name) ? nameInWords(node.name) : undefined)
  const first = node.children[0]
  const hasLabel = first?.type === 'paragraph' && first.data?.directiveLabel
  node.name = callout.name
  node.attributes = id ? { id } : {}
  if (!hasLabel && title) node.children.unshift(labelOf(title, node))
  else if (!hasLabel && made) node.data = { ...node.data, madeLabel: made }
  const isOnlyLabel = node.children.length === (hasLabel || title ? 1 : 0)
  return isOnlyLabel ? node.children : [node]
}

const labelOf = (title: string, { position }: ContainerDirective): Paragraph => ({
  type: 'paragraph',
  data: { directiveLabel: true },
  children: [{ type: 'text', value: title, ...(position ? { position } : {}) }],
  ...(position ? { position } : {}),
})

function reportUnknown(node: ContainerDirective, draft: Draft): void {
  const meant = nearest(node.name, BLOCK_NAMES)
  const { offset } = node.position?.start ?? {}
  const written = draft.source.text.slice(offset).split(/[\r\n]/, 1)[0] ?? ''
  const directive = /^:::/.test(written) && written.includes(node.name) ? written.trim() : `:::${node.name}`
  report(draft, 'directive-is-known', node, { directive, suggestion: meant && `:::${meant}` })
}

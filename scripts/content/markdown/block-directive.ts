// `:::name`: what is checked of every block before it becomes HTML.
import type { Element, ElementContent, Properties } from 'hast'
import type { Paragraph } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { withProperties } from '../../ground/html/change-tree.ts'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import { faultyAttributes, unknownAttributes } from '../directives/check-attributes.ts'
import type { BlockDirective } from '../directives/directive.ts'
import { BLOCK_NAMES, canHaveId, directiveOf } from '../directives/directives.ts'
import { isClosed } from '../syntax/is-closed.ts'
import { attributesOf, incomplete } from './attributes.ts'
import { claimAnchor, type Draft, report } from './draft.ts'
import { type ContainerDirective, draftOf, type Handler, h } from './hast.ts'

export const blockDirective: Handler = (state, node: ContainerDirective, parent) => {
  const draft = draftOf(state)
  const block = directiveOf(node)
  if (!block) {
    report(draft, 'directive-is-known', node, {
      directive: `:::${node.name}`,
      suggestion: suggested(node.name),
    })
    return h('div', {}, ...(state.all(node) as ElementContent[]))
  }
  const given = attributesOf(node)
  const { id = '', ...others } = given
  const ownId = canHaveId(node) ? '' : id
  for (const lack of unknownAttributes(ownId ? others : given, block.attributes))
    incomplete(draft, node, lack)
  if (!isClosed(node, draft.source.text)) incomplete(draft, node, { problem: 'not-closed' })
  if (labelOf(node) && !block.label) incomplete(draft, node, { problem: 'label' })
  if (block.ownPage && parent?.type !== 'root') incomplete(draft, node, { problem: 'page-within-a-block' })
  for (const lack of faultyAttributes(given, block.attributes)) incomplete(draft, node, lack)
  const isTheirs = block.words === 'quoted' || block.holds === 'terms'
  if (isTheirs) draft.quoted += 1
  const [first, ...rest] = [block.html(state, node, given)].flat()
  if (isTheirs) draft.quoted -= 1
  if (!first) return []
  const made = [withProperties(first, told(block)), ...rest] as const
  return ownId ? named(made, ownId, node, draft) : [...made]
}

/** What pages/ has to know of it. */
const told = ({ means, hangs }: BlockDirective): Properties => ({
  ...(means && { dataMeans: means }),
  ...(hangs && { dataHangs: '' }),
})

/** A block that has no number is a place that links lead to, too. */
function named(
  [first, ...others]: readonly [Element, ...Element[]],
  id: string,
  node: ContainerDirective,
  draft: Draft,
): Element[] {
  const anchor = claimAnchor(draft, id, node)
  draft.anchors.push(anchor)
  const label = labelOf(node)
  const title = label ? plainText(label).trim() : ''
  if (title) draft.blockTitles.set(anchor, title)
  return [{ ...first, properties: { id: anchor, ...first.properties } }, ...others]
}

function suggested(name: string): string | undefined {
  const found = nearest(name, BLOCK_NAMES)
  return found && `:::${found}`
}

/** The paragraph that holds the text in square brackets behind the name. */
function labelOf(node: ContainerDirective): Paragraph | undefined {
  const first = node.children[0]
  return first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined
}

// A plain `>` quotation. It names its speaker in a last line that begins with a dash; else `:::quote` should be used.
import type { Element, ElementContent } from 'hast'
import type { Blockquote, Nodes, Parents } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { report } from './draft.ts'
import { draftOf, type Handler, h } from './hast.ts'

export const quotation: Handler = (state, node: Blockquote, parent: Parents | undefined) => {
  const draft = draftOf(state)
  if (needsSource(node, parent)) report(draft, 'quotation-has-source', node)
  draft.quoted += 1
  const children = state.all(node) as ElementContent[]
  draft.quoted -= 1
  if (node.children.length > 1 && SOURCE.test(plainText(node.children.at(-1)))) {
    const last = children.findLast((child): child is Element => child.type === 'element')
    if (last?.tagName === 'p') last.properties.className = ['said-by']
  }
  return h('blockquote', {}, ...children)
}

const SOURCE = /^[—–-]\s*\S/

/** A label, a sign or a key of what is a note: “**Note** …”, “Tip: …”, “⚠ …”. */
const NOTE = /^(?:\P{L}*\p{Extended_Pictographic}|\p{Lu}[\p{L} ]{1,20}:\s)/u
/** The words before it say whose they are, or that it is an example. */
const INTRODUCED =
  /:\s*$|\b(?:says?|said|writes?|wrote|asks?|asked|told|according to|quotes?|quoted|in (?:his|her|their|its) words)\b[^.]*[.:]?\s*$/i

/** The last sentence of a paragraph, and room to spare. */
const NEARBY = 1000

/** Of what reads like somebody's words, and not like a note or an example, which are written with `>` as often. */
function needsSource(node: Blockquote, parent: Parents | undefined): boolean {
  const [first] = node.children
  if (!first || node.children.some(({ type }) => type !== 'paragraph')) return false
  const words = plainText(node).trim()
  const lastLine = plainText(node.children.at(-1)).trim().split('\n').at(-1) ?? ''
  if (SOURCE.test(lastLine) || NOTE.test(words)) return false
  if (isMarked('children' in first ? first.children[0] : undefined) || namesSource(node)) return false
  const siblings: readonly Nodes[] = parent?.children ?? []
  const before = siblings[siblings.indexOf(node) - 1]
  return !(before?.type === 'paragraph' && INTRODUCED.test(plainText(before).slice(-NEARBY)))
}

const isMarked = (node: Nodes | undefined): boolean =>
  ['strong', 'image', 'inlineCode'].includes(node?.type ?? '')

/** A link or a note leads to where it was said. */
const namesSource = (node: Nodes): boolean =>
  ['link', 'linkReference', 'footnoteReference'].includes(node.type) ||
  (node.type === 'html' && /^<cite\b/i.test(node.value)) ||
  ('children' in node && node.children.some(namesSource))

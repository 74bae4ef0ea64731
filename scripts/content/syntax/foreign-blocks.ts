// `:::note`, `:::warning`, … are callouts of ours, with the label of the theme where the author gave none. Of any
// other block the contents are printed, and each is told; a `div` says nothing. What the attributes
// of any block say of its words, their language and where they begin, is said of them.
import type { Html, Nodes, Paragraph, Parents, Root } from 'mdast'
import {
  type CalloutLabel,
  calloutLabel,
  isSpoken,
  nameInWords,
} from '../../ground/language/callout-names.ts'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import { callout } from '../directives/callout.ts'
import type { BlockDirective } from '../directives/directive.ts'
import { BLOCK_NAMES, blockNamed } from '../directives/directives.ts'
import { figures } from '../directives/figures.ts'
import { type Attributes, attributesOf } from '../markdown/attributes.ts'
import { type Draft, lineOf, report } from '../markdown/draft.ts'
import type { ContainerDirective } from '../markdown/hast.ts'
import { othersBeside } from '../other-lines.ts'
import { LANGUAGE_CODE, leaveOut } from './attributes-of-others.ts'
import { ELSEWHERE } from './block-lines.ts'
import { isLonePicture } from './html/flow.ts'

export function foreignBlocks(tree: Root, draft: Draft): void {
  const unknown = new Map<string, ContainerDirective[]>()
  const walk = (parent: Parents): void => {
    parent.children = parent.children.flatMap((child): Nodes[] => {
      if ('children' in child) walk(child)
      if (child.type !== 'containerDirective') return [child]
      const own = blockNamed(child.name)
      if (own) return [ofOurs(child, own, draft)]
      if (child.name === 'div' && holdsFigure(child)) return [becomeFigures(child, draft)]
      const label = calloutLabel(child.name)
      if (label !== undefined) return becomeCallout(child, label, draft)
      if (child.name !== 'div') unknown.set(child.name, [...(unknown.get(child.name) ?? []), child])
      const { id, ...others } = inItsLanguage(child, attributesOf(child), draft)
      leaveOut(draft, withoutClass(others), child)
      return [...(id ? [htmlOf(`<a id="${escaped(id)}"></a>`, child)] : []), ...child.children]
    }) as typeof parent.children
  }
  walk(tree)
  for (const nodes of unknown.values()) reportUnknown(nodes, draft)
}

/**
 * `::: {#fig-tides layout-ncol=2}` of Quarto: pictures that share a number, and the caption of all as the last
 * paragraph.
 */
function holdsFigure(node: ContainerDirective): boolean {
  const { id = '', ...others } = attributesOf(node)
  if (!/^fig\b/.test(id) && !Object.keys(others).some((name) => name.startsWith('layout'))) return false
  const pictures = node.children.map(picturesIn)
  const words = pictures.filter((count) => count === undefined).length
  const count = pictures.reduce((sum: number, one) => sum + (one ?? 0), 0)
  return count > 1 && words <= 1 && (words === 0 || pictures.at(-1) === undefined)
}

/** How many pictures a paragraph consists of; undefined for any other block. */
function picturesIn(node: Nodes): number | undefined {
  if (node.type !== 'paragraph') return undefined
  const solid = node.children.filter(
    (child) => child.type !== 'text' || !/^(?:\s|\{[^{}]*\})*$/.test(child.value),
  )
  return solid.every(({ type }) => type === 'image') ? solid.length : undefined
}

function becomeFigures(node: ContainerDirective, draft: Draft): ContainerDirective {
  const { id, ...others } = attributesOf(node)
  node.name = figures.name
  node.attributes = id ? { id } : {}
  const left = Object.entries(withoutClass(others)).filter(([name]) => !name.startsWith('layout'))
  leaveOut(draft, Object.fromEntries(left), node)
  return node
}

/** What other tools say of their callouts’ looks, which an adopted text still says of ours. */
const LOOKS = new Set(['appearance', 'collapse', 'icon'])

/** Names that a block of ours does not know are left out only where another tool wrote it. */
function ofOurs(node: ContainerDirective, { attributes, holds }: BlockDirective, draft: Draft): typeof node {
  const { [ELSEWHERE]: isForeign, ...given } = attributesOf(node)
  const rest = HOLD_WORDS.has(holds) ? inItsLanguage(node, given, draft) : given
  const isKnown = ([name]: [string, unknown]): boolean => name === 'id' || name in attributes.shape
  const isLeft = (one: [string, unknown]): boolean =>
    !isKnown(one) && (isForeign !== undefined || LOOKS.has(one[0]))
  const entries = Object.entries(rest)
  const left = entries.filter(isLeft)
  node.attributes = Object.fromEntries(entries.filter((one) => !isLeft(one)))
  if (left.length > 0) leaveOut(draft, withoutClass(Object.fromEntries(left)), node)
  return node
}

const HOLD_WORDS: ReadonlySet<BlockDirective['holds']> = new Set(['anything', 'list', 'terms'])

const withoutClass = ({ class: _, ...others }: Attributes): Attributes => others

/** Says of the words within what `lang` and `dir` say of them. Returns the other attributes. */
function inItsLanguage(
  node: ContainerDirective,
  { lang = '', dir = '', ...others }: Attributes,
  draft: Draft,
): Attributes {
  const isCode = LANGUAGE_CODE.test(lang)
  const isDirection = /^(?:rtl|ltr)$/i.test(dir)
  const said = `${isCode ? ` lang="${lang}"` : ''}${isDirection ? ` dir="${dir}"` : ''}`
  const [first, ...rest] = node.children
  if (said !== '' && first) {
    const isLabel = first.type === 'paragraph' && first.data?.directiveLabel
    const text = isLabel ? rest : node.children
    // A figure has words of its own, which are not put into another language.
    for (const picture of text.filter(isLonePicture)) leaveOut(draft, lang ? { lang } : { dir }, picture)
    if (isLabel)
      first.children = [htmlOf(`<span${said}>`, first), ...first.children, htmlOf('</span>', first)]
    node.children = [
      ...(isLabel ? [first] : []),
      ...(text.length > 0 ? [htmlOf(`<div${said}>`, node), ...text, htmlOf('</div>', node)] : []),
    ]
  }
  return { ...others, ...(lang && !isCode ? { lang } : {}), ...(dir && !isDirection ? { dir } : {}) }
}

const htmlOf = (value: string, { position }: ContainerDirective | Paragraph): Html => ({
  type: 'html',
  value,
  ...(position ? { position: { start: position.start, end: position.start } } : {}),
})

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** One that holds nothing but its label is a line of text. */
function becomeCallout(
  node: ContainerDirective,
  made: CalloutLabel,
  draft: Draft,
): ContainerDirective['children'] {
  const { id, title: given, ...others } = attributesOf(node)
  const title = given || (isSpoken(node.name) ? nameInWords(node.name) : undefined)
  const first = node.children[0]
  const hasLabel = first?.type === 'paragraph' && first.data?.directiveLabel
  node.name = callout.name
  node.attributes = id ? { id } : {}
  if (!hasLabel && title) node.children.unshift(labelOf(title, node))
  else if (!hasLabel && made) node.data = { ...node.data, madeLabel: made }
  const unused = hasLabel && given ? { ...others, title: given } : others
  leaveOut(draft, withoutClass(inItsLanguage(node, unused, draft)), node)
  const isOnlyLabel = node.children.length === (hasLabel || title ? 1 : 0)
  return isOnlyLabel ? node.children : [node]
}

const labelOf = (title: string, { position }: ContainerDirective): Paragraph => ({
  type: 'paragraph',
  data: { directiveLabel: true },
  children: [{ type: 'text', value: title, ...(position ? { position } : {}) }],
  ...(position ? { position } : {}),
})

/** Once a name. */
function reportUnknown(nodes: readonly ContainerDirective[], draft: Draft): void {
  const [node, ...others] = [...nodes].sort((a, b) => lineOf(a) - lineOf(b))
  if (!node) return
  const meant = nearest(node.name, BLOCK_NAMES)
  const { offset } = node.position?.start ?? {}
  const written = draft.source.text.slice(offset).split(/[\r\n]/, 1)[0] ?? ''
  const isNamed = /^:::/.test(written) && written.includes(node.name)
  report(draft, 'directive-is-known', node, {
    directive: isNamed ? written.trim().replace(/^:{4,}/, ':::') : `:::${node.name}`,
    suggestion: meant && `:::${meant}`,
    ...othersBeside(lineOf(node), others.map(lineOf)),
  })
}

// A tree of HTML → the Markdown for it, as a tree.

import type { Element } from 'hast'
import type { Nodes } from 'mdast'
import { attribute } from './attributes.ts'
import { BLOCK_ELEMENTS } from './blocks.ts'
import { wrapWords } from './flow.ts'
import { undisguised } from './html-names.ts'
import { LINE_ELEMENTS } from './lines.ts'
import { MEDIA } from './media.ts'
import { type HtmlNode, isElement } from './parse-html.ts'
import { childrenOf, inlineElement, type Reading } from './reading.ts'
import { wordsOfHtml } from './words.ts'

/** Blocks and words, as they come. */
export function toMarkdown(nodes: readonly HtmlNode[], reading: Reading): Nodes[] {
  return nodes.flatMap((node): Nodes[] => {
    if (node.type === 'stitch') return [reading.markdown[node.index]!]
    if (node.type === 'text') return wordsOfHtml(node, reading)
    return isElement(node) ? elementOf(node, reading) : []
  })
}

/** An element that we do not know says what stands in it. */
function elementOf(element: Element, reading: Reading): Nodes[] {
  const name = undisguised(element.tagName)
  tellPrograms(element, reading)
  tellHidden(name, element, reading)
  tellUnseen(name, element, reading)
  const read = own(MEDIA, name) ?? own(BLOCK_ELEMENTS, name) ?? own(LINE_ELEMENTS, name) ?? childrenOf
  return withAnchor(element, inLanguage(element, read({ ...element, tagName: name }, reading)))
}

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** `onclick=` and its like. */
function tellPrograms(element: Element, { heard }: Reading): void {
  for (const name of Object.keys(element.properties))
    if (/^on[a-z]/i.test(name)) heard.takenOut(`${name.toLowerCase()}=`, element)
}

/** These bring their titles along, or have them printed. */
const TITLED = new Set(['a', 'img', 'image', 'abbr', 'acronym', ...Object.keys(MEDIA)])

function tellHidden(name: string, element: Element, { heard }: Reading): void {
  const title = TITLED.has(name) ? '' : attribute(element, 'title').trim()
  const summary = name === 'table' ? attribute(element, 'summary').trim() : ''
  for (const words of [title, summary])
    if (words !== '') heard.done('shown-where-a-mouse-rests', words, element)
}

const UNSEEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** What a browser would not show is in print for all to read. */
function tellUnseen(name: string, element: Element, { heard }: Reading): void {
  const { hidden } = element.properties
  const how =
    name === 'template'
      ? ''
      : hidden !== undefined && hidden !== false
        ? ' hidden'
        : UNSEEN.exec(attribute(element, 'style'))
          ? ' style="…"'
          : undefined
  if (how !== undefined && element.children.length > 0) heard.done('hidden-words', `<${name}${how}>`, element)
}

/** `<p lang="fr">`, `<span dir="rtl">`: said of the words, wherever they stand. */
function inLanguage(element: Element, nodes: Nodes[]): Nodes[] {
  if (element.tagName === 'bdo' || element.tagName === 'html') return nodes
  const lang = attribute(element, 'lang') || attribute(element, 'xmlLang')
  const dir = attribute(element, 'dir').toLowerCase()
  const attributes = {
    ...(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang) ? { lang } : {}),
    ...(dir === 'rtl' || dir === 'ltr' ? { dir } : {}),
  }
  if (Object.keys(attributes).length === 0) return nodes
  return wrapWords(nodes, (children) => inlineElement(element, 'span', children, attributes))
}

/** `id=` and `name=` are places that a link may lead to. Headings take theirs by themselves. */
function withAnchor(element: Element, nodes: Nodes[]): Nodes[] {
  const id = attribute(element, 'id') || (element.tagName === 'a' ? attribute(element, 'name') : '')
  if (id === '' || !/^[\w.:-]+$/.test(id) || nodes[0]?.type === 'heading') return nodes
  return [inlineElement(element, 'span', [], { id }), ...nodes]
}

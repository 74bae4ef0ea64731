// Elements that are blocks of their own.

import type { Element } from 'hast'
import type { BlockContent, Code, Heading, List, ListData, ListItem, Nodes, Paragraph } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { withoutControls } from '../../control-characters.ts'
import type { DescriptionList, DescriptionPart } from '../../markdown/description-list.ts'
import { isCounting } from '../../markdown/list.ts'
import { loneImage } from '../../markdown/picture.ts'
import { setCaption } from '../words-in-attributes.ts'
import { attribute, hasAttribute, placeOf } from './attributes.ts'
import { asFlow, asLine, isBlock, trimmed } from './flow.ts'
import { type HtmlNode, isElement } from './parse-html.ts'
import { childrenOf, flowOf, type ReadElement, type Reading } from './reading.ts'
import { tableOf } from './tables.ts'

const heading =
  (depth: Heading['depth']): ReadElement =>
  (element, reading) => {
    const children = trimmed(asLine(childrenOf(element, reading))) as Heading['children']
    const id = attribute(element, 'id')
    const data = /^[\w-]+$/.test(id) ? { data: { ownId: id } } : {}
    if (reading.inCell && children.length > 0)
      reading.heard.done('heading-in-a-table', plainText({ type: 'root', children }), element)
    return reading.inCell
      ? [{ type: 'paragraph', children: [{ type: 'strong', children }], ...placeOf(element) }]
      : [{ type: 'heading', depth, children, ...data, ...placeOf(element) }]
  }

const list =
  (ordered: boolean): ReadElement =>
  (element, reading) => {
    const start = Number.parseInt(attribute(element, 'start'), 10)
    const children = itemsOf(element, reading)
    if (children.length === 0) return []
    const node: List = {
      type: 'list',
      ordered,
      start: ordered ? (Number.isNaN(start) || start < 0 ? 1 : start) : null,
      spread: children.some(({ spread }) => spread),
      children,
      ...(ordered ? { data: countingOf(element) } : {}),
      ...placeOf(element),
    }
    return [node]
  }

function countingOf(element: Element): ListData {
  const counts = attribute(element, 'type')
  return {
    ...(isCounting(counts) ? { counts } : {}),
    ...(hasAttribute(element, 'reversed') ? { reversed: true } : {}),
  }
}

/** What stands between items belongs to the one before it, as browsers show it. */
function itemsOf(element: Element, reading: Reading): ListItem[] {
  const items: ListItem[] = []
  for (const child of element.children as HtmlNode[]) {
    if (isElement(child) && child.tagName === 'li') {
      items.push(itemOf(child, reading))
      continue
    }
    const stray = asFlow(reading.read([child], reading)) as ListItem['children']
    if (stray.length === 0) continue
    const last = items.at(-1)
    if (last) last.children.push(...stray)
    else items.push({ type: 'listItem', spread: false, children: stray, ...placeOf(element) })
  }
  return items
}

function itemOf(element: Element, reading: Reading): ListItem {
  const box = firstBox(element)
  const children = asFlow(
    reading.read(without(element, box).children as HtmlNode[], reading),
  ) as ListItem['children']
  return {
    type: 'listItem',
    spread: children.filter(({ type }) => type === 'paragraph').length > 1,
    checked: box ? hasAttribute(box, 'checked') : null,
    children,
    ...numberOf(element),
    ...placeOf(element),
  }
}

function numberOf(element: Element): Pick<ListItem, 'data'> {
  const number = Number.parseInt(attribute(element, 'value'), 10)
  return Number.isNaN(number) ? {} : { data: { number } }
}

/** The box of a task stands before its words, perhaps within a label or a paragraph. */
function firstBox(element: Element): Element | undefined {
  const first = element.children.find((child) => child.type !== 'text' || child.value.trim() !== '')
  if (first?.type !== 'element') return undefined
  if (first.tagName === 'input' && attribute(first, 'type').toLowerCase() === 'checkbox') return first
  return first.tagName === 'p' || first.tagName === 'label' ? firstBox(first) : undefined
}

const without = (element: Element, gone: Element | undefined): Element => ({
  ...element,
  children: element.children
    .filter((child) => child !== gone)
    .map((child) => (gone && child.type === 'element' ? without(child, gone) : child)),
})

const descriptionList: ReadElement = (element, reading) => {
  const children = partsOf(element, reading)
  if (children.length === 0) return []
  const node: DescriptionList = { type: 'descriptionList', children, ...placeOf(element) }
  return [node]
}

/** HTML allows a `<div>` around a term and its meanings. */
function partsOf(element: Element, reading: Reading): DescriptionPart[] {
  return (element.children as HtmlNode[]).flatMap((child): DescriptionPart[] => {
    if (isElement(child) && child.tagName === 'div') return partsOf(child, reading)
    const isTerm = isElement(child) && child.tagName === 'dt'
    const inside =
      isElement(child) && (isTerm || child.tagName === 'dd')
        ? childrenOf(child, reading)
        : reading.read([child], reading)
    const children = trimmed(isTerm ? asLine(inside) : inside.some(isBlock) ? asFlow(inside) : inside)
    if (children.length === 0) return []
    const place = isElement(child) ? placeOf(child) : placeOf(element)
    return [
      { type: isTerm ? 'descriptionTerm' : 'descriptionMeaning', children: children as never, ...place },
    ]
  })
}

const listing: ReadElement = (element, reading) => {
  const value = withoutControls(textWithin(element, reading)).replace(/^\n|\n$/g, '')
  if (value.trim() === '') return []
  const inner = element.children.find((child) => child.type === 'element' && child.tagName === 'code')
  const classes = inner?.type === 'element' ? attribute(inner, 'className') : ''
  const lang = /(?:^|\s)lang(?:uage)?-(\S+)/.exec(classes)?.[1] ?? null
  const node: Code = { type: 'code', lang, value, ...placeOf(element) }
  return [node]
}

/** Code has no marks, links and pictures: their words stay. */
const textWithin = (element: Element, reading: Reading): string =>
  (element.children as HtmlNode[])
    .map((child) => {
      if (child.type === 'stitch') return plainText(reading.markdown[child.index], { includeHtml: false })
      if (isElement(child)) return child.tagName === 'br' ? '\n' : wordsInCode(child, reading)
      return child.type === 'text' ? child.value : ''
    })
    .join('')

function wordsInCode(element: Element, reading: Reading): string {
  const isLink = element.tagName === 'a' && attribute(element, 'href').trim() !== ''
  if (isLink || element.tagName === 'img')
    reading.heard.notShown(`pre><${element.tagName}`, 'its words', element)
  return element.tagName === 'img' ? attribute(element, 'alt') : textWithin(element, reading)
}

const quotation: ReadElement = (element, reading) => {
  const children = flowOf(element, reading) as BlockContent[]
  return children.length > 0 ? [{ type: 'blockquote', children, ...placeOf(element) }] : []
}

/** A picture and its caption are one in Markdown; below anything else a caption is a paragraph. */
const figure: ReadElement = (element, reading) => {
  const isCaption = (child: HtmlNode): child is Element => isElement(child) && child.tagName === 'figcaption'
  const inner = element.children as HtmlNode[]
  const captions = inner.filter(isCaption)
  const rest = asFlow(
    reading.read(
      inner.filter((child) => !isCaption(child)),
      reading,
    ),
  )
  const [only, more] = rest
  const image = only && more === undefined ? loneImage(only) : undefined
  const caption = captions.flatMap((one) => childrenOf(one, { ...reading, inCell: true }))
  if (image && caption.every(isPlain))
    setCaption(
      image,
      [plainText({ type: 'root', children: caption as never }).replace(/\s+/g, ' '), image.title],
      reading.draft,
    )
  else rest.push(...asFlow(caption))
  return rest
}

const isPlain = (node: Nodes): boolean =>
  node.type === 'text' ||
  (['emphasis', 'strong', 'inlineElement', 'paragraph'].includes(node.type) &&
    (node as Paragraph).children.every(isPlain))

/** Always open: its summary is a line in bold above its content. */
const details: ReadElement = (element, reading) => {
  const isSummary = (child: HtmlNode): child is Element => isElement(child) && child.tagName === 'summary'
  const inner = element.children as HtmlNode[]
  return [
    ...inner.filter(isSummary).flatMap((child) => summary(child, reading)),
    ...asFlow(
      reading.read(
        inner.filter((child) => !isSummary(child)),
        reading,
      ),
    ),
  ]
}

const summary: ReadElement = (element, reading) =>
  asFlow(childrenOf(element, reading)).map((block): Nodes => {
    if (block.type !== 'paragraph') return block
    return { ...block, data: { isSummary: true }, children: [{ type: 'strong', children: block.children }] }
  })

declare module 'mdast' {
  interface ParagraphData {
    /** The line that opens what can be folded away on a screen. */
    isSummary?: boolean
    /** What the listing below it is called. */
    isOfListing?: boolean
  }
}

const group: ReadElement = flowOf

const GROUPS =
  'address article aside body center dialog div fieldset figcaption footer form frameset header hgroup html legend main ' +
  'nav noframes noscript option optgroup p search section template'

export const BLOCK_ELEMENTS: Readonly<Record<string, ReadElement>> = {
  ...Object.fromEntries(GROUPS.split(' ').map((name) => [name, group])),
  ...Object.fromEntries(([1, 2, 3, 4, 5, 6] as const).map((depth) => [`h${depth}`, heading(depth)])),
  title: heading(1),
  ul: list(false),
  dir: list(false),
  menu: list(false),
  ol: list(true),
  li: group,
  dl: descriptionList,
  dt: group,
  dd: group,
  pre: listing,
  xmp: listing,
  listing,
  blockquote: quotation,
  figure,
  details,
  summary,
  hr: (element) => [{ type: 'thematicBreak', ...placeOf(element) }],
  table: tableOf,
}

// Elements that stand in a line.

import type { Element } from 'hast'
import type { Image, PhrasingContent } from 'mdast'
import type { InlineName } from '../../markdown/inline-element.ts'
import { linkScheme } from '../../markdown/link-scheme.ts'
import { widthAsked } from '../../markdown/picture-width.ts'
import { attribute, hasAttribute, placeOf } from './attributes.ts'
import { wrapWords } from './flow.ts'
import { type HtmlNode, isElement } from './parse-html.ts'
import { childrenOf, inlineElement, type ReadElement } from './reading.ts'

const mark =
  (type: 'strong' | 'emphasis' | 'delete'): ReadElement =>
  (element, reading) =>
    wrapWords(childrenOf(element, reading), (children) => ({ type, children, ...placeOf(element) }))

const named =
  (name: InlineName): ReadElement =>
  (element, reading) => {
    const title = name === 'abbr' || name === 'dfn' ? attribute(element, 'title').trim() : ''
    const dir = name === 'bdo' || name === 'bdi' ? attribute(element, 'dir').toLowerCase() : ''
    const attributes = { ...(title ? { title } : {}), ...(/^(?:rtl|ltr)$/.test(dir) ? { dir } : {}) }
    return wrapWords(childrenOf(element, reading), (words) => inlineElement(element, name, words, attributes))
  }

/** Code of one piece is what backticks make; with an index or a link within it is an element around them. */
const code: ReadElement = (element, reading) => {
  const [only, more] = childrenOf(element, { ...reading, isCode: true })
  if (only?.type === 'text' && more === undefined)
    return [{ type: 'inlineCode', value: only.value.replace(/(?<!\s)\s*\n\s*/g, ' '), ...placeOf(element) }]
  return named('code')(element, reading)
}

const lineEnd: ReadElement = (element) => [{ type: 'break', ...placeOf(element) }]

const picture: ReadElement = (element) => {
  const title = attribute(element, 'title').trim()
  const asked = widthAsked(attribute(element, 'width'))
  const node: Image = {
    type: 'image',
    url: attribute(element, 'src') || attribute(element, 'dataSrc'),
    // In HTML an empty alternative says that a picture shows nothing; none at all is forgotten.
    alt: attribute(element, 'alt').trim() || (hasAttribute(element, 'alt') ? 'decorative' : ''),
    title: title || null,
    ...(asked ? { data: { asked } } : {}),
    ...placeOf(element),
  }
  return [node]
}

const link: ReadElement = (element, reading) => {
  const children = childrenOf(element, reading)
  const url = attribute(element, 'href').trim().replace(/^\/\//, 'https://')
  if (url === '') return children
  const { safe, scheme } = linkScheme(url)
  if (!safe) {
    reading.heard.takenOut(scheme, element)
    return children
  }
  const wrap = (words: PhrasingContent[]): PhrasingContent => ({
    type: 'link',
    url,
    title: attribute(element, 'title').trim() || null,
    children: words as never,
    ...placeOf(element),
  })
  return wrapWords(children, wrap)
}

/** A reading beside a word stands in brackets; it brings its own for printers such as this one, or gets them. */
const ruby: ReadElement = (element, reading) => {
  const inner = elementsIn(element)
  if (inner.some(({ tagName }) => tagName === 'rp')) return childrenOf(element, reading)
  const children = element.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'rt' ? [bracket(' ('), child, bracket(')')] : [child],
  )
  return childrenOf({ ...element, children }, reading)
}

const bracket = (value: string) => ({ type: 'text' as const, value })

const elementsIn = (element: Element): Element[] => (element.children as HtmlNode[]).filter(isElement)

/** The picture itself; its sources are the same in other sizes. */
const sources: ReadElement = (element, around) => {
  const inner = elementsIn(element)
  const images = inner.filter(({ tagName }) => tagName === 'img')
  const only = { ...element, children: images.length > 0 ? element.children : [] }
  return childrenOf(only, around)
}

const SAME: readonly InlineName[] = [
  'abbr',
  'bdi',
  'bdo',
  'cite',
  'dfn',
  'ins',
  'kbd',
  'mark',
  'q',
  'samp',
  'small',
  'sub',
  'sup',
  'u',
  'var',
]

export const LINE_ELEMENTS: Readonly<Record<string, ReadElement>> = {
  b: mark('strong'),
  strong: mark('strong'),
  i: mark('emphasis'),
  em: mark('emphasis'),
  s: mark('delete'),
  strike: mark('delete'),
  del: mark('delete'),
  code,
  tt: code,
  br: lineEnd,
  wbr: (element) => [inlineElement(element, 'wbr', [])],
  img: picture,
  image: picture,
  picture: sources,
  a: link,
  acronym: named('abbr'),
  ruby,
  ...Object.fromEntries(SAME.map((name) => [name, named(name)])),
}

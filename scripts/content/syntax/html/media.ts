// What paper cannot show: its address, or the words that stand in for it, are printed. Nothing of it is fetched.

import type { Element } from 'hast'
import type { Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { withoutControls } from '../../control-characters.ts'
import { linkScheme } from '../../markdown/link-scheme.ts'
import { attribute, placeOf } from './attributes.ts'
import { isBlock } from './flow.ts'
import { type HtmlNode, isElement } from './parse-html.ts'
import { childrenOf, type ReadElement, type Reading } from './reading.ts'

const SOURCES = ['src', 'data', 'dataSrc', 'code', 'movie'] as const

/** Its own address or those of its sources, then whatever its author put there for those who cannot see it. */
const embedded: ReadElement = (element, reading) => {
  const inner = element.children as HtmlNode[]
  const isSource = (child: HtmlNode): child is Element =>
    isElement(child) && ['source', 'track', 'param', 'embed'].includes(child.tagName)
  const all = [element, ...inner.filter(isSource)].flatMap((one) =>
    SOURCES.map((name) => attribute(one, name).trim()),
  )
  const url = all.find((one) => one !== '') ?? ''
  const words = attribute(element, 'title').trim() || attribute(element, 'ariaLabel').trim()
  const fallback = reading.read(
    inner.filter((child) => !isSource(child)),
    reading,
  )
  const address = url === '' ? [] : addressOf(element, url, words)
  const instead = url !== '' ? 'its address' : hasWords(fallback) || words !== '' ? 'its words' : 'nothing'
  reading.heard.notShown(element.tagName, instead, element)
  const title: Nodes[] = url === '' && words !== '' ? [{ type: 'text', value: words }] : []
  return apart([...address, ...title, ...fallback])
}

const hasWords = (nodes: readonly Nodes[]): boolean =>
  nodes.some(
    (node) => isBlock(node) || (node.type === 'text' ? node.value.trim() !== '' : node.type !== 'break'),
  )

/** An address in the web is a link, anything else is said as it is written: no such file is brought along. */
function addressOf(element: Element, url: string, words: string): Nodes[] {
  const full = url.startsWith('//') ? `https:${url}` : url
  const { scheme, safe } = linkScheme(full)
  if (/^data:/i.test(full)) return words ? [{ type: 'text', value: words, ...placeOf(element) }] : []
  const before: Nodes[] = words && !/^https?:$/.test(scheme) ? [{ type: 'text', value: `${words}: ` }] : []
  if (!safe || !/^https?:$/.test(scheme))
    return [...before, { type: 'text', value: url, ...placeOf(element) }]
  const children = [{ type: 'text' as const, value: words || full, ...placeOf(element) }]
  return [{ type: 'link', url: full, children, data: { isAddress: true }, ...placeOf(element) }]
}

/** Words that stand side by side in the source of a form would run into each other. */
const apart = (nodes: readonly Nodes[]): Nodes[] =>
  nodes.flatMap((node, index): Nodes[] =>
    index > 0 && !isBlock(node) && node.type !== 'break' ? [{ type: 'text', value: ' ' }, node] : [node],
  )

/** What is printed on a control: the words of its label, its value or what it asks for. */
const control =
  (...names: readonly string[]): ReadElement =>
  (element, reading) => {
    const words = names.map((name) => attribute(element, name).trim()).find((value) => value !== '') ?? ''
    const inner = childrenOf(element, reading)
    const found: Nodes[] =
      words === '' ? inner : [{ type: 'text', value: words, ...placeOf(element) }, ...inner]
    reading.heard.notShown(element.tagName, hasWords(found) ? 'its words' : 'nothing', element)
    return apart(found)
  }

const input: ReadElement = (element, reading) => {
  const kind = attribute(element, 'type').toLowerCase()
  if (kind === 'checkbox' || kind === 'radio')
    return [{ type: 'text', value: element.properties.checked ? '☑ ' : '☐ ', ...placeOf(element) }]
  return kind === 'hidden' ? [] : control('value', 'placeholder', 'alt', 'ariaLabel')(element, reading)
}

/** The words of a drawing or a formula, piece by piece; how it looks is lost. */
const drawn: ReadElement = (element, reading) => {
  const words = wordsOf(element, element.tagName === 'math' ? '' : ' ', reading)
  reading.heard.notShown(element.tagName, words === '' ? 'nothing' : 'its words', element)
  return words === '' ? [] : [{ type: 'text', value: words, ...placeOf(element) }]
}

const UNSAID = new Set(['style', 'script', 'metadata', 'annotation', 'annotation-xml'])

function wordsOf(element: Element, between: string, reading: Reading): string {
  const parts = (element.children as HtmlNode[]).map((child) => {
    if (child.type === 'text') return child.value
    if (child.type === 'stitch') return plainText(reading.markdown[child.index], { includeHtml: false })
    return isElement(child) && !UNSAID.has(child.tagName) ? wordsOf(child, between, reading) : ''
  })
  const label = attribute(element, 'ariaLabel')
  return withoutControls([label, ...parts].join(between))
    .replace(/\s+/g, ' ')
    .trim()
}

export const MEDIA: Readonly<Record<string, ReadElement>> = {
  iframe: embedded,
  frame: embedded,
  video: embedded,
  audio: embedded,
  object: embedded,
  embed: embedded,
  applet: embedded,
  canvas: embedded,
  input,
  button: control('ariaLabel'),
  textarea: control('placeholder'),
  select: control(),
  datalist: () => [],
  meter: control(),
  progress: control(),
  keygen: () => [],
  svg: drawn,
  math: drawn,
  map: (element, reading) => childrenOf(element, reading),
  area: (element) => {
    const words = attribute(element, 'alt').trim()
    return words === '' ? [] : [{ type: 'text', value: `${words} `, ...placeOf(element) }]
  },
}

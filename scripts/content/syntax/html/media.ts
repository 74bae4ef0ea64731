// What paper cannot show: its address, or the words that stand in for it, are printed. Nothing of it is fetched.

import type { Element } from 'hast'
import type { Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { withoutControls } from '../../control-characters.ts'
import { linkScheme } from '../../markdown/link-scheme.ts'
import { attribute, placeOf } from './attributes.ts'
import { isBlock } from './flow.ts'
import type { Instead } from './heard.ts'
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
  const title: Nodes[] = words === '' ? [] : [{ type: 'text', value: words, ...placeOf(element) }]
  const address = addressOf(element, url)
  const instead = insteadOf(words !== '' || hasWords(fallback), address !== undefined)
  reading.heard.notShown(element.tagName, instead, element)
  const shown = address && title.length > 0 ? [...title, text(' ('), address, text(')')] : [...title]
  if (address && title.length === 0) shown.push(address)
  return [...shown, ...(shown.length > 0 && startsInLine(fallback) ? [text(' ')] : []), ...apart(fallback)]
}

const text = (value: string): Nodes => ({ type: 'text', value })

function insteadOf(isSaid: boolean, isNamed: boolean): Instead {
  if (isSaid && isNamed) return 'its words and its address'
  return isSaid ? 'its words' : isNamed ? 'its address' : 'nothing'
}

const startsInLine = ([first]: readonly Nodes[]): boolean =>
  first !== undefined && !isBlock(first) && first.type !== 'break'

const hasWords = (nodes: readonly Nodes[]): boolean =>
  nodes.some(
    (node) => isBlock(node) || (node.type === 'text' ? node.value.trim() !== '' : node.type !== 'break'),
  )

/** It can be read on paper, and followed on a screen; what is no address of the web is said as it is written. */
function addressOf(element: Element, url: string): Nodes | undefined {
  if (url === '' || /^data:/i.test(url)) return undefined
  const full = url.startsWith('//') ? `https:${url}` : url
  const { scheme, safe } = linkScheme(full)
  if (!safe || !/^https?:$/.test(scheme)) return { type: 'text', value: url, ...placeOf(element) }
  const children = [{ type: 'text' as const, value: full, ...placeOf(element) }]
  return { type: 'link', url: full, children, data: { isAddress: true }, ...placeOf(element) }
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

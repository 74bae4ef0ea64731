// A page whose parts are known → Markdown of our dialect.
import type { Element, Nodes, Root } from 'hast'
import type { Root as Markdown, PhrasingContent, RootContent } from 'mdast'
import rehypeRemark from 'rehype-remark'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { textProperty } from '../../ground/html/change-tree.ts'
import { inTags } from '../word/in-tags.ts'
import { BOX_TITLE } from './blocks.ts'
import { dialectText } from './dialect-text.ts'
import { figure, plainOf } from './figures.ts'
import { LETTERED, withLettered } from './list-counts.ts'
import { NOTE, NOTE_WORDS } from './notes.ts'
import { tableHandlers } from './page-tables.ts'
import { PLACE } from './places.ts'
import type { Handle, State } from './state.ts'
import { terms } from './terms.ts'
import { tidyMarks } from './tidy-marks.ts'

/** `language`: of the page; of others it is said where they begin. */
export function pageMarkdown(tree: Root, language: string): string {
  const handlers = { ...HANDLERS, ...tableHandlers, span: languageOf(language) }
  const markdown = unified()
    .use(rehypeRemark, { handlers, quotes: ['“”', '‘’'], document: true })
    .runSync(withLettered(tree)) as unknown as Markdown
  return writer.stringify(tidyMarks(markdown)).replaceAll(AMPERSAND, '&')
}

const writer = unified()
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkDirective)
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    fences: true,
    resourceLink: true,
    handlers: { text: dialectText },
  })
  .freeze()

/** `&` in an address, which begins no sign there; of Unicode’s characters for private use. */
const AMPERSAND = '\uE0F1'
const address = (href: string): string => href.replace(/&(?!#\w{1,8};|\w{1,31};)/g, AMPERSAND)

const html = (value: string): PhrasingContent => ({ type: 'html', value })

const heading: Handle = (state, element) => {
  const depth = Number(element.tagName.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6
  const place = textProperty(element, PLACE)
  const children = (state.all(element) as PhrasingContent[]).map((node) =>
    node.type === 'break' ? BLANK : node,
  )
  if (state.inTable) return { type: 'strong', children }
  return { type: 'heading', depth, children: place ? [...children, html(` {#${place}}`)] : children }
}

const BLANK: PhrasingContent = { type: 'text', value: ' ' }

const link: Handle = (state, element) => {
  const id = textProperty(element, 'id') ?? textProperty(element, 'name')
  const href = textProperty(element, 'href')
  const children = state.all(element) as PhrasingContent[]
  if (href !== undefined && href !== '' && children.length > 0)
    return { type: 'link', url: address(href), title: null, children }
  return id !== undefined && element.children.length === 0 ? html(`<a id="${id}"></a>`) : children
}

const image: Handle = (_, element) => {
  const { alt } = element.properties
  const said = typeof alt === 'string' ? alt.replace(/\s+/g, ' ').trim() : undefined
  const title = (textProperty(element, 'title') ?? '').replace(/\s+/g, ' ').trim()
  return {
    type: 'image',
    url: address(textProperty(element, 'src') ?? ''),
    alt: said === undefined ? '' : said || 'decorative',
    title: title && title !== said ? title : null,
  }
}

/** An element of HTML that Markdown has no sign for, around its words. */
const kept =
  (attribute?: string): Handle =>
  (state, element) => {
    const value = attribute === undefined ? undefined : textProperty(element, attribute)
    const children = state.all(element) as PhrasingContent[]
    if (children.length === 0 || (attribute !== undefined && !value)) return children
    const more = value ? ` ${attribute}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"` : ''
    return [html(`<${element.tagName}${more}>`), ...children, html(`</${element.tagName}>`)]
  }

/** `^2^`, where what is raised is letters and digits alone. */
const signed =
  (sign: string, letters: RegExp): Handle =>
  (state, element, parent) => {
    const children = state.all(element) as PhrasingContent[]
    const [only, more] = children
    const isPlain = only?.type === 'text' && more === undefined && letters.test(only.value)
    if (isPlain && isRead(sign, element, parent?.children ?? [])) return html(sign + only.value + sign)
    return kept()(state, element, undefined)
  }

/** Not beside its like, nor at the head of marked words; and `==` not within a word. */
function isRead(sign: string, element: Element, siblings: readonly Nodes[]): boolean {
  const at = siblings.indexOf(element)
  const [before, after] = [siblings[at - 1], siblings[at + 1]]
  if (siblings.some((one) => one.type === 'text' && one.value.includes(sign))) return false
  if (sign === '~') return before?.type === 'text'
  if (before?.type === 'element' && before.tagName === element.tagName) return false
  return sign !== '==' || !(isWordAt(before, /[\p{L}\p{N}]$/u) || isWordAt(after, /^[\p{L}\p{N}]/u))
}

const isWordAt = (node: Nodes | undefined, edge: RegExp): boolean =>
  node?.type === 'text' && edge.test(node.value)

const div: Handle = (state, element) => {
  const kind = textProperty(element, LETTERED)
  if (kind !== undefined)
    return state.inTable ? state.toFlow(state.all(element)) : lettered(state, element, kind)
  const note = textProperty(element, NOTE_WORDS)
  if (note !== undefined) {
    const children = state.toFlow(state.all(element))
    return { type: 'footnoteDefinition', identifier: note, label: note, children } as RootContent
  }
  const title = textProperty(element, BOX_TITLE)
  if (title === undefined || state.inTable) return state.toFlow(state.all(element))
  const children = state.toFlow(state.all(element)) as RootContent[]
  const label: RootContent[] = title
    ? [{ type: 'paragraph', data: { directiveLabel: true }, children: [{ type: 'text', value: title }] }]
    : []
  return {
    type: 'containerDirective',
    name: 'callout',
    attributes: {},
    children: [...label, ...children],
  } as RootContent
}

const languageOf =
  (language: string): Handle =>
  (state, element) => {
    const note = textProperty(element, NOTE)
    if (note !== undefined) return { type: 'footnoteReference', identifier: note, label: note }
    const children = state.all(element) as PhrasingContent[]
    const own = textProperty(element, 'lang') ?? textProperty(element, 'xmlLang') ?? ''
    if (own === '' || primary(own) === primary(language) || !isLine(children)) return children
    return { type: 'textDirective', name: 'lang', attributes: { [own]: '' }, children } as PhrasingContent
  }

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

const isLine = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.some((node) =>
    /\p{L}/u.test('value' in node ? node.value : 'children' in node ? JSON.stringify(node.children) : ''),
  )

const code: Handle = (state, element) => {
  const inner = element.children.find((child) => child.type === 'element' && child.tagName === 'code')
  const names = [element, ...(inner?.type === 'element' ? [inner] : [])]
    .map((one) => textProperty(one, 'className') ?? '')
    .join(' ')
  const lang = /(?:^|\s)(?:lang(?:uage)?-|highlight-source-|brush:\s*)([\w+#-]+)/i.exec(names)?.[1] ?? null
  const value = lines(element).replace(/^\n|(?<!\n)\n+$/g, '')
  return state.inTable
    ? { type: 'inlineCode', value: value.replace(/\s+/g, ' ') }
    : { type: 'code', lang, value }
}

const lines = (node: Element['children'][number]): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element'
      ? node.tagName === 'br'
        ? '\n'
        : node.children.map(lines).join('')
      : ''

/** Always open: a callout below its summary. */
const details: Handle = (state, element, parent) => {
  const isSummary = (child: Element['children'][number]): boolean =>
    child.type === 'element' && child.tagName === 'summary'
  const title = element.children.filter(isSummary).map(plainOf).join(' ').replace(/\s+/g, ' ').trim()
  const children = element.children.filter((child) => !isSummary(child))
  return div(state, { ...element, properties: { [BOX_TITLE]: title }, children }, parent)
}

/** Markdown counts with digits alone; HTML with letters too. */
function lettered(state: State, element: Element, kind: string): RootContent[] {
  const start = Number.parseInt(textProperty(element, 'start') ?? '1', 10)
  const items = element.children.filter((child) => child.type === 'element')
  return [
    html(start > 1 ? `<ol type="${kind}" start="${start}">` : `<ol type="${kind}">`) as RootContent,
    ...items.flatMap((item) => inTags('li', 'li', state.toFlow(state.all(item)) as RootContent[])),
    html('</ol>') as RootContent,
  ]
}

/** Only the address of a picture that was left on the web. */
const math: Handle = (_, element) => {
  const tex = textProperty(element, 'dataAdoptTex')
  if (tex === undefined) return { type: 'text', value: plainOf(element).replace(/\s+/g, ' ').trim() }
  return html(`$${tex}$`)
}

const HANDLERS: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, heading])),
  a: link,
  img: image,
  figure,
  div,
  details,
  dl: terms,
  math,
  pre: code,
  listing: code,
  xmp: code,
  br: (state) => (state.inTable ? html('<br>') : { type: 'break' }),
  sup: signed('^', /^[\p{L}\p{N}+\-−]{1,20}$/u),
  sub: signed('~', /^[\p{L}\p{N}+\-−]{1,20}$/u),
  mark: signed('==', /^[^\s=](?:[^=\n]*[^\s=])?$/),
  kbd: kept(),
  samp: kept(),
  var: kept(),
  abbr: kept('title'),
  acronym: (state, element) => kept('title')(state, { ...element, tagName: 'abbr' }, undefined),
  cite: emphasised,
  dfn: emphasised,
  u: plain,
  ins: plain,
  input: (state, element) =>
    textProperty(element, 'type') === 'checkbox'
      ? { type: 'text', value: element.properties.checked ? '☑ ' : '☐ ' }
      : state.all(element),
}

function emphasised(state: State, element: Element): PhrasingContent {
  return { type: 'emphasis', children: state.all(element) as PhrasingContent[] }
}

function plain(state: State, element: Element): RootContent[] {
  return state.all(element)
}

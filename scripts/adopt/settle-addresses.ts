// Links and pictures of a text as they were, in its new place: what they named is named where it is now.
import type { Definition, Image, Link, LinkReference, Nodes } from 'mdast'
import { type Edit, edited } from './edited.ts'
import { endOf, nodesOf, readTree, startOf } from './read-tree.ts'

export interface Addresses {
  /** The new address; undefined where it stays; 'nowhere' where nothing is there, and that is told. */
  readonly link: (address: string, line: number) => string | 'nowhere' | undefined
  readonly picture: (address: string, line: number) => string | 'nowhere' | undefined
  /** Of a text that is included. */
  readonly include?: (address: string) => string | undefined
}

/** `firstLine`: of the text in its file. */
export type SettleAddresses = (firstLine: number, addresses: Addresses) => string

/** Read once, however often its addresses are asked for. */
export function settleAddresses(markdown: string): SettleAddresses {
  if (!HAS_ADDRESS.test(markdown)) return () => markdown
  const nodes = [...nodesOf(readTree(markdown))]
  return (firstLine, addresses) => settled(markdown, nodes, firstLine, addresses)
}

function settled(markdown: string, nodes: readonly Nodes[], firstLine: number, addresses: Addresses): string {
  const ofPictures = new Set(nodes.flatMap((node) => (node.type === 'imageReference' ? node.identifier : [])))
  const context = { markdown, ofPictures, firstLine, addresses, gone: new Set<string>() }
  const edits: Edit[] = []
  for (const node of nodes) if (node.type === 'definition') edits.push(...definitionEdits(node, context))
  for (const node of nodes) edits.push(...editsOf(node, context))
  return edited(markdown, innermostLast(edits))
}

/** Brackets, HTML and blocks of the dialect: what else has an address leads to the web. */
const HAS_ADDRESS = /[[<]|:::?[a-z]/

interface Context {
  readonly markdown: string
  /** Labels that pictures refer to. */
  readonly ofPictures: ReadonlySet<string>
  readonly firstLine: number
  readonly addresses: Addresses
  /** Labels whose address leads nowhere. */
  readonly gone: Set<string>
}

function editsOf(node: Nodes, context: Context): Edit[] {
  if (node.type === 'link') return linkEdits(node, context)
  if (node.type === 'image') return pictureEdits(node, context)
  if (node.type === 'linkReference' && context.gone.has(node.identifier)) return unlinked(node)
  if (node.type === 'html') return htmlEdits(node, context)
  if (node.type === 'containerDirective' && node.name === 'include') return includeEdits(node, context)
  if (node.type === 'containerDirective' || node.type === 'leafDirective')
    return attributeEdits(node, context)
  return []
}

const lineOf = (node: Nodes, { firstLine }: Context): number =>
  firstLine - 1 + (node.position?.start.line ?? 1)

function linkEdits(node: Link, context: Context): Edit[] {
  const { markdown, addresses } = context
  const lastChild = node.children.at(-1)
  const place = destinationAt(markdown, lastChild ? endOf(lastChild) : startOf(node) + 1, endOf(node))
  if (!place) return []
  const becomes = addresses.link(node.url, lineOf(node, context))
  if (becomes === undefined) return []
  return becomes === 'nowhere' ? unlinked(node) : [{ ...place, becomes }]
}

/** The words of a link without its signs; for one without words, what it names. */
function unlinked(node: Link | LinkReference): Edit[] {
  const [first, last] = [node.children[0], node.children.at(-1)]
  const name = 'url' in node ? node.url.replace(/^#/, '') : node.identifier
  if (!first || !last)
    return [{ start: startOf(node), end: endOf(node), becomes: name.replace(/[\\`*_[\]<>]/g, '\\$&') }]
  return [
    { start: startOf(node), end: startOf(first), becomes: '' },
    { start: endOf(last), end: endOf(node), becomes: '' },
  ]
}

/** Where the address stands between `](` and its title. */
function destinationAt(markdown: string, from: number, to: number): Pick<Edit, 'start' | 'end'> | undefined {
  const found = /^\]\(\s*(<[^<>\n]*>|[^\s<][^\s]*)/.exec(markdown.slice(from, to))
  if (!found?.[1]) return undefined
  const start = from + found[0].length - found[1].length
  const written = found[1].startsWith('<') ? found[1] : withoutClosing(found[1])
  return { start, end: start + written.length }
}

/** `a(b).md)` ends before the bracket that none opened. */
function withoutClosing(written: string): string {
  let depth = 0
  for (let at = 0; at < written.length; at += 1) {
    if (written[at] === '\\') at += 1
    else if (written[at] === '(') depth += 1
    else if (written[at] === ')' && --depth < 0) return written.slice(0, at)
  }
  return written
}

function pictureEdits(node: Image, context: Context): Edit[] {
  const { markdown, addresses } = context
  const [start, end] = [startOf(node), endOf(node)]
  const label = closingBracket(markdown, start + 1, end)
  const place = destinationAt(markdown, label, end)
  if (!place) return []
  const becomes = addresses.picture(node.url, lineOf(node, context))
  if (becomes === undefined) return []
  if (becomes !== 'nowhere') return [{ ...place, becomes }]
  // What the picture is to look like goes with it.
  const whole = end + (/^\{[^{}\n]*\}/.exec(markdown.slice(end))?.[0].length ?? 0)
  return [{ start, end: whole, becomes: inWords(node, markdown.slice(start, whole)) }]
}

/** What it says, and the line as it was for whoever finds it. */
function inWords({ alt, title }: Image, written: string): string {
  const said = [...new Set([alt?.trim(), title?.trim()])].filter((words) => words && words !== 'decorative')
  return [said.join('. ').replace(/[\\`*_[\]<>]/g, '\\$&'), remarkOf(written)].filter(Boolean).join(' ')
}

const remarkOf = (written: string): string =>
  `<!-- ${written.replaceAll('--', '- -').replace(/\s+/g, ' ')} -->`

function closingBracket(text: string, from: number, to: number): number {
  let depth = 0
  for (let at = from; at < to; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '[') depth += 1
    else if (text[at] === ']' && --depth === 0) return at
  }
  return to
}

function definitionEdits(node: Definition, context: Context): Edit[] {
  const { markdown, ofPictures, addresses, gone } = context
  const [start, end] = [startOf(node), endOf(node)]
  const found = /^\[(?:\\.|[^\]\\])*\]:\s*(<[^<>\n]*>|\S+)/.exec(markdown.slice(start, end))
  if (!found?.[1]) return []
  const isOfPicture = ofPictures.has(node.identifier)
  const settle = isOfPicture ? addresses.picture : addresses.link
  const becomes = settle(node.url, lineOf(node, context))
  if (becomes === undefined) return []
  if (becomes === 'nowhere') {
    if (isOfPicture) return []
    gone.add(node.identifier)
    return [{ start, end, becomes: '' }]
  }
  const at = start + found[0].length - found[1].length
  return [{ start: at, end: at + found[1].length, becomes }]
}

const ATTRIBUTE = /\b(src|href|poster)(\s*=\s*)(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'<>=`]+))/gi

function htmlEdits(node: Nodes & { type: 'html' }, context: Context): Edit[] {
  const kindOf = (name: string) => (name === 'href' ? 'link' : 'picture')
  const within = IS_MARKDOWN.test(node.value) ? picturesWithin(node, context) : []
  return [
    ...attributesIn(node.value, ATTRIBUTE, kindOf, node, context, (at) => pictureGone(node, at)),
    ...within,
  ]
}

const IS_MARKDOWN = /\smarkdown(?:=|\b)/

/** Within `<figure markdown>` of MkDocs pictures are written as in any text. */
function picturesWithin(node: Nodes & { type: 'html' }, context: Context): Edit[] {
  const start = startOf(node)
  return [...nodesOf(readTree(node.value.replace(/<[^<>]*>|^[^\S\n]+/gm, (tag) => ' '.repeat(tag.length))))]
    .filter((inner) => inner.type === 'image')
    .flatMap((inner) => pictureEdits(inner, { ...context, markdown: node.value }))
    .map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start }))
}

/** The words of `<img>` in its place; `at`: where its address begins. */
function pictureGone(node: Nodes & { type: 'html' }, at: number): Edit[] {
  const from = node.value.lastIndexOf('<', at)
  const tag = /^<img\b[^<>]*>/i.exec(node.value.slice(Math.max(0, from)))?.[0]
  if (tag === undefined) return []
  const attributeOf = (name: string): string =>
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)?.slice(1).find(Boolean) ?? ''
  const start = startOf(node) + from
  const said = [...new Set([attributeOf('alt').trim(), attributeOf('title').trim()])]
    .filter(Boolean)
    .join('. ')
  return [{ start, end: start + tag.length, becomes: [said, remarkOf(tag)].filter(Boolean).join(' ') }]
}

const FILE = /(?<=[\s{])(file|src|picture)(=)(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'{}]+))/g

function attributeEdits(node: Nodes, context: Context): Edit[] {
  const [opening = ''] = context.markdown.slice(startOf(node), endOf(node)).split('\n')
  return attributesIn(opening, FILE, () => 'picture', node, context)
}

function includeEdits(node: Nodes & { type: 'containerDirective' }, context: Context): Edit[] {
  const becomes = context.addresses.include?.(node.attributes?.file ?? '')
  if (becomes === undefined) return []
  const [opening = ''] = context.markdown.slice(startOf(node), endOf(node)).split('\n')
  const found = /\bfile="([^"]*)"/.exec(opening)
  if (found?.[1] === undefined) return []
  const start = startOf(node) + found.index + 'file="'.length
  return [{ start, end: start + found[1].length, becomes }]
}

function attributesIn(
  text: string,
  pattern: RegExp,
  kindOf: (name: string) => 'link' | 'picture',
  node: Nodes,
  context: Context,
  gone: (at: number) => Edit[] = () => [],
): Edit[] {
  const { markdown, addresses } = context
  const start = startOf(node)
  // Within a quotation the signs before its lines are not in the value.
  if (markdown.slice(start, start + text.length) !== text) return []
  return [...text.matchAll(pattern)].flatMap((match): Edit[] => {
    const [whole, name = '', , double, single, bare] = match
    const value = double ?? single ?? bare ?? ''
    const becomes = addresses[kindOf(name.toLowerCase())](value, lineOf(node, context))
    if (becomes === undefined) return []
    if (becomes === 'nowhere') return gone(match.index)
    const end = start + match.index + whole.length - (bare === undefined ? 1 : 0)
    return [{ start: end - value.length, end, becomes }]
  })
}

/** A picture within a link is edited within it; where all of a place goes, nothing in it is edited. */
const innermostLast = (edits: readonly Edit[]): Edit[] =>
  edits.toSorted((a, b) => a.start - b.start || b.end - a.end)

// The HTML among the children of one block → a tree, by the rules of HTML. What Markdown says between the tags passes
// through whole.
import { decodeHTMLStrict } from 'entities'
import type { Element, ElementContent, Root as HastRoot } from 'hast'
import type { Html, Nodes } from 'mdast'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { Draft } from '../../markdown/draft.ts'
import type { Heard } from './heard.ts'
import { type Piece, type Splitting, splitHtml } from './split-html.ts'

/** A piece of Markdown between tags, by its place in a list. */
interface Stitch {
  readonly type: 'stitch'
  readonly index: number
}

export type HtmlNode = ElementContent | Stitch

declare module 'hast' {
  interface RootContentMap {
    stitch: Stitch
  }
  interface ElementContentMap {
    stitch: Stitch
  }
}

export interface ParsedHtml {
  readonly children: readonly HtmlNode[]
  /** What the stitches stand for. */
  readonly markdown: readonly Nodes[]
}

const parser = unified()
  .use(rehypeRaw, { passThrough: ['stitch'] })
  .freeze()

export function parseHtml(nodes: readonly Nodes[], inline: boolean, draft: Draft, heard: Heard): ParsedHtml {
  const markdown: Nodes[] = []
  const children: HastRoot['children'] = []
  const stitch = (node: Nodes): void => {
    const position = node.position ? { position: node.position } : {}
    children.push({ type: 'stitch', index: markdown.push(node) - 1, ...position })
  }
  const closesLater = closedLater(nodes)
  const splitting: Splitting = { inline, closesLater, swallowing: '', foreign: '', open: [] }
  for (const node of nodes) {
    if (node.type !== 'html') {
      if (!splitting.swallowing) stitch(node)
      continue
    }
    const pieces = splitHtml(node, splitting, heard, draft)
    for (const { kind, value, position } of pieces) {
      const placed = position ? { position: position as NonNullable<Html['position']> } : {}
      if (kind === 'html') children.push({ type: 'raw', value: bareAmpersands(value), ...placed } as never)
      else if (kind === 'text') children.push({ type: 'text', value, ...placed })
      else stitch({ type: 'html', value, ...placed })
    }
    for (const { name, piece } of leftOpen(pieces)) {
      if (closesLater(name, node)) continue
      // An anchor sets nothing apart.
      if (name !== 'a') heard.done('tag-is-not-closed', piece.value.trim(), piece)
      // A line of text ends what stands in it; a block would go on over all that follows.
      if (!inline) children.push({ type: 'raw', value: `</${name}>` } as never)
    }
  }
  const tree = parser.runSync({ type: 'root', children }, new VFile(draft.source.text)) as HastRoot
  bringBack(tree)
  return { children: tree.children as HtmlNode[], markdown }
}

/** Whether an end of that name stands in a later piece of HTML. */
function closedLater(nodes: readonly Nodes[]): Splitting['closesLater'] {
  const lastEnds = new Map<string, number>()
  const places = new Map<Nodes, number>()
  for (const [place, node] of nodes.entries()) {
    if (node.type !== 'html') continue
    places.set(node, place)
    for (const [, name = ''] of node.value.matchAll(/<\/([a-z][^\s/<>]*)/gi))
      lastEnds.set(name.toLowerCase(), place)
  }
  return (name, from) => (lastEnds.get(name) ?? -1) > (places.get(from) ?? -1)
}

/** Tags that set words apart, which browsers carry on from paragraph to paragraph until they are closed. */
const SETS_APART = /^<(\/?)(a|b|big|code|em|font|i|s|small|strike|strong|tt|u)(?=[\s>/])/i

/** Those of one block that it does not close, the last first. */
function leftOpen(pieces: readonly Piece[]): { name: string; piece: Piece }[] {
  const open: { name: string; piece: Piece }[] = []
  for (const piece of pieces) {
    const [, slash, written] = (piece.kind === 'html' && SETS_APART.exec(piece.value)) || []
    const name = written?.toLowerCase()
    if (name === undefined || piece.value.endsWith('/>')) continue
    const index = open.findLastIndex((one) => one.name === name)
    if (!slash) open.push({ name, piece })
    else if (index >= 0) open.splice(index, 1)
  }
  return open.reverse()
}

/** `&copy` and `&reg=2` without a semicolon are no references, as in Markdown, and no more is `&notation;`. */
const bareAmpersands = (value: string): string =>
  value.replace(/&([a-z][a-z\d]*)(;?)/gi, (whole, name: string, end: string) =>
    end && decodeHTMLStrict(whole) !== whole ? whole : `${STAND_IN}${name}${end}`,
  )

/** One sign for one, so that every place stays. */
const STAND_IN = '\uFDEF'

function bringBack(node: HastRoot | Element): void {
  for (const child of node.children) {
    if (child.type === 'text') child.value = child.value.replaceAll(STAND_IN, '&')
    if (child.type !== 'element') continue
    for (const [name, value] of Object.entries(child.properties))
      if (typeof value === 'string') child.properties[name] = value.replaceAll(STAND_IN, '&')
    bringBack(child)
  }
}

export const isElement = (node: HtmlNode): node is Element => node.type === 'element'

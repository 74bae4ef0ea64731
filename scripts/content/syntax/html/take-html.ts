// HTML in a text → the Markdown for it, as a tree, so that a heading is a heading and a picture a picture whoever
// wrote it. Remarks stay as `html`: they say nothing, and some of them are asked for.
import type { Html, Nodes, Parents, Root } from 'mdast'
import { notesIn } from '../../markdown/calls-in-text.ts'
import type { Draft } from '../../markdown/draft.ts'
import { asFlow, asLine, holdsLine, isBlock, trimmed } from './flow.ts'
import { type Heard, hear } from './heard.ts'
import { parseHtml } from './parse-html.ts'
import { type Defined, isMarkdownWithin, readAsMarkdown, referencesIn } from './read-as-markdown.ts'
import { toMarkdown } from './to-markdown.ts'

/** Changes the tree in place. */
export function takeHtml(tree: Root, draft: Draft): void {
  const heard = hear(draft)
  takeBlocks(tree, { draft, heard, notes: notesIn(tree), references: referencesIn(tree) })
  heard.tell()
}

interface Taking extends Defined {
  readonly heard: Heard
}

const REMARK = /^<!--[\s\S]*?-->\s*$/

/** A remark, or several, and nothing else. */
const isRemark = ({ value }: Html): boolean =>
  REMARK.test(value) && value.indexOf('-->') === value.lastIndexOf('-->')

const isHtml = (node: Nodes): node is Html => node.type === 'html' && !isRemark(node)

function takeBlocks(parent: Parents, taking: Taking): void {
  const children = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
    if (isHtml(node) && isMarkdownWithin(node, taking.heard)) return readAsMarkdown(node, taking)
    return [node]
  })
  const taken = unfolded(children).flatMap((node): Nodes[] => {
    if (holdsLine(node)) return takeLine(node, taking)
    if ('children' in node) takeBlocks(node, taking)
    return [node]
  })
  const blocks = taken.some(isHtml) ? asFlow(parsed(taken, false, taking)) : taken
  parent.children = blocks as typeof parent.children
}

const HOLDER =
  /^<(\/?)(table|caption|thead|tbody|tfoot|tr|td|th|ul|ol|li|dl|dt|dd|div|section|article|details|figure)\b/i

/**
 * A blank line within HTML ends it for Markdown. Where the words below it close an element that was begun above, their
 * tags and those of what follows belong to all of it.
 */
function unfolded(blocks: readonly Nodes[]): readonly Nodes[] {
  const first = blocks.findIndex(isHtml)
  if (first < 0) return blocks
  return blocks.flatMap((node, index): Nodes[] => {
    if (index < first || node.type !== 'paragraph') return [node]
    const closing = closingIn(node.children)
    if (closing < 0) return [node]
    const words = node.children.slice(0, closing)
    return [...(words.length > 0 ? [{ ...node, children: words }] : []), ...node.children.slice(closing)]
  })
}

/** The first tag that closes what the line has not begun. */
function closingIn(line: readonly Nodes[]): number {
  const open: string[] = []
  return line.findIndex((node) => {
    const [, slash, name = ''] = (node.type === 'html' && HOLDER.exec(node.value)) || []
    if (slash === undefined) return false
    if (slash === '') open.push(name.toLowerCase())
    return slash !== '' && open.pop() === undefined
  })
}

/** A line of text; more than one block where HTML has blocks in it, or none. */
function takeLine(node: Extract<Nodes, Parents>, taking: Taking): Nodes[] {
  for (const child of node.children as Nodes[]) if (holdsLine(child)) takeLine(child, taking)
  const children = node.children as Nodes[]
  if (!children.some(isHtml)) return [node]
  const found = parsed(children, true, taking, node.type === 'tableCell')
  if (node.type === 'tableCell')
    node.children = trimmed(found.some(isBlock) ? asFlow(found) : found) as typeof node.children
  else if (node.type === 'paragraph' && found.some(isBlock)) return asFlow(found)
  else node.children = (isWhole(node) ? trimmed(asLine(found)) : asLine(found)) as typeof node.children
  const isGone = node.type === 'paragraph' && node.children.length === 0
  return isGone ? [] : [node]
}

const isWhole = ({ type }: Nodes): boolean => type === 'paragraph' || type === 'heading'

function parsed(nodes: readonly Nodes[], inline: boolean, taking: Taking, inCell = false): Nodes[] {
  const { draft, heard, notes } = taking
  const { children, markdown } = parseHtml(nodes, inline, draft, heard)
  return toMarkdown(children, { draft, heard, notes, markdown, inCell, isCode: false, read: toMarkdown })
}

/** Takes the remarks out, once all have been asked for. */
export function dropRemarks(parent: Parents): void {
  const kept = (parent.children as Nodes[]).filter((node) => {
    if (node.type === 'html') return false
    if (!('children' in node) || node.children.length === 0) return true
    const before = node.children.length
    dropRemarks(node)
    if (node.type === 'paragraph' && node.children.length < before)
      node.children = trimmed(node.children) as typeof node.children
    return node.type !== 'paragraph' || node.children.length > 0
  })
  parent.children = kept as typeof parent.children
}

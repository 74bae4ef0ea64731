// What a file says, read from the Markdown tree and not from the HTML made of it, so that one can be held against the other.
import type { FootnoteDefinition, ListItem, Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { SourceText } from '../model.ts'
import { type Attributes, attributesOf } from './markdown/attributes.ts'
import { lineOf, type Placed } from './markdown/draft.ts'
import type { ContainerDirective } from './markdown/hast.ts'
import { loneImage } from './markdown/picture.ts'
import { textOfHtml } from './markdown/processor.ts'
import { splitTerm } from './markdown/terms.ts'

interface Reading {
  readonly blocks: SourceText[]
  readonly definitions: Map<string, FootnoteDefinition>
  /** Notes in the order of their first call: they are printed at the end. */
  readonly called: Set<string>
}

/** Block by block in the order of print, notes last. Words that the pipeline prints by itself are not in it. */
export function sourceText(tree: Root): SourceText[] {
  const reading: Reading = { blocks: [], definitions: new Map(), called: new Set() }
  collectDefinitions(tree, reading.definitions)
  readAll(tree.children, reading)
  for (const name of reading.called) readAll(reading.definitions.get(name)?.children ?? [], reading)
  return reading.blocks
}

function collectDefinitions(node: Nodes, definitions: Reading['definitions']): void {
  if (node.type === 'footnoteDefinition') {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  }
  if ('children' in node && !isLeaf(node))
    for (const child of node.children) collectDefinitions(child, definitions)
}

const isLeaf = (node: Nodes): boolean =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'table'

function readBlock(node: Nodes, reading: Reading): void {
  const image = loneImage(node)
  if (image) say(image, image.title, reading)
  else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    readInline(node, reading)
  else if (node.type === 'code') say(node, node.value, reading)
  else if (node.type === 'html') say(node, textOfHtml(node.value), reading)
  else if (node.type === 'containerDirective') readDirective(node, reading)
  else if ('children' in node && node.type !== 'footnoteDefinition') readAll(node.children, reading)
}

function readAll(nodes: readonly Nodes[], reading: Reading): void {
  for (const node of nodes) readBlock(node, reading)
}

function say(node: Placed, text: string | null | undefined, { blocks }: Reading): void {
  if (text?.trim()) blocks.push({ line: lineOf(node), text: text.trim() })
}

function readInline(node: Nodes, reading: Reading): void {
  noteCalls(node, reading)
  say(node, plainText(node, { includeImageAlt: false, includeHtml: false }), reading)
}

function noteCalls(node: Nodes, { called, definitions }: Reading): void {
  if (node.type === 'footnoteReference' && definitions.has(node.identifier)) called.add(node.identifier)
  if ('children' in node)
    for (const child of node.children) noteCalls(child, { called, definitions, blocks: [] })
}

type DirectiveReader = (node: ContainerDirective, given: Attributes, reading: Reading) => void

/** Attributes that print are text of the author's too: titles, captions, speakers. Other blocks only hold text. */
const DIRECTIVES: Readonly<Record<string, DirectiveReader>> = {
  quote: (node, { by, role }, reading) => {
    readAll(node.children, reading)
    if (by) say(node, role ? `${by}, ${role}` : by, reading)
  },
  chart: (node, given, reading) => {
    say(node, given.title, reading)
    say(node, given.question, reading)
    const table = node.children.find((child) => child.type === 'table')
    if (table && given.table !== undefined && !given.data) readBlock(table, reading)
    say(node, given.caption, reading)
  },
  table: (node, { caption }, reading) => {
    const index = node.children.findIndex((child) => child.type === 'table')
    readAll(node.children.slice(0, Math.max(0, index)), reading)
    if (index >= 0) say(node, caption, reading)
    readAll(node.children.slice(Math.max(0, index)), reading)
  },
  figure: readPictureLast,
  plate: readPictureLast,
  terms: (node, _given, reading) => {
    const items = node.children.flatMap((child): ListItem[] => (child.type === 'list' ? child.children : []))
    const parts = items.flatMap((item) => splitTerm(item) ?? [])
    const onlyTerms = parts.length === items.length && node.children.every((child) => child.type === 'list')
    if (!onlyTerms) readAll(node.children, reading)
    else for (const { term, meaning } of parts) for (const part of [term, meaning]) readInline(part, reading)
  },
}

function readDirective(node: ContainerDirective, reading: Reading): void {
  const read = DIRECTIVES[node.name]
  if (read) read(node, attributesOf(node), reading)
  else readAll(node.children, reading)
}

/** The caption of a picture stands below whatever else is in its block. */
function readPictureLast(node: ContainerDirective, _given: Attributes, reading: Reading): void {
  const picture = node.children.find((child) => loneImage(child))
  readAll(
    node.children.filter((child) => child !== picture),
    reading,
  )
  if (picture) readBlock(picture, reading)
}

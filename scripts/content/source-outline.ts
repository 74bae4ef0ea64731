// What a file says and what each piece of it is, read from the Markdown tree and not from the HTML made of it, so
// that one can be held against the other.
import type { FootnoteDefinition, Formula, Image, List, Nodes, PhrasingContent, Root, Table } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { OutlineBlock, OutlineLink } from '../model/outline.ts'
import type { OutlineReader } from './directives/directive.ts'
import { directiveOf } from './directives/directives.ts'
import { attributesOf } from './markdown/attributes.ts'
import { callsIn, withoutCalls } from './markdown/calls-in-text.ts'
import type { DescriptionList } from './markdown/description-list.ts'
import { lineOf, type Placed } from './markdown/draft.ts'
import type { ContainerDirective } from './markdown/hast.ts'
import { listLabels } from './markdown/list-labels.ts'
import { loneImage } from './markdown/picture.ts'
import { captionWithCredit } from './markdown/picture-credit.ts'
import { gridOf } from './markdown/table-grid.ts'
import type { MarkedHead } from './marked-head.ts'
import { isBlock } from './syntax/html/flow.ts'

export interface OutlineContext {
  /** Level in print of the file's own title. */
  readonly level: number
  /** Title and standfirst, whose notes are called first. */
  readonly head: MarkedHead
  /** A value that is plain text, with the citations in it. */
  readonly cited: (text: string) => PhrasingContent[]
  /** How each formula is read aloud. */
  readonly formulas: readonly { readonly spoken: string }[]
  /** Where the link at `line:column` leads; undefined for one that leads nowhere. */
  readonly target: (place: string, url: string) => string | undefined
  /** Whether each note follows the block of the text that calls it, instead of all blocks. */
  readonly footNotes?: boolean
}

interface Reading extends Omit<OutlineContext, 'head'> {
  readonly blocks: OutlineBlock[]
  readonly definitions: Map<string, FootnoteDefinition>
  /** Notes in the order of their first call: in this they are printed, behind the block or at the end. */
  readonly called: Set<string>
  readonly printed: Set<string>
  /** Lists around what is being read. */
  depth: number
  /** What the next text begins; it is a paragraph when this is undefined. */
  begins: 'item' | 'note' | undefined
  /** Of the item that it begins. */
  label: string | undefined
}

/** Block by block in the order of print. Words that the pipeline prints by itself are not in it. */
export function sourceOutline(tree: Root, context: OutlineContext): OutlineBlock[] {
  const definitions: Reading['definitions'] = new Map()
  collectDefinitions(tree, definitions)
  const reading = newReading(context, definitions)
  if (!context.footNotes || definitions.size === 0) {
    for (const block of tree.children) readBlock(block, reading)
    readNotes(() => true, reading)
    return reading.blocks
  }
  // A note that the text calls stands where the text does it, though a note before that place calls it too.
  const alone = newReading(context, definitions)
  for (const block of tree.children) readBlock(block, alone)
  const here = new Set<string>()
  const isHere = (name: string): boolean => here.has(name) || !alone.called.has(name)
  for (const block of [undefined, ...tree.children]) {
    const before = new Set(reading.called)
    if (block) readBlock(block, reading)
    for (const name of block ? callsOf(block, context, definitions) : before) here.add(name)
    readNotes(isHere, reading)
  }
  return reading.blocks
}

function newReading(context: OutlineContext, definitions: Reading['definitions']): Reading {
  const reading: Reading = {
    ...context,
    blocks: [],
    definitions,
    called: new Set(),
    printed: new Set(),
    depth: 0,
    begins: undefined,
    label: undefined,
  }
  for (const node of [...(context.head.title ?? []), ...(context.head.standfirst ?? [])])
    noteCalls(node, reading)
  return reading
}

/** What one block calls, whatever was called before. */
function callsOf(
  block: Nodes,
  context: OutlineContext,
  definitions: Reading['definitions'],
): ReadonlySet<string> {
  const reading = newReading({ ...context, head: {} }, definitions)
  readBlock(block, reading)
  return reading.called
}

/** Those that were called and are not printed yet. A note may call another. */
function readNotes(isHere: (name: string) => boolean, reading: Reading): void {
  const { called, printed } = reading
  for (const name of called) {
    if (printed.has(name) || !isHere(name)) continue
    printed.add(name)
    reading.begins = 'note'
    readAll(reading.definitions.get(name)?.children ?? [], reading)
    reading.begins = undefined
  }
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
  if (image) readPicture(image, [], reading)
  else if (node.type === 'paragraph') readInline(node, reading)
  else if (node.type === 'heading')
    readInline(node, reading, 'heading', Math.min(6, reading.level + node.depth - 1))
  else if (node.type === 'table') readTable(node, reading, false)
  else if (node.type === 'list') readList(node, reading)
  else if (node.type === 'code') say(node, node.value, reading)
  else if (node.type === 'formula') sayFormula(node, reading)
  else if (node.type === 'descriptionList') readDescriptions(node, reading)
  else if (node.type === 'containerDirective') readDirective(node, reading)
  else if ('children' in node && node.type !== 'footnoteDefinition') readAll(node.children, reading)
}

function readAll(nodes: readonly Nodes[], reading: Reading): void {
  for (const node of nodes) readBlock(node, reading)
}

function readList(list: List, reading: Reading): void {
  const { begins } = reading
  const labels = list.ordered ? listLabels(list) : []
  reading.depth++
  list.children.forEach((item, index) => {
    Object.assign(reading, { begins: 'item', label: labels[index] })
    readAll(item.children, reading)
  })
  reading.depth--
  reading.begins = begins === 'item' ? undefined : begins
}

/** `rows`: the first cell of each row is its header. */
function readTable(table: Table, reading: Reading, rows: boolean): void {
  if (table.data?.caption) say(table, saidOf(table.data.caption, reading), reading, 'caption')
  for (const row of gridOf(table, rows).rows)
    for (const { cell, column, header } of row)
      readInline(cell, reading, header ? 'header' : 'cell', column + 1)
}

/** Terms that share a meaning are one item with it. */
function readDescriptions({ children }: DescriptionList, reading: Reading): void {
  const { begins } = reading
  reading.depth++
  children.forEach((part, index) => {
    const before = children[index - 1]?.type
    const isTerm = part.type === 'descriptionTerm'
    if (before === undefined || (isTerm && before !== 'descriptionTerm'))
      Object.assign(reading, { begins: 'item', label: undefined })
    if (part.children.some(isBlock)) readAll(part.children as Nodes[], reading)
    else readInline(part as never, reading)
  })
  reading.depth--
  reading.begins = begins === 'item' ? undefined : begins
}

function say(
  node: Placed,
  text: string | null | undefined,
  reading: Reading,
  kind: OutlineBlock['kind'] = 'paragraph',
  level = reading.depth,
  links: readonly OutlineLink[] = [],
): void {
  const words = text?.trim() ?? ''
  const isCell = kind === 'cell' || kind === 'header'
  if (words === '' && !isCell) return
  const isFirst = kind === 'paragraph' && reading.begins !== undefined
  const own = isFirst ? (reading.begins ?? kind) : kind
  if (!isCell) reading.begins = undefined
  const label = own === 'item' ? reading.label : undefined
  reading.blocks.push({
    kind: own,
    level,
    text: words,
    line: lineOf(node),
    links,
    ...(label ? { label } : {}),
  })
}

function readInline(node: Nodes, reading: Reading, kind?: OutlineBlock['kind'], level?: number): void {
  noteCalls(node, reading)
  const found = inlineParts(node)
  const links = found.links.flatMap((link): OutlineLink[] => {
    const text = textOf(link).trim()
    const { line, column } = link.position?.start ?? { line: 1, column: 1 }
    const target = reading.target(`${line}:${column}`, link.url)
    return text !== '' && target !== undefined ? [{ text, target }] : []
  })
  say(node, textOf(node), reading, kind, level, links)
  for (const one of found.pictures) {
    if (one.type === 'image') sayFigure(one, reading)
    else sayFormula(one, reading)
  }
}

interface InlineParts {
  readonly links: Extract<Nodes, { type: 'link' }>[]
  /** Pictures and formulas, which are heard behind the words of their block. */
  readonly pictures: (Image | Formula)[]
}

function inlineParts(node: Nodes, found: InlineParts = { links: [], pictures: [] }): InlineParts {
  if (node.type === 'link') found.links.push(node)
  if (node.type === 'image' || node.type === 'formula') found.pictures.push(node)
  if ('children' in node) for (const child of node.children) inlineParts(child, found)
  return found
}

/** The words of a line; its formulas are no words. */
function textOf(node: Nodes): string {
  if (node.type === 'formula') return ''
  if (!('children' in node)) return plainText(node, { includeImageAlt: false, includeHtml: false })
  return node.children.map(textOf).join('')
}

function noteCalls(node: Nodes, reading: Reading): void {
  if (node.type === 'footnoteReference' && reading.definitions.has(node.identifier))
    reading.called.add(node.identifier)
  if ('children' in node) for (const child of node.children) noteCalls(child, reading)
}

/** A value that is plain text but for the notes that it calls and the works that it cites. */
function saidOf(text: string | null | undefined, reading: Reading): string {
  const parts = callsIn(text ?? '', (identifier) => reading.definitions.has(identifier)).flatMap((part) =>
    part.type === 'text' ? reading.cited(part.value) : [part],
  )
  for (const part of parts) noteCalls(part, reading)
  return withoutCalls(parts)
}

function sayFigure(image: Image, reading: Reading): void {
  const alt = image.alt?.trim() ?? ''
  if (alt === 'decorative') return
  reading.blocks.push({ kind: 'figure', level: 0, text: alt, line: lineOf(image), links: [] })
}

function sayFormula(node: Formula, { blocks, formulas }: Reading): void {
  const text = formulas[node.data?.index ?? -1]?.spoken ?? ''
  blocks.push({ kind: 'figure', level: 0, text, line: lineOf(node), links: [] })
}

/** A picture, whatever else stands in its block, and the caption below both. */
function readPicture(image: Image, others: readonly Nodes[], reading: Reading): void {
  sayFigure(image, reading)
  readAll(others, reading)
  const caption = captionWithCredit(image.title?.trim() ?? '', image.data?.credit)
  say(image, saidOf(caption, reading), reading, 'caption')
}

/** Attributes that print are text of the author's too: titles, captions, speakers. Other blocks only hold text. */
function readDirective(node: ContainerDirective, reading: Reading): void {
  const block = directiveOf(node)
  if (block?.outline) block.outline(node, attributesOf(node), readerOf(reading))
  else readAll(node.children, reading)
}

const readerOf = (reading: Reading): OutlineReader => ({
  all: (nodes) => readAll(nodes, reading),
  say: (node, text, kind) => say(node, text, reading, kind),
  sayWithCalls: (node, text, kind) => say(node, saidOf(text, reading), reading, kind),
  figure: (node, text) =>
    reading.blocks.push({ kind: 'figure', level: 0, text, line: lineOf(node), links: [] }),
  table: (table, rows) => readTable(table, reading, rows),
  picture: (image, others) => readPicture(image, others, reading),
  term: (term, meaning) => readTerm(term, meaning, reading),
})

function readTerm(term: Nodes, meaning: Nodes, reading: Reading): void {
  reading.depth++
  Object.assign(reading, { begins: 'item', label: undefined })
  readInline(term, reading)
  readInline(meaning, reading)
  reading.depth--
}

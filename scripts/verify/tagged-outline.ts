import type { OutlineEntry, OutlineLink } from '../model/outline.ts'
import type { PrintedPdf } from '../model/printed.ts'
import { destinationAnchor } from './destination-anchor.ts'
import { figureSource } from './figure-source.ts'
import { standardType } from './flat-tree.ts'
import { hasMadeLabels, signOf } from './made-labels.ts'
import { printedSource } from './printed-source.ts'
import type { ReadPdf } from './read-back.ts'
import type { StructureElement } from './structure-tree.ts'

/** One thing that a screen reader meets, with where it stands and where it comes from. */
export interface TaggedEntry extends OutlineEntry {
  readonly page: number
  /** `3:14`; '' for what the pipeline made. */
  readonly src: string
  /** The text as it was read, for messages. */
  readonly shown: string
}

interface Open {
  kind: OutlineEntry['kind']
  level: number
  /** As read, for messages. */
  text: string
  /** The author's part, for comparing. */
  own: string
  links: OutlineLink[]
  page: number
  src: string
}

interface Walk {
  readonly read: ReadPdf
  readonly ownWords: ReturnType<typeof printedSource>
  readonly sourceOfFigure: ReturnType<typeof figureSource>
  readonly addresses: ReadonlyMap<number, string>
  readonly entries: TaggedEntry[]
  readonly figures: TaggedEntry[]
  open: Open | undefined
  /** Whether what is open ends only with its own element: a heading, a cell, a caption. */
  isLeaf: boolean
  depth: number
  numbered: boolean
  begins: 'item' | 'note' | undefined
  /** Before the item that is read. */
  label: string
  /** For each column of the table being read, rows that a cell from above still fills, this one with it. */
  comingDown: number[]
}

/** The structure tree as a plain outline of the author's words; what the pipeline made by itself is left out. */
export function taggedOutline(
  read: ReadPdf,
  printed: Pick<PrintedPdf, 'text' | 'alts'>,
): readonly TaggedEntry[] {
  const addresses = read.annotations.map(
    ({ object, destination, address }) =>
      [object, destination ? `#${destinationAnchor(destination)}` : address] as const,
  )
  const walk: Walk = {
    read,
    ownWords: printedSource(printed.text, read.text),
    sourceOfFigure: figureSource(printed.alts),
    addresses: new Map(addresses),
    entries: [],
    figures: [],
    open: undefined,
    isLeaf: false,
    depth: 0,
    numbered: false,
    begins: undefined,
    label: '',
    comingDown: [],
  }
  if (read.tree) readKids(walk, read.tree)
  close(walk)
  return walk.entries
}

const INLINE = new Set([
  'Span',
  'Quote',
  'Reference',
  'BibEntry',
  'Code',
  'NonStruct',
  'Private',
  'Ruby',
  'RB',
  'RT',
  'RP',
])

function readElement(walk: Walk, element: StructureElement, parent: string, column: number): void {
  const type = standardType(element.type, walk.read.parents.roles)
  const level = /^H([1-6])$/.exec(type)?.[1]
  if (type === 'Figure' || type === 'Formula') readFigure(walk, element, element.alt ?? '')
  else if (type === 'Link') readLink(walk, element)
  else if (level !== undefined) readLeaf(walk, element, 'heading', Number(level))
  else if (type === 'P') readLeaf(walk, element, 'paragraph', walk.depth)
  else if (type === 'Caption') readLeaf(walk, element, 'caption', walk.depth)
  else if (type === 'TH' || type === 'TD') readLeaf(walk, element, type === 'TH' ? 'header' : 'cell', column)
  else if (type === 'Code' && GROUPING.has(parent)) readLeaf(walk, element, 'paragraph', walk.depth)
  else if (type === 'Table') readTable(walk, element)
  else if (INLINE.has(type)) readKids(walk, element)
  else if (walk.isLeaf) readWithinLeaf(walk, element, type)
  else readGroup(walk, element, type)
}

const GROUPING = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', ''])

function readKids(walk: Walk, element: StructureElement): void {
  const type = standardType(element.type, walk.read.parents.roles)
  if (type === 'TR') beginRow(walk)
  for (const kid of element.kids) {
    if (kid.kind === 'mark') say(walk, kid, textOfMark(walk, kid))
    if (kid.kind === 'element')
      readElement(walk, kid.element, type, type === 'TR' ? columnOf(walk, kid.element) : 1)
  }
}

/** What comes down from the rows above has a row less to go. */
function beginRow(walk: Walk): void {
  walk.comingDown = walk.comingDown.map((rows) => Math.max(0, rows - 1))
}

/** The first free column of the row, and takes as many as the cell spans. */
function columnOf({ comingDown }: Walk, { look }: StructureElement): number {
  let column = 0
  while ((comingDown[column] ?? 0) > 0) column++
  for (let step = 0; step < look.columnSpan; step++) comingDown[column + step] = look.rowSpan
  return column + 1
}

const textOfMark = ({ read }: Walk, mark: { readonly page: number; readonly key: string }): string =>
  read.pages[mark.page - 1]?.content.marks.get(mark.key) ?? ''

function readLeaf(walk: Walk, element: StructureElement, kind: Open['kind'], level: number): void {
  if (walk.isLeaf) {
    readKids(walk, element)
    return
  }
  close(walk)
  walk.open = { kind, level, text: '', own: '', links: [], page: 0, src: '' }
  walk.isLeaf = true
  readKids(walk, element)
  walk.isLeaf = false
  close(walk)
}

/** A list in a cell has labels too. */
function readWithinLeaf(walk: Walk, element: StructureElement, type: string): void {
  if (type === 'Lbl' && walk.numbered) return
  const { numbered } = walk
  if (type === 'L') walk.numbered = hasMadeLabels(element, (mark) => textOfMark(walk, mark))
  readKids(walk, element)
  walk.numbered = numbered
}

function readGroup(walk: Walk, element: StructureElement, type: string): void {
  const { depth } = walk
  close(walk)
  if (type === 'Lbl' && walk.numbered) {
    // “1.” and “•” are made by the browser, not by the text.
    walk.label = signOf(element, (mark) => textOfMark(walk, mark))
    return
  }
  const { numbered } = walk
  if (type === 'L') {
    walk.depth++
    walk.numbered = hasMadeLabels(element, (mark) => textOfMark(walk, mark))
  }
  if (type === 'LI') Object.assign(walk, { begins: 'item', label: '' })
  if (type === 'Note') {
    walk.begins = 'note'
    walk.depth = 0
  }
  readKids(walk, element)
  close(walk)
  Object.assign(walk, { depth, numbered })
  if (type === 'LI' || type === 'Note') walk.begins = undefined
}

/** A table of the author's has words of theirs; of one that the pipeline made nothing is left. */
function readTable(walk: Walk, element: StructureElement): void {
  close(walk)
  const from = walk.entries.length
  walk.comingDown = []
  readKids(walk, element)
  close(walk)
  const cells = walk.entries.splice(from)
  const src = cells.find((cell) => cell.src !== '' && cell.kind !== 'caption')?.src
  for (const cell of cells) {
    if (cell.kind === 'caption' || src !== undefined)
      walk.entries.push(cell.src ? cell : { ...cell, src: src ?? '' })
  }
}

/** A picture follows the words of its block, in which it may stand first. */
function readFigure(walk: Walk, element: StructureElement, alt: string): void {
  const page = pageOf(element)
  const src = walk.sourceOfFigure(alt)
  walk.figures.push({ kind: 'figure', level: 0, text: alt, links: [], page, src, shown: alt })
}

function pageOf(element: StructureElement): number {
  for (const kid of element.kids) {
    const page = kid.kind === 'element' ? pageOf(kid.element) : kid.page
    if (page > 0) return page
  }
  return 0
}

function readLink(walk: Walk, element: StructureElement): void {
  const before = walk.open?.own.length ?? 0
  readKids(walk, element)
  const text = walk.open?.own.slice(before) ?? ''
  if (text === '') return
  const annotation = element.kids.flatMap((kid) => (kid.kind === 'annotation' ? [kid.annotation] : []))[0]
  walk.open?.links.push({ text, target: walk.addresses.get(annotation ?? 0) ?? '' })
}

function say(walk: Walk, mark: { readonly page: number; readonly key: string }, text: string): void {
  const { text: own, src } = walk.ownWords(text, mark)
  walk.open ??= { kind: 'paragraph', level: walk.depth, text: '', own: '', links: [], page: 0, src: '' }
  const { open } = walk
  open.own += own
  if (own !== '') open.text += text
  open.page ||= mark.page
  open.src ||= src
}

/** Ends what is open. Without words of the author's it is nothing of theirs, but for the cells of a table. */
function close(walk: Walk): void {
  const { open } = walk
  walk.open = undefined
  if (open && (open.own !== '' || open.kind === 'cell' || open.kind === 'header')) {
    const { own, text, ...entry } = open
    const isFirst = entry.kind === 'paragraph' && walk.begins !== undefined
    const kind = isFirst ? (walk.begins ?? entry.kind) : entry.kind
    if (entry.kind !== 'cell' && entry.kind !== 'header') walk.begins = undefined
    const label = kind === 'item' && walk.label ? { label: walk.label } : {}
    walk.entries.push({ ...entry, ...label, kind, text: own, shown: text.trim() })
  }
  walk.entries.push(...walk.figures.splice(0))
}

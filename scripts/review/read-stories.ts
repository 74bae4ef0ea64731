// The text of a Word file and its notes → stretches, each with the mark that says where it came from.
import type { Element } from 'xast'
import { nameOfMark, readMark } from '../ground/review-marks.ts'
import type { Piece } from './piece.ts'
import type { Look, ShownPicture } from './read-pictures.ts'
import { settleStretches } from './settle-stretches.ts'
import { PARAGRAPH, type Stretch, THING, type WordParagraph } from './word-file.ts'
import { attributeOf, childOf, elementsOf, textOf } from './word-xml.ts'

/** Where a comment stands, and at which words. */
export interface CommentRange {
  at?: number
  words: string
  open: boolean
}

export interface Stories {
  readonly stretches: readonly Stretch[]
  readonly repeated: readonly string[]
  readonly ranges: ReadonlyMap<string, CommentRange>
}

/** What is around what is being read. */
interface Around {
  readonly inserted: boolean
  readonly deleted: boolean
  readonly cell?: WordParagraph['cell']
  readonly note: string
  readonly isContents: boolean
}

interface Reader {
  readonly styles: ReadonlyMap<string, string>
  readonly looks: ReadonlyMap<string, Look>
  readonly pieces: Piece[]
  readonly names: Set<string>
  readonly repeated: string[]
  readonly ranges: Map<string, CommentRange>
  /** Marks that stand between paragraphs, for the next one. */
  readonly waiting: string[]
  piece: Piece | undefined
  paragraphs: number
  tables: number
  /** LibreOffice 7.4 may end the contents only at the next table: a paragraph with a mark is behind them. */
  isPastContents: boolean
}

export function readStories(
  body: Element,
  notes: readonly Element[],
  styles: ReadonlyMap<string, string>,
  looks: ReadonlyMap<string, Look>,
): Stories {
  const reader: Reader = {
    styles,
    looks,
    pieces: [],
    names: new Set(),
    repeated: [],
    ranges: new Map(),
    waiting: [],
    piece: undefined,
    paragraphs: 0,
    tables: 0,
    isPastContents: false,
  }
  const around: Around = { inserted: false, deleted: false, note: '', isContents: false }
  readAll(body, around, reader)
  for (const note of notes) readAll(note, { ...around, note: noteId(note) }, reader)
  return { stretches: settleStretches(reader.pieces), repeated: reader.repeated, ranges: reader.ranges }
}

/** Notes at the foot of a page and those at the end are counted apart. */
const noteId = (node: Element): string =>
  `${node.name.startsWith('w:endnote') ? 'end ' : ''}${attributeOf(node, 'w:id') ?? '?'}`

function readAll(node: Element, around: Around, reader: Reader): void {
  for (const child of elementsOf(node)) readElement(child, around, reader)
}

/** What is in these is not read: properties, codes of fields, second versions of the same. */
const PASSED_OVER = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:tblPr',
  'w:instrText',
  'w:delInstrText',
  'mc:Fallback',
])
const THINGS = new Set([
  'w:drawing',
  'w:pict',
  'w:object',
  'w:footnoteReference',
  'w:endnoteReference',
  'm:oMath',
])
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '',
}

function readElement(node: Element, around: Around, reader: Reader): void {
  const { name } = node
  if (PASSED_OVER.has(name)) return
  if (name === 'w:p') readParagraph(node, around, reader)
  else if (name === 'w:tbl') readTable(node, around, reader)
  else if (name === 'w:t' || name === 'w:delText') say(textOf(node), around, reader)
  else if (name === 'w:br') say(attributeOf(node, 'w:type') === 'page' ? ' ' : '\n', around, reader)
  else if (name === 'w:sym') say(signOf(node), around, reader)
  else if (name in SIGNS) say(SIGNS[name] ?? '', around, reader)
  else if (THINGS.has(name)) meetThing(node, around, reader)
  else if (name === 'w:bookmarkStart') meetMark(attributeOf(node, 'w:name') ?? '', reader)
  else if (name.startsWith('w:comment')) readRange(node, reader)
  else readAll(node, within(node, around), reader)
}

function within(node: Element, around: Around): Around {
  const { name } = node
  if (name === 'w:ins' || name === 'w:moveTo') return { ...around, inserted: true }
  if (name === 'w:del' || name === 'w:moveFrom') return { ...around, deleted: true }
  if (name !== 'w:sdt') return around
  const gallery = childOf(childOf(childOf(node, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
  return /contents/i.test(attributeOf(gallery) ?? '') ? { ...around, isContents: true } : around
}

function signOf(node: Element): string {
  const code = Number.parseInt(attributeOf(node, 'w:char') ?? '', 16)
  return Number.isNaN(code) ? '' : String.fromCharCode(code)
}

function readParagraph(node: Element, around: Around, reader: Reader): void {
  const outer = reader.piece
  const properties = childOf(node, 'w:pPr')
  reader.paragraphs += 1
  newPiece(paragraphOf(properties, around, reader), reader)
  for (const name of reader.waiting.splice(0)) meetMark(name, reader)
  readAll(node, around, reader)
  for (const range of reader.ranges.values()) if (range.open) range.words += ' '
  const end = childOf(properties, 'w:rPr')
  if (reader.piece) {
    const isGone =
      around.deleted || childOf(end, 'w:del') !== undefined || childOf(end, 'w:moveFrom') !== undefined
    reader.piece.joins = isGone
    if (isGone || childOf(end, 'w:ins')) reader.piece.isTracked = true
  }
  reader.piece = outer // A text box stands within a paragraph.
}

function paragraphOf(properties: Element | undefined, around: Around, reader: Reader): WordParagraph {
  const id = attributeOf(childOf(properties, 'w:pStyle')) ?? ''
  const style = reader.styles.get(id) ?? id.toLowerCase()
  const heading = /^(?:heading|überschrift|titre|título)\s?([1-9])$/.exec(style)?.[1]
  return {
    id: reader.paragraphs,
    style,
    heading: Number(heading ?? 0),
    isItem: childOf(properties, 'w:numPr') !== undefined ? heading === undefined : /^list/.test(style),
    isContents: (around.isContents && !reader.isPastContents) || /^(?:toc|contents|index)\s?\d/.test(style),
    ...(around.cell ? { cell: around.cell } : {}),
    note: around.note,
  }
}

function newPiece(paragraph: WordParagraph, reader: Reader): void {
  reader.piece = { now: '', before: '', isTracked: false, calls: [], pictures: [], paragraph, joins: false }
  reader.pieces.push(reader.piece)
}

function readTable(node: Element, around: Around, reader: Reader): void {
  reader.tables += 1
  const table = reader.tables
  const rows = elementsOf(node).flatMap((one) =>
    one.name === 'w:tr' ? [one] : elementsOf(one).filter(isRow),
  )
  for (const [row, line] of rows.entries()) {
    const properties = childOf(line, 'w:trPr')
    const state = {
      inserted: around.inserted || childOf(properties, 'w:ins') !== undefined,
      deleted: around.deleted || childOf(properties, 'w:del') !== undefined,
    }
    let column = 0
    for (const cell of elementsOf(line).flatMap(cellsOf)) {
      column += 1
      readAll(cell, { ...around, ...state, cell: { table, row, column } }, reader)
      column += Number(attributeOf(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1) - 1
    }
  }
}

const isRow = ({ name }: Element): boolean => name === 'w:tr'

const cellsOf = (node: Element): Element[] =>
  node.name === 'w:tc'
    ? [node]
    : node.name === 'w:sdt'
      ? elementsOf(childOf(node, 'w:sdtContent') ?? node).filter(({ name }) => name === 'w:tc')
      : []

function say(text: string, { inserted, deleted }: Around, { piece, ranges }: Reader): void {
  if (!piece || text === '') return
  const safe = text.replaceAll(PARAGRAPH, ' ')
  if (!deleted) piece.now += safe
  if (!inserted) piece.before += safe
  if (inserted || deleted) piece.isTracked = true
  for (const range of ranges.values()) if (range.open) range.words += safe
}

function meetThing(node: Element, around: Around, reader: Reader): void {
  if (!around.deleted) {
    reader.piece?.calls.push(node.name.endsWith('noteReference') ? noteId(node) : '')
    // Notes have relations of their own, and pictures in them are rare.
    if (around.note === '') reader.piece?.pictures.push(...picturesIn(node, reader))
  }
  say(THING, around, reader)
}

function picturesIn(node: Element, { looks }: Reader): ShownPicture[] {
  const [blip] = allIn(node, 'a:blip')
  const [properties] = allIn(node, 'wp:docPr')
  if (!blip) return []
  const look = looks.get(attributeOf(blip, 'r:embed') ?? '')
  return [{ alternative: attributeOf(properties, 'descr') ?? '', look }]
}

const allIn = (node: Element, name: string): Element[] => [
  ...(node.name === name ? [node] : []),
  ...elementsOf(node).flatMap((child) => allIn(child, name)),
]

/** A second mark in one paragraph begins a stretch of its own. */
function meetMark(found: string, reader: Reader): void {
  const mark = readMark(found)
  if (!mark) return
  const name = nameOfMark(mark)
  if (reader.names.has(name)) {
    reader.repeated.push(name)
    return
  }
  const { piece } = reader
  if (!piece) {
    reader.waiting.push(name)
    return
  }
  reader.names.add(name)
  if (piece.mark) newPiece(piece.paragraph, reader)
  const own = reader.piece ?? piece
  own.name = name
  own.mark = mark
  own.paragraph = { ...own.paragraph, isContents: false }
  reader.isPastContents = true
}

/** `w:commentRangeStart`, `w:commentRangeEnd` and `w:commentReference`. */
function readRange(node: Element, { ranges, pieces, piece }: Reader): void {
  const id = attributeOf(node, 'w:id') ?? ''
  const known = ranges.get(id)
  if (node.name === 'w:commentRangeEnd') {
    if (known) known.open = false
    return
  }
  if (known) return
  const at = piece ? pieces.lastIndexOf(piece) : undefined
  const open = node.name === 'w:commentRangeStart'
  ranges.set(id, { words: '', open, ...(at === undefined ? {} : { at }) })
}

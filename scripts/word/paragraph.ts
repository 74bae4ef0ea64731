// One paragraph: its style, its place in a list, its hidden mark, its words.
import type { ElementContent, RootContent } from 'hast'
import { isRightToLeft } from '../ground/language/right-to-left.ts'
import { blocksIn, textKey } from '../ground/review-marks.ts'
import { wordsKey } from '../ground/sent-marks.ts'
import { pointAt } from './anchors.ts'
import { runsOf } from './inline.ts'
import { originOf } from './origin.ts'
import type { Place } from './place.ts'
import { beginList, nextId, type Writing } from './writing.ts'
import { val, type Xml, xml } from './xml.ts'

export interface ParagraphWishes {
  /** Of the element that it is made of. */
  readonly id?: string | undefined
  readonly isExact?: boolean
  /** Words that Word brings before the others: the number of a note. */
  readonly before?: readonly Xml[]
}

/** None where it would be empty. */
export function setParagraph(
  nodes: readonly (RootContent | ElementContent)[],
  place: Place,
  writing: Writing,
  { id, isExact = false, before = [] }: ParagraphWishes = {},
): Xml[] {
  const places = pointAt(id, writing)
  const runs = runsOf(nodes, place.format, writing, isExact)
  if (runs.every(({ name }) => name.startsWith('w:bookmark')) && before.length === 0) {
    writing.waiting.push(...places, ...runs)
    return []
  }
  return [paragraphOf([...before, ...runs], place, writing, places)]
}

/** A paragraph of runs that are made already. */
export function paragraphOf(
  runs: readonly Xml[],
  place: Place,
  writing: Writing,
  places: readonly Xml[] = [],
): Xml {
  // Places of elements that print nothing stand in the next paragraph.
  const content = [...writing.waiting.splice(0), ...places, ...runs]
  return xml('w:p', {}, [paragraphProperties(place, writing), ...marked(content, place, writing)])
}

/** In the order of ISO/IEC 29500-1, 17.3.1.26. */
function paragraphProperties(place: Place, writing: Writing): Xml {
  const { style, keepNext, alignment, box, format } = place
  // Before the number is given out, which the first paragraph of an item takes.
  const indent = indentOf(place, place.item !== undefined && !place.item.taken)
  const isBackwards = isRightToLeft(format.language ?? writing.languageTag)
  return xml('w:pPr', {}, [
    val('w:pStyle', style),
    keepNext ? xml('w:keepNext') : undefined,
    numberOf(place, writing),
    ...(box ? boxed(box) : []),
    isBackwards ? xml('w:bidi') : undefined,
    spaceAround(place, writing),
    indent,
    alignment ? val('w:jc', alignment) : undefined,
  ])
}

/** Headings bring their own; over a table or a box, its caption keeps near to it. In twentieths of a point. */
function spaceAround({ style, keepNext }: Place, writing: Writing): Xml | undefined {
  const isBehind = writing.isBehindFrame
  writing.isBehindFrame = false
  if (style.startsWith('Heading')) return undefined
  if (style === 'Caption' && keepNext) return xml('w:spacing', { 'w:before': 160, 'w:after': 60 })
  return isBehind ? xml('w:spacing', { 'w:before': 200 }) : undefined
}

function numberOf(place: Place, writing: Writing): Xml | undefined {
  const { item, style } = place
  if (writing.number !== '' && /^Heading\d$/.test(style)) {
    const list = beginList(writing, 'heading', 0, Number(writing.number))
    writing.number = ''
    return numbering(list, 0)
  }
  if (!item || item.taken) return undefined
  item.taken = true
  return numbering(item.list, item.level)
}

const numbering = (list: number, level: number): Xml =>
  xml('w:numPr', {}, [val('w:ilvl', level), val('w:numId', list)])

const BAR: Readonly<Record<NonNullable<Place['box']>, string>> = {
  callout: '0B4F8A',
  side: '888888',
  quote: 'BBBBBB',
}

function boxed(box: NonNullable<Place['box']>): Xml[] {
  const bar = xml('w:left', { 'w:val': 'single', 'w:sz': 24, 'w:space': 8, 'w:color': BAR[box] })
  const fill = xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F3F6F9' })
  return [xml('w:pBdr', {}, [bar]), ...(box === 'callout' ? [fill] : [])]
}

export const INDENT = 400

/** A further paragraph of an item stands below its words; the number of one in a box stands in the box. */
function indentOf({ item, depth, box }: Place, isNumbered: boolean): Xml | undefined {
  if (depth === 0 || (isNumbered && !box)) return undefined
  const left = depth * INDENT + (box ? BOX_INDENT : 0)
  return xml('w:ind', { 'w:left': left, ...(isNumbered && item ? { 'w:hanging': INDENT } : {}) })
}

/** Of the styles of callouts and notes at the side. */
const BOX_INDENT = 240

/** Around all words, the hidden bookmark by which a reviewed file finds the lines again. */
function marked(content: readonly Xml[], { source, column }: Place, writing: Writing): Xml[] {
  const from = markFrom(source, writing)
  const words = wordsKey(content.map(wordsOf).join(''))
  if (!from) {
    writing.unmarked.add(words)
    return [...content]
  }
  const id = nextId(writing)
  const start = xml('w:bookmarkStart', { 'w:id': id, 'w:name': '' })
  writing.marks.push({ ...from, column, start, words })
  return [start, ...content, xml('w:bookmarkEnd', { 'w:id': id })]
}

const wordsOf = ({ name, children }: Xml): string =>
  children
    .map((child) => {
      if (child.type === 'element') return wordsOf(child)
      return child.type === 'text' && name === 'w:t' ? child.value : ''
    })
    .join('')

function markFrom(source: string | undefined, writing: Writing) {
  const origin = originOf(source, writing)
  if (!origin) return undefined
  const { from, line } = origin
  const { blocksIn: known } = writing
  const blockAt = known.get(from.text) ?? blocksIn(from.text)
  known.set(from.text, blockAt)
  return { file: from.file, line, text: textKey(blockAt(line)) }
}

// Blocks of the printed pages → paragraphs and tables of a Word file.
import type { Element, ElementContent, RootContent } from 'hast'
import { hasClass, isElement, textProperty } from '../ground/html/change-tree.ts'
import { readMeaning } from '../ground/html/meaning.ts'
import { pointAt } from './anchors.ts'
import { setChart } from './chart-table.ts'
import { setContents, setEntries } from './contents.ts'
import { setList } from './lists.ts'
import { isNotes } from './notes.ts'
import { placeFindings } from './origin.ts'
import { paragraphOf, setParagraph } from './paragraph.ts'
import { type Place, TOP } from './place.ts'
import { headingStyle, type StyleId } from './styles.ts'
import { setPanel, setTable } from './tables.ts'
import type { SetBlocks, Writing } from './writing.ts'
import type { Xml } from './xml.ts'

type Node = RootContent | ElementContent

/** Words between blocks are paragraphs of their own. */
export const setBlocks: SetBlocks = (nodes, place, writing) => {
  const made: Xml[] = []
  let words: Node[] = []
  const flush = (): void => {
    const told = writing.findings.length
    if (words.length > 0) made.push(...setParagraph(words, place, writing))
    placeFindings(told, place.source, writing)
    words = []
  }
  for (const node of nodes) {
    if (node.type === 'comment' || node.type === 'doctype') continue
    if (isElement(node) && isBlock(node)) {
      flush()
      const own = placeIn(node, place)
      const told = writing.findings.length
      addBlocks(made, setBlock(node, own, writing), writing)
      placeFindings(told, own.source, writing)
    } else words.push(node)
  }
  flush()
  return made
}

/** Word makes one table of two that touch. */
function addBlocks(made: Xml[], blocks: readonly Xml[], writing: Writing): void {
  const touches = made.at(-1)?.name === 'w:tbl' && blocks[0]?.name === 'w:tbl'
  made.push(...(touches ? [paragraphOf([], TOP, writing)] : []), ...blocks)
}

const BLOCKS = new Set(
  'address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Drawings that only decorate print nothing. */
const isBlock = (element: Element): boolean =>
  BLOCKS.has(element.tagName) || (element.tagName === 'svg' && element.properties.ariaHidden === 'true')

/** What an element says of all that stands in it. */
function placeIn(element: Element, place: Place): Place {
  const source = textProperty(element, 'dataSrc')
  const { language } = readMeaning(textProperty(element, 'lang') ?? '')
  return {
    ...place,
    ...(source === undefined ? {} : { source }),
    ...(language === '' ? {} : { format: { ...place.format, language } }),
  }
}

type Setter = (element: Element, place: Place, writing: Writing) => Xml[]

function setBlock(element: Element, place: Place, writing: Writing): Xml[] {
  if (element.properties.ariaHidden === 'true' || isNotes(element)) return []
  const byClass = CLASSES.find(([name]) => hasClass(element, name))?.[1]
  const set =
    byClass ?? (Object.hasOwn(TAGS, element.tagName) ? TAGS[element.tagName] : undefined) ?? setInside
  return set(element, place, writing)
}

/** An element that is none of those is what stands in it. */
const setInside: Setter = (element, place, writing) => {
  writing.waiting.push(...pointAt(textProperty(element, 'id'), writing))
  return setBlocks(element.children, place, writing)
}

const styled =
  (style: StyleId, more: Partial<Place> = {}): Setter =>
  (element, place, writing) =>
    isElement(element, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figcaption', 'footer', 'dt')
      ? setParagraph(element.children, { ...place, style, ...more }, writing, {
          id: textProperty(element, 'id'),
        })
      : setInside(element, { ...place, style, ...more }, writing)

const CLASSES: readonly (readonly [string, Setter])[] = [
  ['contents-page', (element, _, writing) => setContents(element, setBlocks, writing)],
  ['title-sheet', (element, place, writing) => setTitlePage(element, place, writing)],
  ['no', (element, place, writing) => setNumber(element, place, writing)],
  ['item', (element, place, writing) => setItem(element, place, writing)],
  ['panel', (element, place, writing) => setPanel(element, place, setBlocks, writing)],
  ['chart', (element, place, writing) => setChart(element, place, setBlocks, writing)],
  ['callout', (element, place, writing) => setBox(element, 'callout', place, writing)],
  ['brief', (element, place, writing) => setBox(element, 'callout', place, writing)],
  ['side', (element, place, writing) => setBox(element, 'side', place, writing)],
  ['pullquote', styled('IntenseQuote')],
  ['equation', (element, place, writing) => setEquation(element, place, writing)],
  ['standfirst', styled('Standfirst')],
  ['number', styled('Label')],
  ['place', styled('Label')],
  ['part-line', (element, place, writing) => setPartLine(element, place, writing)],
  ['value', styled('KeyFigure')],
  ['label', (element, place, writing) => setLabel(element, place, writing)],
  ['listing-title', styled('Label')],
  ['moment-time', styled('Label', { keepNext: true })],
  ['moments-title', styled('Label', { keepNext: true })],
  ['callout-title', styled('CalloutTitle')],
  ['side-label', styled('CalloutTitle')],
  ['key-title', styled('Label')],
  ['toc-group', styled('Label')],
  ['sources', styled('Sources')],
  ['letter', styled('IndexHeading')],
  ['index', styled('Index1')],
]

/** A part without a page of its own begins with a heading, and is named over each of its other chapters. */
const setPartLine: Setter = (element, place, writing) =>
  (element.tagName === 'p' ? styled('Label') : setHeading)(element, place, writing)

const setLabel: Setter = (element, place, writing) =>
  styled(place.box ? 'CalloutTitle' : 'Label')(element, place, writing)

const setHeading: Setter = (element, place, writing) =>
  setParagraph(element.children, { ...place, style: headingStyle(Number(element.tagName[1])) }, writing, {
    id: textProperty(element, 'id'),
  })

const setWords: Setter = (element, place, writing) => {
  const style = place.style === 'Index1' && hasClass(element, 'sub') ? 'Index2' : place.style
  return setParagraph(element.children, { ...place, style }, writing, { id: textProperty(element, 'id') })
}

const setQuotation: Setter = (element, place, writing) => {
  const inside = place.box ? {} : { box: 'quote' as const }
  const blocks = setInside(element, { ...place, style: 'Quote', ...inside }, writing)
  writing.isBehindFrame = true
  return blocks
}

const setListing: Setter = (element, place, writing) =>
  setParagraph(withoutLastLineEnd(element.children), { ...place, style: 'Code' }, writing, {
    id: textProperty(element, 'id'),
    isExact: true,
  })

/** The line end behind the last line of a listing begins no other. */
function withoutLastLineEnd(nodes: readonly Node[]): Node[] {
  const last = nodes.at(-1)
  if (last?.type === 'text') return [...nodes.slice(0, -1), { ...last, value: last.value.replace(/\n$/, '') }]
  if (!isElement(last)) return [...nodes]
  return [...nodes.slice(0, -1), { ...last, children: withoutLastLineEnd(last.children) as ElementContent[] }]
}

const setFigure: Setter = (element, place, writing) => {
  writing.waiting.push(...pointAt(textProperty(element, 'id'), writing))
  const hasCaption = element.children.some((child) => isElement(child, 'figcaption'))
  return setBlocks(
    element.children,
    { ...place, style: 'Figure', ...(hasCaption ? { keepNext: true } : {}) },
    writing,
  )
}

const TAGS: Readonly<Record<string, Setter>> = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, setHeading])),
  p: setWords,
  pre: setListing,
  blockquote: setQuotation,
  footer: (element, place, writing) => {
    const style = place.style === 'Quote' ? 'QuoteSource' : place.style
    return styled(style)(element, place, writing)
  },
  ul: (element, place, writing) => setList(element, place, setBlocks, writing),
  ol: (element, place, writing) =>
    element.properties.dataMeans === 'toc'
      ? setEntries(element, writing)
      : setList(element, place, setBlocks, writing),
  table: (element, place, writing) => setTable(element, place, setBlocks, writing),
  dt: styled('Term'),
  dd: styled('Definition'),
  figure: setFigure,
  figcaption: (element, { keepNext: _, ...place }, writing) => styled('Caption')(element, place, writing),
  hr: () => [],
}

/** The number of a chapter is that of its heading, numbered by Word. */
function setNumber(element: Element, place: Place, writing: Writing): Xml[] {
  const number = wordsIn(element).trim()
  if (!/^\d{1,5}$/.test(number)) return setParagraph(element.children, { ...place, style: 'Label' }, writing)
  writing.number = number
  return []
}

/** A section with a number: that of its heading, or of its first paragraph. */
function setItem(element: Element, place: Place, writing: Writing): Xml[] {
  const [number, ...rest] = element.children.filter((child) => isElement(child))
  if (!number) return []
  const body = rest.flatMap((child) => child.children)
  const first = body.find((child) => isElement(child))
  if (first && /^h[1-6]$/.test(first.tagName)) {
    setNumber(number, place, writing)
    return setBlocks(rest, place, writing)
  }
  return setBlocks([number, ...rest], place, writing)
}

function setBox(element: Element, box: NonNullable<Place['box']>, place: Place, writing: Writing): Xml[] {
  const style = box === 'side' ? 'SideNote' : 'Callout'
  const blocks = setInside(element, { ...place, style, box }, writing)
  writing.isBehindFrame = true
  return blocks
}

function setEquation(element: Element, place: Place, writing: Writing): Xml[] {
  const gap = { type: 'text', value: '\u2003' } as const
  const parts = element.children.flatMap((child, index): Node[] => (index > 0 ? [gap, child] : [child]))
  return setParagraph(parts, { ...place, style: 'Formula' }, writing, { id: textProperty(element, 'id') })
}

/** The title of a book is no heading in it. */
function setTitlePage(element: Element, place: Place, writing: Writing): Xml[] {
  const words = (nodes: readonly Node[]): Xml[] =>
    nodes.flatMap((node) => {
      if (!isElement(node)) return []
      if (node.tagName === 'h1') return styled('Title')(node, place, writing)
      if (hasClass(node, 'sub')) return styled('Subtitle')(node, place, writing)
      return setBlock(node, placeIn(node, place), writing)
    })
  writing.waiting.push(...pointAt(textProperty(element, 'id'), writing))
  return words(element.children)
}

const wordsIn = (node: Node): string =>
  node.type === 'text' ? node.value : isElement(node) ? node.children.map(wordsIn).join('') : ''

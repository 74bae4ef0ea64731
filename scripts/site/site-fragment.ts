// A chapter's tree as content/ and book/ left it → as it stands on its page of the website.
import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import { partsOfAnchor } from '../ground/anchors.ts'
import { changeTree, hasClass, isElement, textProperty, withProperties } from '../ground/html/change-tree.ts'
import { raw } from '../ground/html/html-text.ts'
import { setGalleries } from '../ground/html/set-galleries.ts'
import { slotOf } from '../ground/html/slot.ts'
import type { Chapter } from '../model/chapter.ts'

export interface FragmentTools {
  /** `href` of an anchor of the book as seen from this page. */
  readonly hrefOf: (anchor: string) => string
  /** The element that shows a picture; `image` is the `img` as content/ made it. */
  readonly picture: (image: Element) => Element | undefined
  /** Width by height of a picture. */
  readonly shapeOf: (file: string) => number | undefined
  /** `href` of a file of the publication that is published beside the pages; undefined for one that is not. */
  readonly fileHref: (file: string) => string | undefined
  /** The drawing of exhibit number n of the chapter. */
  readonly chart: (index: number) => string
  readonly tile: (index: number, row: number) => string
  /** Stands before the places that cite a work. */
  readonly citedIn: string
  /** What a table without a caption is called. */
  readonly tableName: string
}

/**
 * `tree`: the text of the chapter, or its title. Page numbers go, anchors lose the name of their file, and what only
 * print needs is taken off.
 */
export function siteFragment(tree: Root, chapter: Chapter, tools: FragmentTools): Root {
  return changeTree(setGalleries(tree, tools.shapeOf), (node) => {
    const slot = slotOf(node)
    if (slot?.kind === 'chart') return raw(tools.chart(slot.index))
    if (slot?.kind === 'tile') return raw(tools.tile(slot.index, slot.row))
    if (slot) return node
    return isElement(node) ? onScreen(node, chapter, tools) : node
  })
}

/**
 * Whoever takes the text out of the page, as the search does, would read the last word of one and the first of the
 * next together.
 */
const NEIGHBOURS = new Set('dt dd td th tr caption li p ol ul'.split(' '))
const LINE_END: RootContent = { type: 'text', value: '\n' }

function onScreen(element: Element, chapter: Chapter, tools: FragmentTools): readonly RootContent[] {
  if (isPageReference(element)) return []
  if (hasClass(element, 'cited')) return citedPlaces(element, tools)
  const made = adapted(element, chapter, tools)
  if (!made) return []
  return NEIGHBOURS.has(element.tagName) ? [LINE_END, made] : [made]
}

/** Where paper has pages, a screen has a link to each place that cites a work. */
function citedPlaces(element: Element, { hrefOf, citedIn }: FragmentTools): RootContent[] {
  const anchors = element.children.flatMap((child) =>
    isElement(child) ? (textProperty(child, 'dataPagesOf')?.split(' ') ?? []) : [],
  )
  const links = anchors.flatMap((anchor, index): ElementContent[] => [
    { type: 'text', value: index === 0 ? ` ${citedIn} ` : ', ' },
    {
      type: 'element',
      tagName: 'a',
      properties: { href: hrefOf(anchor) },
      children: [{ type: 'text', value: String(index + 1) }],
    },
  ])
  return [{ ...element, children: links }]
}

const isPageReference = (element: Element): boolean =>
  hasClass(element, 'ref') && element.children.some((child) => isElement(child) && hasClass(child, 'pg'))

function adapted(element: Element, chapter: Chapter, tools: FragmentTools): Element | undefined {
  const { tagName } = element
  const plain = withoutPrint(element, chapter)
  if (element.properties.dataMeans === 'formula') return heardAsFormula(plain)
  if (tagName === 'img') return tools.picture(plain)
  if (tagName === 'a') return linked(plain, tools)
  if (tagName === 'table') return scrollable(plain, tools.tableName)
  return /^h[1-6]$/.test(tagName) ? { ...plain, tagName: `h${levelOnScreen(tagName, chapter)}` } : plain
}

/** A browser knows what MathML is, and readers go through it part by part: the words are for those that cannot. */
function heardAsFormula(formula: Element): Element {
  const { ariaLabel, className } = formula.properties
  const children = formula.children.map((child) =>
    isElement(child, 'math') ? withProperties(child, { alttext: ariaLabel }) : child,
  )
  return { ...formula, properties: { className }, children }
}

const PRINT_ONLY: Properties = {
  dataSrc: undefined,
  dataMade: undefined,
  dataCites: undefined,
  dataMeans: undefined,
  dataHangs: undefined,
  dataWidth: undefined,
  dataPlate: undefined,
  dataBleed: undefined,
  dataFocus: undefined,
}

function withoutPrint(element: Element, { prefix }: Chapter): Element {
  const place = partsOfAnchor(textProperty(element, 'id') ?? '')
  const own = place.name !== '' && place.prefix === prefix ? { id: place.name } : {}
  const look = isIndexMark(element) ? { className: undefined } : {}
  return withProperties(element, { ...PRINT_ONLY, ...own, ...look })
}

const isIndexMark = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && className.length === 1 && className[0] === 'ix'

function linked(link: Element, { fileHref, hrefOf }: FragmentTools): Element {
  const file = textProperty(link, 'dataFile')
  const href = textProperty(link, 'href')
  if (file !== undefined) return withProperties(link, { dataFile: undefined, href: fileHref(file) })
  return href?.startsWith('#') ? withProperties(link, { href: hrefOf(href.slice(1)) }) : link
}

/** On paper a chapter may stand below its part; on its page its title is the first heading. */
const levelOnScreen = (tagName: string, chapter: Chapter): number =>
  Math.min(6, Math.max(2, Number(tagName[1]) - chapter.level + 1))

/**
 * What fits into the page of a phone: so many columns, and signs of the words that stay whole, gaps between them too.
 */
const MOST_COLUMNS = 4
const MOST_SIGNS = 37
const SIGNS_OF_A_GAP = 2
/** On such a page words beyond the first column may break, but not before so many signs, as in `40-exhibits.css`. */
const SIGNS_BEFORE_A_BREAK = 8

/** A wide table scrolls by itself, also from the keyboard; the page never does. */
function scrollable(table: Element, otherwise: string): Element {
  const columns = longestWords(table)
  const [first = 0, ...others] = columns
  const whole = [first, ...others.map((longest) => Math.min(longest, SIGNS_BEFORE_A_BREAK))]
  const signs = whole.reduce((sum, longest) => sum + longest + SIGNS_OF_A_GAP, 0)
  if (columns.length <= MOST_COLUMNS && signs <= MOST_SIGNS) return table
  const caption = firstIn(table, (one) => hasClass(one, 'caption'))
  return {
    type: 'element',
    tagName: 'div',
    properties: {
      className: ['scroll'],
      role: 'region',
      tabIndex: 0,
      ariaLabel: (caption && wordsOf(caption)) || otherwise,
    },
    children: [table],
  }
}

/** The longest word of each column, in signs. */
function longestWords(table: Element): number[] {
  const longest: number[] = []
  for (const row of allIn(table, 'tr')) {
    for (const [index, cell] of row.children.filter((one) => isElement(one, 'td', 'th')).entries()) {
      const words = wordsOf(cell).split(/[\s-]+/)
      longest[index] = Math.max(longest[index] ?? 0, ...words.map(({ length }) => length))
    }
  }
  return longest
}

const allIn = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) =>
    isElement(child) ? (isElement(child, name) ? [child] : allIn(child, name)) : [],
  )

function firstIn(element: Element, is: (one: Element) => boolean): Element | undefined {
  for (const child of element.children) {
    const found = isElement(child) ? (is(child) ? child : firstIn(child, is)) : undefined
    if (found) return found
  }
  return undefined
}

const wordsOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : isElement(node) ? node.children.map(wordsOf).join('') : ''

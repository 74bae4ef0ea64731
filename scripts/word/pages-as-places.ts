// Paper has numbers of pages, which a text that flows has not: what they say is said by links.
import type { Element } from 'hast'
import { partsOfAnchor } from '../ground/anchors.ts'
import { hasClass, isElement, textProperty } from '../ground/html/change-tree.ts'
import { bookmarkOf } from './anchors.ts'
import type { Link } from './piece.ts'
import { textRuns } from './runs.ts'
import type { Writing } from './writing.ts'
import { type Xml, xml } from './xml.ts'

type Words = { readonly text: string; readonly link?: Link } | { readonly node: Xml; readonly isSeen: true }

/**
 * Undefined for what says no page. A reference stands in or beside the link that it is for, and goes; entries of the
 * index and works name the texts in which they are.
 */
export function pagesAsPlaces(element: Element, isLinked: boolean, writing: Writing): Words[] | undefined {
  if (hasClass(element, 'ref') && numbersIn(element)) return []
  if (hasClass(element, 'cited')) {
    const places = anchorsIn(element)
    return [{ text: ` ${writing.settings.theme.words.citedIn}: ` }, ...placesOf(places, writing)]
  }
  if (element.properties.dataPagesOf !== undefined) return placesOf(anchorsIn(element), writing)
  const page = textProperty(element, 'dataPageOf')
  if (page === undefined) return undefined
  return isLinked ? [] : pageField(bookmarkOf(page, writing)).map((node) => ({ node, isSeen: true }))
}

/** Word fills the number in when it prints, or when it is asked to. */
function pageField(bookmark: string): Xml[] {
  const part = (type: 'begin' | 'separate' | 'end'): Xml =>
    xml('w:r', {}, [xml('w:fldChar', { 'w:fldCharType': type })])
  const code = xml('w:r', {}, [
    xml('w:instrText', { 'xml:space': 'preserve' }, [` PAGEREF ${bookmark} \\h `]),
  ])
  return [part('begin'), code, part('separate'), ...textRuns('–', {}), part('end')]
}

const numbersIn = (element: Element): boolean =>
  element.children.some((child) => isElement(child) && (hasClass(child, 'pg') || numbersIn(child)))

function anchorsIn(element: Element): string[] {
  const own = textProperty(element, 'dataPagesOf')
  if (own !== undefined) return own.split(' ').filter((one) => one !== '')
  return element.children.flatMap((child) => (isElement(child) ? anchorsIn(child) : []))
}

/** One link for each text, to the first place in it. */
function placesOf(anchors: readonly string[], { book }: Writing): Words[] {
  const first = new Map<string, string>()
  for (const anchor of anchors) {
    const { prefix } = partsOfAnchor(anchor)
    if (!first.has(prefix)) first.set(prefix, anchor)
  }
  return [...first].flatMap(([prefix, anchor], index): Words[] => {
    const section = book.sections.find(({ id }) => id === prefix)
    const link = { href: `#${anchor}` }
    return [
      ...(index > 0 ? [{ text: ', ' }] : []),
      { text: section?.short || section?.title || anchor, link },
    ]
  })
}

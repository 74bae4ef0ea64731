// Listings as they are shown: an element for each line, with its number and its mark, and, where the fence names a
// language, one for each stretch of a line whose class says what it is. The words stay as they are.
import type { Element, ElementContent, Root } from 'hast'
import { changeTree, isElement, textProperty, withProperties } from '../../ground/html/change-tree.ts'
import type { Chapter } from '../../model/chapter.ts'
import { colourListing } from './colours.ts'
import type { Stretch } from './kinds.ts'

/** Chapters in their order. Nothing is loaded where no listing names a language. */
export async function setListings(chapters: readonly Chapter[]): Promise<Chapter[]> {
  const set: Chapter[] = []
  for (const chapter of chapters) set.push(await setInChapter(chapter))
  return set
}

async function setInChapter(chapter: Chapter): Promise<Chapter> {
  const listings = listingsIn(chapter.body)
  if (listings.length === 0) return chapter
  const findings = [...chapter.findings]
  const lines = new Map<Element, readonly (readonly Stretch[])[]>()
  for (const listing of listings) {
    const { answer, told } = await colourListing(listing)
    lines.set(listing.element, answer ?? listing.code.split('\n').map((line): Stretch[] => [[line]]))
    if (told) findings.push(told({ file: chapter.file, line: listing.line }))
  }
  const body = changeTree(chapter.body, (node) => {
    const [code] = isElement(node, 'pre') ? node.children : []
    const own = isElement(code) ? lines.get(code) : undefined
    return own && isElement(code) ? setLines(node as Element, code, own) : node
  })
  return { ...chapter, body, findings }
}

interface Listing {
  /** The element `code`. */
  readonly element: Element
  /** '' for none. */
  readonly language: string
  readonly code: string
  readonly line: number
}

function listingsIn({ children }: Root | Element): Listing[] {
  return children.flatMap((node): Listing[] => {
    if (!isElement(node)) return []
    const [code] = node.children
    if (node.tagName !== 'pre' || !isElement(code, 'code')) return listingsIn(node)
    const [words] = code.children
    if (code.children.length !== 1 || words?.type !== 'text') return []
    const language = /(?:^|\s)language-(\S+)/.exec(textProperty(code, 'className') ?? '')?.[1] ?? ''
    const line = Number(textProperty(node, 'dataSrc') ?? 1)
    return [{ element: code, language, code: words.value.replace(/\n$/, ''), line }]
  })
}

function setLines(listing: Element, code: Element, lines: readonly (readonly Stretch[])[]): Element {
  const marked = new Set((textProperty(listing, 'dataMarked') ?? '').split(' '))
  const first = textProperty(listing, 'dataFirst')
  const rows = lines.map((stretches, index): Element => {
    const number = first === undefined ? {} : { dataLine: String(Number(first) + index) }
    const className = ['line', ...(marked.has(String(index + 1)) ? ['marked'] : [])]
    const end = { type: 'text' as const, value: '\n' }
    return elementOf('span', { className, ...number }, [...stretches.map(stretchOf), end])
  })
  const numbered = first === undefined ? {} : { className: ['numbered'] }
  const plain = withProperties(listing, { dataMarked: undefined, dataFirst: undefined, ...numbered })
  return { ...plain, children: [{ ...code, children: rows }] }
}

const elementOf = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

const stretchOf = ([value, kind]: Stretch): ElementContent => {
  const text = { type: 'text' as const, value }
  return kind ? elementOf('span', { className: [kind] }, [text]) : text
}

import { hasMadeLabels } from './made-labels.ts'
import type { PageContent } from './reading.ts'
import type { StructureElement, StructureKid } from './structure-tree.ts'

/** Text as a reading program speaks it, one entry for each mark. */
export interface ReadText {
  readonly text: string
  readonly page: number
  /** Of the mark on its page. */
  readonly key: string
}

export interface ReadAlt {
  readonly text: string
  readonly page: number
}

export interface ReadLink {
  readonly text: string
  readonly page: number
  /** Index into the text of what follows it. */
  readonly end: number
  /** Object numbers of its annotations, one a line. */
  readonly annotations: readonly number[]
}

export interface ReadHeading {
  readonly level: number
  readonly text: string
  readonly page: number
}

/** What the structure tree says, in its order: the order of the source, whatever was painted first. */
export interface ReadingOrder {
  readonly text: readonly ReadText[]
  readonly alts: readonly ReadAlt[]
  readonly links: readonly ReadLink[]
  readonly headings: readonly ReadHeading[]
}

interface Walk {
  readonly pages: readonly PageContent[]
  readonly text: ReadText[]
  readonly alts: ReadAlt[]
  readonly links: ReadLink[]
  readonly headings: ReadHeading[]
}

/** Joins the structure tree to what the pages draw. */
export function readingOrder(
  tree: StructureElement | undefined,
  pages: readonly PageContent[],
): ReadingOrder {
  const walk: Walk = { pages, text: [], alts: [], links: [], headings: [] }
  if (tree) readInto(walk, tree)
  return { text: walk.text, alts: walk.alts, links: walk.links, headings: walk.headings }
}

function readInto(walk: Walk, element: StructureElement, numbered = false): void {
  if (element.type === 'Lbl' && numbered) return // “1.” and “•” are made by the browser, not by the text
  if ((element.type === 'Figure' || element.type === 'Formula') && element.alt !== undefined) {
    walk.alts.push({ text: element.alt, page: firstPage(walk, element) })
    return
  }
  // What a drawing that nobody described has in it are no words of the text.
  if (element.type === 'Figure' && element.kids.every(({ kind }) => kind === 'mark')) return
  const from = walk.text.length
  const kids = isHeaderRow(element) ? onFirstPage(walk, element) : element.kids
  const labels = element.type === 'L' ? hasMadeLabels(element, (mark) => textOfMark(walk, mark)) : numbered
  for (const kid of kids) {
    if (kid.kind === 'element') readInto(walk, kid.element, labels)
    if (kid.kind === 'mark') walk.text.push({ text: textOfMark(walk, kid), page: kid.page, key: kid.key })
  }
  const level = /^H([1-6])$/.exec(element.type)?.[1]
  if (level === undefined && element.type !== 'Link') return
  const text = walk.text
    .slice(from)
    .map((one) => one.text)
    .join('')
  const page = firstPage(walk, element)
  if (level !== undefined)
    walk.headings.push({ level: Number(level), text: withoutNotes(walk, element), page })
  else walk.links.push({ text, page, end: walk.text.length, annotations: annotationsOf(element) })
}

/** The calls of notes in a heading are no words of it. */
const withoutNotes = (walk: Walk, element: StructureElement): string =>
  element.kids
    .map((kid) => {
      if (kid.kind === 'mark') return textOfMark(walk, kid)
      if (kid.kind !== 'element' || kid.element.type === 'Reference') return ''
      return kid.element.type === 'Formula' ? (kid.element.alt ?? '') : withoutNotes(walk, kid.element)
    })
    .join('')

const textOfMark = (walk: Walk, mark: { readonly page: number; readonly key: string }): string =>
  walk.pages[mark.page - 1]?.marks.get(mark.key) ?? ''

const elementsOf = (element: StructureElement): StructureElement[] =>
  element.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []))

const isHeaderRow = (element: StructureElement): boolean =>
  element.type === 'TR' && element.kids.length > 0 && elementsOf(element).every((cell) => cell.type === 'TH')

/**
 * A table that runs over pages prints its header row again on each, and Chromium marks all of them as the same element:
 * the first page is the one that counts.
 */
function onFirstPage(walk: Walk, element: StructureElement): readonly StructureKid[] {
  const page = firstPage(walk, element)
  const only = (one: StructureElement): StructureElement => ({
    ...one,
    kids: one.kids.flatMap((kid): StructureKid[] => {
      if (kid.kind === 'element') return [{ kind: 'element', element: only(kid.element) }]
      return kid.page === page ? [kid] : []
    }),
  })
  return only(element).kids
}

/** Where its text begins. Chromium leaves an empty mark at the foot of a page when a line moves on to the next. */
function firstPage(walk: Walk, element: StructureElement): number {
  const marks = marksOf(element)
  const spoken = marks.find((mark) => textOfMark(walk, mark).trim() !== '')
  return (spoken ?? marks[0])?.page ?? 0
}

function marksOf(element: StructureElement): { page: number; key: string }[] {
  return element.kids.flatMap((kid) => {
    if (kid.kind === 'element') return marksOf(kid.element)
    return kid.kind === 'mark' ? [kid] : []
  })
}

function annotationsOf(element: StructureElement): number[] {
  return element.kids.flatMap((kid) => {
    if (kid.kind === 'element') return annotationsOf(kid.element)
    return kid.kind === 'annotation' ? [kid.annotation] : []
  })
}

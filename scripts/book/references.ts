// What a place is called in a sentence that refers to it: `figure 3.2`, `chapter 5`, `section “Cost”`. Fills the slots
// that content/ has left for it.
import type { Element, Nodes, Root } from 'hast'
import { EXHIBIT_KINDS } from '../ground/exhibit-kinds.ts'
import { changeTree, hasClass, isElement, textProperty } from '../ground/html/change-tree.ts'
import { slotOf } from '../ground/html/slot.ts'
import { withoutSoftHyphens } from '../ground/language/without-soft-hyphens.ts'
import type { Section } from '../model/book.ts'
import type { Chapter, Refers } from '../model/chapter.ts'
import type { Settings } from '../model/settings.ts'
import type { WordKey } from '../model/words.ts'
import type { ExhibitNumbers } from './numbering.ts'
import { words } from './words.ts'

interface Place {
  readonly word: WordKey
  /** Of what has no number, in quotation marks. */
  readonly title?: string
  readonly number?: string
}

/** The chapters with their numbers and references filled in. A slot that names no place is a finding of the checks. */
export function fillReferences(
  chapters: readonly Chapter[],
  sections: readonly Section[],
  numbers: ExhibitNumbers,
  settings: Settings,
): readonly Chapter[] {
  const fill = (these: readonly Chapter[]) => fillOnce(these, sections, numbers, settings)
  const filled = fill(chapters)
  const settled = chapters.map((chapter, index) => ({
    ...chapter,
    headings: filled[index]?.headings ?? chapter.headings,
  }))
  const isChanged = settled.some(({ headings }, index) =>
    headings.some(({ text }, at) => text !== chapters[index]?.headings[at]?.text),
  )
  // A heading that refers to a place may be referred to by its words.
  return isChanged ? fill(settled) : filled
}

function fillOnce(
  chapters: readonly Chapter[],
  sections: readonly Section[],
  numbers: ExhibitNumbers,
  settings: Settings,
): readonly Chapter[] {
  const places = placesOf(chapters, sections, numbers)
  const nameOf = (anchor: string, as: Refers): string => {
    const place = places(anchor)
    return place === undefined ? '?' : named(place, as, settings)
  }
  const filled = (tree: Root): Root =>
    changeTree(tree, (node) => {
      const slot = slotOf(node)
      if (slot?.kind === 'number') return { type: 'text', value: nameOf(slot.of, 'number') }
      if (slot?.kind !== 'reference') return node
      const name = nameOf(slot.of, 'name')
      return { type: 'text', value: slot.begins ? capital(name, settings.publication.language) : name }
    })
  return chapters.map((chapter) => ({
    ...chapter,
    ...withHeadings(chapter, filled(chapter.body)),
    ...(chapter.titleBody ? { titleBody: filled(chapter.titleBody) } : {}),
    ...(chapter.standfirstBody ? { standfirstBody: filled(chapter.standfirstBody) } : {}),
  }))
}

/** The words of a heading are known when its references are: the contents and the bookmarks say all of them. */
function withHeadings(
  { headings, links, citations = [] }: Chapter,
  body: Root,
): Pick<Chapter, 'body' | 'headings'> {
  const named = new Set(
    citations.flatMap(({ anchor, isInSentence, isName }) => (isInSentence || isName ? [anchor] : [])),
  )
  if (links.length + citations.length === 0) return { body, headings }
  const said = new Map<string, { readonly text?: string; readonly heard?: string }>()
  const all = new Set(citations.map(({ anchor }) => anchor))
  const read = (node: Nodes): void => {
    if (!isElement(node) && node.type !== 'root') return
    if (isElement(node, ...HEADINGS) && isFilled(node, all))
      said.set(textProperty(node, 'id') ?? '', {
        ...(isFilled(node, named) ? { text: wordsOf(node, named).trim() } : {}),
        heard: wordsOf(node, all).trim(),
      })
    for (const child of node.children) read(child)
  }
  read(body)
  return { body, headings: headings.map((one) => (one.heard ? one : { ...one, ...said.get(one.id) })) }
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

const isMade = (node: Nodes): boolean => isElement(node) && node.properties.dataMade !== undefined

/** All of it, or the number behind the author’s own word. */
const isReference = (node: Nodes): boolean =>
  isElement(node, 'a') && (isMade(node) || node.children.some(isMade))

/** Whether words of it were not known before: of a reference, or of a work that a sentence names. */
const isFilled = ({ children }: Element, named: ReadonlySet<string>): boolean =>
  children.some(
    (node) =>
      isReference(node) ||
      (isElement(node) && (named.has(textProperty(node, 'id') ?? '') || isFilled(node, named))),
  )

/** Calls of notes are no words of a heading, and no citation is that stands beside its sentence. */
function wordsOf(node: Nodes, named: ReadonlySet<string>): string {
  if (node.type === 'text') return node.value
  if (!isElement(node) || hasClass(node, 'call')) return ''
  if (hasClass(node, 'cite') && !named.has(textProperty(node, 'id') ?? '')) return ''
  return node.children
    .map((child) => wordsOf(child, named))
    .join('')
    .replace(/[ \t\n]+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
}

function named({ word, number, title }: Place, as: Refers, settings: Settings): string {
  const wanted = as === 'name' ? word : number === undefined ? 'titleReference' : undefined
  if (wanted === undefined) return number ?? ''
  const value = number === undefined ? withoutSoftHyphens(title ?? '') : number
  return words(settings, wanted).replace(/ ?\{(?:number|title)\}/, (place) =>
    // A number does not begin a line.
    (place.startsWith(' ') && number !== undefined ? place.replace(' ', '\u00a0') : place).replace(
      /\{.*\}/,
      () => value,
    ),
  )
}

const capital = (text: string, language: string): string => {
  const [first = ''] = text
  return first.toLocaleUpperCase(language) + text.slice(first.length)
}

/** Looks through the whole text of a chapter only for a place that has no name of its own. */
function placesOf(
  chapters: readonly Chapter[],
  sections: readonly Section[],
  numbers: ExhibitNumbers,
): (anchor: string) => Place | undefined {
  const places = new Map<string, Place>()
  for (const [anchor, { kind, number }] of numbers)
    places.set(anchor, { word: EXHIBIT_KINDS[kind].reference, number })
  for (const { headings, blockTitles = {} } of chapters) {
    for (const { id, text } of headings) places.set(id, { word: 'sectionReference', title: text })
    for (const [id, title] of Object.entries(blockTitles)) places.set(id, { word: 'titleReference', title })
  }
  for (const { id, kind, number, title } of sections) {
    const word = kind === 'case-study' ? 'caseStudyReference' : 'chapterReference'
    places.set(id, number === '' ? { word: 'titleReference', title } : { word, number })
  }
  return (anchor) => {
    const known = places.get(anchor)
    if (known) return known
    const home = chapters.find(({ anchors = [] }) => anchors.includes(anchor))
    return home && places.get(headingBefore(anchor, home))
  }
}

/** The section that a place stands in, or its chapter. */
function headingBefore(anchor: string, { body, prefix, headings }: Chapter): string {
  const ids = new Set(headings.map(({ id }) => id))
  let last = prefix
  const find = (node: Nodes): boolean => {
    if (node.type !== 'root' && !isElement(node)) return false
    const id = isElement(node) ? textProperty(node, 'id') : undefined
    if (id === anchor) return true
    if (id !== undefined && ids.has(id)) last = id
    return node.children.some(find)
  }
  find(body)
  return last
}

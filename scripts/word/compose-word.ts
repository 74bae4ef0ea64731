// The printed pages as HTML → the bytes of a Word file for review.
import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { zipBytes } from '../ground/archives/zip-bytes.ts'
import { isElement, textProperty } from '../ground/html/change-tree.ts'
import { readHtml } from '../ground/html/html-text.ts'
import { fileKey, nameOfMark } from '../ground/review-marks.ts'
import type { Section } from '../model/book.ts'
import type { Finding } from '../model/finding.ts'
import { bookmarkOf } from './anchors.ts'
import { setBlocks } from './blocks.ts'
import { noteNumber } from './footnotes-part.ts'
import { isNotes, notesOf } from './notes.ts'
import { packageParts } from './package-parts.ts'
import { paragraphOf } from './paragraph.ts'
import { prepareMedia } from './pictures.ts'
import { type Place, TOP } from './place.ts'
import { textRuns } from './runs.ts'
import type { PlacedMark, WordGiven, Writing } from './writing.ts'
import { NAMESPACES, twips, val, type Xml, xml } from './xml.ts'

export interface ComposedWord {
  readonly bytes: Uint8Array
  /** What is shown otherwise than in print. */
  readonly findings: readonly Finding[]
}

export async function composeWord(given: WordGiven): Promise<ComposedWord> {
  const tree = readHtml(given.html)
  const writing = await beginWriting(given, tree)
  nameLinkedPlaces(tree, writing)
  const body = sectionsIn(tree, writing).flatMap((section, index, all) =>
    closed(blocksOf(section, writing), section, index === all.length - 1, index, writing),
  )
  writeNotes(writing)
  nameMarks(writing.marks)
  const document = xml('w:document', NAMESPACES, [xml('w:body', {}, body)])
  return { bytes: zipBytes(packageParts(document, writing)), findings: writing.findings }
}

const MARGIN_MM = 25

async function beginWriting(given: WordGiven, tree: Root): Promise<Writing> {
  const { page } = given.settings.theme
  const textMm = page.widthMm - 2 * MARGIN_MM
  const shown = new Set<string>()
  visit(tree, 'element', (element) => {
    if (element.tagName === 'img') shown.add(textProperty(element, 'src') ?? '')
  })
  const { media, findings } = await prepareMedia(given.assets, shown, textMm)
  return {
    ...given,
    languageTag: given.settings.publication.language,
    textMm,
    relations: [],
    media,
    marks: [],
    unmarked: new Set(),
    blocksIn: new Map(),
    anchors: new Map(),
    placed: new Set(),
    lists: [],
    notes: notesOf(tree),
    footnotes: [],
    findings: [...findings],
    waiting: [],
    isBehindFrame: false,
    lastId: 0,
    title: '',
    number: '',
    nested: undefined,
  }
}

/** Only places that something leads to have a bookmark. */
function nameLinkedPlaces(tree: Root, writing: Writing): void {
  visit(tree, 'element', (element) => {
    const href = textProperty(element, 'href') ?? ''
    const pages = `${textProperty(element, 'dataPageOf') ?? ''} ${textProperty(element, 'dataPagesOf') ?? ''}`
    if (href.startsWith('#') && !String(element.properties.dataMeans).startsWith('note'))
      bookmarkOf(href.slice(1), writing)
    for (const anchor of pages.split(' ')) if (anchor !== '') bookmarkOf(anchor, writing)
  })
}

interface PrintedSection {
  readonly element: Element
  readonly section: Section | undefined
}

/** The title page comes first; the front cover says the same, and is left to it. */
function sectionsIn(tree: Root, { book }: Writing): PrintedSection[] {
  const elements: Element[] = []
  visit(tree, 'element', (element) => {
    const inner = element.children.some((child) => isElement(child) && holdsSection(child))
    if (isElement(element, 'section') && element.properties.dataSection !== undefined && !inner)
      elements.push(element)
  })
  const all = elements.map((element) => {
    const id = textProperty(element, 'dataSection')
    return { element, section: book.sections.find((one) => one.id === id) }
  })
  const titlePage = all.find(({ section }) => section?.kind === 'title-page')
  if (!titlePage) return all
  const rest = all.filter((one) => one !== titlePage && one.section?.kind !== 'front-cover')
  return [titlePage, ...rest]
}

const holdsSection = (element: Element): boolean =>
  (element.tagName === 'section' && element.properties.dataSection !== undefined) ||
  element.children.some((child) => isElement(child) && holdsSection(child))

function blocksOf({ element, section }: PrintedSection, writing: Writing): Xml[] {
  writing.title = section?.title ?? ''
  writing.number = ''
  return setBlocks(element.children, TOP, writing)
}

/** Notes are numbered anew in each section, as in the publication, so each is one in Word too. */
function closed(
  blocks: readonly Xml[],
  { section }: PrintedSection,
  isLast: boolean,
  index: number,
  writing: Writing,
): Xml[] {
  if (blocks.length === 0 && !isLast) return []
  const properties = sectionProperties(
    index === 0 ? 'nextPage' : section?.runsOn ? 'continuous' : 'nextPage',
    writing,
  )
  if (isLast) return [...blocks, properties]
  const last = blocks.at(-1)
  if (last?.name !== 'w:p') return [...blocks, withSection(paragraphOf([], TOP, writing), properties)]
  return [...blocks.slice(0, -1), withSection(last, properties)]
}

/** What ends a section stands in its last paragraph. */
function withSection(paragraph: Xml, properties: Xml): Xml {
  const [own, ...rest] = paragraph.children
  if (own?.type !== 'element') return paragraph
  return { ...paragraph, children: [{ ...own, children: [...own.children, properties] }, ...rest] }
}

/** In the order of ISO/IEC 29500-1, 17.6.17. */
function sectionProperties(type: 'nextPage' | 'continuous', { settings }: Writing): Xml {
  const { widthMm, heightMm } = settings.theme.page
  const margin = twips(MARGIN_MM)
  return xml('w:sectPr', {}, [
    xml('w:headerReference', { 'w:type': 'default', 'r:id': 'rIdHeader' }),
    xml('w:footerReference', { 'w:type': 'default', 'r:id': 'rIdFooter' }),
    val('w:type', type),
    xml('w:pgSz', { 'w:w': sideOf(widthMm), 'w:h': sideOf(heightMm) }),
    xml('w:pgMar', {
      'w:top': margin,
      'w:right': margin,
      'w:bottom': margin,
      'w:left': margin,
      'w:header': 708,
      'w:footer': 708,
      'w:gutter': 0,
    }),
  ])
}

const LONGEST_SIDE = 31_680 // Word's, in twips.

const sideOf = (mm: number): number => Math.min(LONGEST_SIDE, twips(mm))

/** Each in turn; what a note calls itself stands below its words. */
function writeNotes(writing: Writing): void {
  for (const footnote of writing.footnotes) {
    const element = writing.notes.get(footnote.note)
    if (!element) continue
    writing.nested = []
    const blocks = noteBlocks(element, noteNumber(), writing)
    for (const inner of writing.nested.splice(0, 20)) {
      const number = textRuns(`${/\d+$/.exec(textProperty(inner, 'id') ?? '')?.[0] ?? ''} `, {
        raised: 'superscript',
      })
      blocks.push(...noteBlocks(inner, number, writing))
    }
    footnote.blocks = blocks
    writing.nested = undefined
  }
}

/** The number stands before the first words. */
function noteBlocks(element: Element, number: readonly Xml[], writing: Writing): Xml[] {
  const source = textProperty(element, 'dataSrc')
  const place: Place = { ...TOP, style: 'FootnoteText', ...(source === undefined ? {} : { source }) }
  const blocks = setBlocks(
    element.children.filter((child) => !isElement(child) || !isNotes(child)),
    place,
    writing,
  )
  const [first, ...rest] = blocks
  if (first?.name !== 'w:p') return [paragraphOf(number, place, writing), ...blocks]
  const [properties, ...content] = first.children
  const begun = { ...first, children: [...(properties ? [properties] : []), ...number, ...content] }
  const end = rest.length > 0 && rest.at(-1)?.name !== 'w:p' ? [paragraphOf([], place, writing)] : []
  return [begun, ...rest, ...end]
}

/** Where several paragraphs have one line they are told apart: cells of a row by their columns, others in order. */
function nameMarks(marks: readonly PlacedMark[]): void {
  for (const group of grouped(marks).values()) {
    const columns = group.map(({ column }) => column)
    const areColumns = new Set(columns).size === group.length && !columns.includes(undefined)
    for (const [index, { file, line, text, column, start }] of group.entries()) {
      const isAlone = group.length === 1 && column === undefined
      const part = isAlone ? {} : { part: areColumns ? column! : index + 1 }
      start.attributes['w:name'] = nameOfMark({ file: fileKey(file), line, text, ...part })
    }
  }
}

const keyOf = ({ file, line }: PlacedMark): string => `${line} ${file}`

function grouped(marks: readonly PlacedMark[]): Map<string, PlacedMark[]> {
  const groups = new Map<string, PlacedMark[]>()
  for (const mark of marks) {
    const group = groups.get(keyOf(mark))
    if (group) group.push(mark)
    else groups.set(keyOf(mark), [mark])
  }
  return groups
}

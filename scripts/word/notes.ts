// Notes: Word numbers them, and sets each at the foot of its page.
import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { hasClass, isElement, textProperty } from '../ground/html/change-tree.ts'
import { finding } from '../rules/finding.ts'
import type { Piece } from './piece.ts'
import type { Format } from './place.ts'
import { textRuns } from './runs.ts'
import { nextId, type Writing } from './writing.ts'
import { val, type Xml, xml } from './xml.ts'

/** The texts of all notes by their ids, wherever they stand. */
export function notesOf(tree: Root): Map<string, Element> {
  const notes = new Map<string, Element>()
  visit(tree, 'element', (element) => {
    const id = textProperty(element, 'id')
    if (id !== undefined && element.properties.dataMeans === 'note') notes.set(id, element)
  })
  return notes
}

/** Whether an element holds the texts of notes, which stand where they are called. */
export const isNotes = (element: Element): boolean =>
  hasClass(element, 'foot-note') || (element.tagName === 'div' && hasClass(element, 'notes'))

/** A call: the first of a note brings its text. A note has none of its own in Word: what it calls follows its words. */
export function callNote(call: Element, format: Format, writing: Writing): Piece[] {
  const link = linkIn(call)
  const note = (link && textProperty(link, 'href'))?.slice(1) ?? ''
  const element = writing.notes.get(note)
  const number = link ? wordsOf(link) : wordsOf(call)
  const raised: Format = { ...format, isCall: true }
  if (!element) return [{ text: number, format: raised }]
  const known = writing.footnotes.find((one) => one.note === note)
  if (known) return [{ node: again(known.bookmark, number) }]
  if (writing.nested) {
    writing.nested.push(element)
    writing.findings.push(
      finding('word-file-shows-it-otherwise', {}, { problem: 'note-in-note', words: number }),
    )
    return [{ text: number, format: raised }]
  }
  return firstCall(note, writing).map((node) => ({ node, isSeen: true }))
}

/** Its blocks are written later, when all that calls notes is known. */
function firstCall(note: string, writing: Writing): Xml[] {
  const id = writing.footnotes.length + 1
  const bookmark = `_note_${id}`
  writing.footnotes.push({ id, note, bookmark, blocks: [] })
  const mark = nextId(writing)
  return [
    xml('w:bookmarkStart', { 'w:id': mark, 'w:name': bookmark }),
    xml('w:r', {}, [
      xml('w:rPr', {}, [val('w:rStyle', 'FootnoteReference')]),
      xml('w:footnoteReference', { 'w:id': id }),
    ]),
    xml('w:bookmarkEnd', { 'w:id': mark }),
  ]
}

/** A second call has the number of the first, and leads to it. */
const again = (bookmark: string, number: string): Xml =>
  xml('w:hyperlink', { 'w:anchor': bookmark, 'w:history': 1 }, textRuns(number, { isCall: true }))

function linkIn(element: Element): Element | undefined {
  for (const child of element.children) {
    if (!isElement(child)) continue
    if (child.tagName === 'a') return child
    const found = linkIn(child)
    if (found) return found
  }
  return undefined
}

const wordsOf = (element: Element): string =>
  element.children
    .map((child) => (child.type === 'text' ? child.value : isElement(child) ? wordsOf(child) : ''))
    .join('')

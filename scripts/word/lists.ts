// Lists: numbered by Word, so that an item more or less numbers the others anew.
import type { Element, ElementContent } from 'hast'
import { isElement, textProperty } from '../ground/html/change-tree.ts'
import { readMeaning } from '../ground/html/meaning.ts'
import { finding } from '../rules/finding.ts'
import { pointAt } from './anchors.ts'
import { paragraphOf } from './paragraph.ts'
import type { Place } from './place.ts'
import { beginList, type ListKind, type SetBlocks, type Writing } from './writing.ts'
import type { Xml } from './xml.ts'

/** Word has nine levels. */
const DEEPEST = 8

export function setList(list: Element, place: Place, setBlocks: SetBlocks, writing: Writing): Xml[] {
  const level = Math.min(place.depth, DEEPEST)
  const kind = kindOf(list)
  const start = Number(textProperty(list, 'start') ?? 1)
  let number = begin(writing, kind, level, start)
  writing.waiting.push(...pointAt(textProperty(list, 'id'), writing))
  return list.children.flatMap((item): Xml[] => {
    if (!isElement(item)) return []
    const value = textProperty(item, 'value')
    if (value !== undefined && kind !== 'bullet') number = begin(writing, kind, level, Number(value))
    return setItem(item, itemPlace(item, place, { list: number, level, taken: false }), setBlocks, writing)
  })
}

const LAST = 32_767 // Word's.

function begin(writing: Writing, kind: ListKind, level: number, start: number): number {
  const own = Math.min(LAST, Math.max(0, start))
  if (own !== start && kind !== 'bullet')
    writing.findings.push(
      finding('word-file-shows-it-otherwise', {}, { problem: 'list', words: String(start), becomes: own }),
    )
  return beginList(writing, kind, level, own)
}

const KINDS: Readonly<Record<string, ListKind>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

const kindOf = (list: Element): ListKind =>
  list.tagName === 'ul' ? 'bullet' : (KINDS[textProperty(list, 'type') ?? ''] ?? 'decimal')

function itemPlace(item: Element, place: Place, own: NonNullable<Place['item']>): Place {
  const source = textProperty(item, 'dataSrc') ?? place.source
  const { language } = readMeaning(textProperty(item, 'lang') ?? '')
  const style = place.style === 'FootnoteText' || place.style === 'TableText' ? place.style : 'ListParagraph'
  return {
    ...place,
    ...(source === undefined ? {} : { source }),
    ...(language === '' ? {} : { format: { ...place.format, language } }),
    style,
    depth: own.level + 1,
    item: own,
  }
}

function setItem(item: Element, place: Place, setBlocks: SetBlocks, writing: Writing): Xml[] {
  writing.waiting.push(...pointAt(textProperty(item, 'id'), writing))
  // What begins with a table, or with another list, has a number all the same.
  const own = beginsWithWords(item.children) ? [] : [paragraphOf([], place, writing)]
  return [...own, ...setBlocks(item.children, place, writing)]
}

const WORDLESS = new Set(['table', 'ul', 'ol', 'figure', 'blockquote'])

function beginsWithWords(nodes: readonly ElementContent[]): boolean {
  const first = nodes.find((node) => node.type !== 'text' || node.value.trim() !== '')
  return first !== undefined && !(isElement(first) && WORDLESS.has(first.tagName))
}

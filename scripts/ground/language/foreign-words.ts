// The program's own words where they are in another language than the book: what a reading program says in English
// has to be told so (WCAG 2.2, 3.1.2). Nobody knows what becomes of a word until its page is made, so it goes into a
// template between two marks. They are Unicode noncharacters, which read-sources strips from every text, so no author
// can write one.
import type { Element, ElementContent, Parents, Root, Text } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Theme } from '../../model/theme.ts'
import { readHtml, writeHtml } from '../html/html-text.ts'

const OPEN = '\uFDD2'
const CLOSE = '\uFDD3'
const MARKED = /\uFDD2([^\uFDD3]*)\uFDD3/
/** Elements whose text can hold no element. */
const PLAIN = new Set(['title', 'textarea', 'option', 'script', 'style'])

export const WORDS_LANGUAGE = 'en'

type Spoken = Pick<Theme, 'words' | 'foreignWords'>

/** The words as templates get them. */
export function markedWords({ words, foreignWords }: Spoken): Theme['words'] {
  if (foreignWords.length === 0) return words
  return { ...words, ...Object.fromEntries(foreignWords.map((key) => [key, marked(words[key])])) }
}

/** A label that the book has made of the program's words, such as `Part two`. */
export const markedLabel = (label: string, made: boolean, { foreignWords }: Spoken): string =>
  made && label !== '' && foreignWords.length > 0 ? marked(label) : label

const marked = (word: string): string => `${OPEN}${word}${CLOSE}`

/** What stands around a place within such words, each part told by itself. */
export const partsOfWords = (words: string, place: RegExp): string[] =>
  withoutMarks(words)
    .split(place)
    .map((part) => (words.includes(OPEN) && /\p{L}/u.test(part) ? marked(part) : part))

export const withoutMarks = (text: string): string => text.replace(/[\uFDD2\uFDD3]/g, '')

/** HTML, whole or in part, as a template has left it: the words are told to be English where an element can say so. */
export const tellForeignWords = (html: string): string => (hasMarks(html) ? writeHtml(readTold(html)) : html)

/** The same as a tree, which others go on to change. */
export function readTold(html: string): Root {
  const tree = readHtml(html)
  if (hasMarks(html)) tagForeignWords(tree)
  return tree
}

const hasMarks = (html: string): boolean => html.includes(OPEN)

/** In place. */
export function tagForeignWords(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element') node.properties = withoutMarkedValues(node.properties)
    if (node.type === 'text') return tagText(node, index ?? 0, parent)
    return undefined
  })
}

function withoutMarkedValues(properties: Element['properties']): Element['properties'] {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutMarks(value) : value,
    ]),
  )
}

function tagText(node: Text, index: number, parent: Parents | undefined): [typeof SKIP, number] | undefined {
  if (!node.value.includes(OPEN)) return undefined
  const holder = parent?.type === 'element' ? parent : undefined
  const holdsText = holder !== undefined && PLAIN.has(holder.tagName)
  const alone = holder?.children.length === 1 && holder.properties.lang === undefined && isWhole(node.value)
  if (alone && !holdsText) holder.properties.lang = WORDS_LANGUAGE
  if (alone || holdsText || !parent) {
    node.value = withoutMarks(node.value)
    return undefined
  }
  const pieces = piecesOf(node)
  parent.children.splice(index, 1, ...pieces)
  return [SKIP, index + pieces.length]
}

const isWhole = (value: string): boolean => MARKED.exec(value.trim())?.[0] === value.trim()

function piecesOf({ value }: Text): ElementContent[] {
  return value.split(/(\uFDD2[^\uFDD3]*\uFDD3)/).flatMap((piece): ElementContent[] => {
    if (piece === '') return []
    const text: Text = { type: 'text', value: withoutMarks(piece) }
    if (!piece.startsWith(OPEN)) return [text]
    return [{ type: 'element', tagName: 'span', properties: { lang: WORDS_LANGUAGE }, children: [text] }]
  })
}

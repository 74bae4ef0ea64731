// What composed pages show, read off their tree before it becomes text: links with the numbers of pages,
// abbreviations, words.
import type { Element, Nodes, Root } from 'hast'
import type { ShownAbbreviation, ShownEntry, ShownFacts, ShownLink } from '../../model/document.ts'
import { hasClass, isElement, textProperty } from './change-tree.ts'

export const NOTHING_SHOWN: ShownFacts = { links: [], abbreviations: [], words: '' }

interface Reading {
  readonly links: (ShownLink | ShownEntry)[]
  readonly abbreviations: ShownAbbreviation[]
  readonly words: string[]
  /** The link that ended last, and what was said since: a page number may follow it. */
  ended: { readonly at: number; readonly between: string[] } | undefined
  readonly within: (text: string) => ShownFacts | undefined
}

/** `within`: what stands in the place of a text, where it stands for something. */
export function shownFacts(
  tree: Root | Element,
  within: (text: string) => ShownFacts | undefined = () => undefined,
): ShownFacts {
  const reading: Reading = { links: [], abbreviations: [], words: [], ended: undefined, within }
  for (const child of tree.children) read(child, reading)
  return {
    links: reading.links,
    abbreviations: reading.abbreviations,
    words: reading.words.join(''),
  }
}

export const joinedFacts = (all: readonly ShownFacts[]): ShownFacts => ({
  links: all.flatMap(({ links }) => links),
  abbreviations: all.flatMap(({ abbreviations }) => abbreviations),
  words: all.map(({ words }) => words).join('\n'),
})

/** Emphasis within a word parts nothing. */
const WITHIN_WORDS = new Set('a abbr b em i span strong sup sub wbr'.split(' '))
const UNREAD = new Set(['head', 'script', 'style', 'template'])

function read(node: Nodes, reading: Reading): void {
  if (node.type === 'text') readText(node.value, reading)
  if (!isElement(node) || UNREAD.has(node.tagName)) return
  const { alt, ariaLabel, title } = node.properties
  const heard = alt || ariaLabel || title
  const edge = heard ? `\n${heard}\n` : WITHIN_WORDS.has(node.tagName) ? '' : '\n'
  reading.words.push(edge)
  const before = reading.words.length
  if (node.tagName === 'abbr') readAbbreviation(node, reading)
  const link = beginLink(node, reading)
  readPageNumber(node, reading)
  for (const child of node.children) read(child, reading)
  if (link !== undefined) reading.ended = { at: link, between: [] }
  // The number of a note parts no value.
  if (node.tagName === 'sup' && hasClass(node, 'call')) reading.words.length = before
  if (edge !== '') reading.words.push('\n')
}

function readText(text: string, reading: Reading): void {
  const facts = reading.within(text)
  if (!facts) {
    reading.words.push(text)
    reading.ended?.between.push(text)
    return
  }
  reading.links.push(...facts.links)
  reading.abbreviations.push(...facts.abbreviations)
  reading.words.push(facts.words)
  reading.ended = undefined
}

function readAbbreviation(element: Element, { abbreviations }: Reading): void {
  const title = textProperty(element, 'title')
  if (title !== undefined) abbreviations.push({ shown: textOf(element).trim(), title })
}

/**
 * Its place among the links; undefined for what is none. One without anything in it gives an anchor a destination,
 * and is not seen.
 */
function beginLink(element: Element, reading: Reading): number | undefined {
  const entry = textProperty(element, 'dataPagesOf')
  if (element.tagName !== 'a' && entry === undefined) return undefined
  reading.ended = undefined
  if (entry !== undefined) reading.links.push({ anchors: entry.split(' ') })
  const href = element.tagName === 'a' ? textProperty(element, 'href') : undefined
  if (href === undefined || element.children.length === 0) return undefined
  return reading.links.push({ href, numbers: numbersIn(element) }) - 1
}

function numbersIn(link: Element): ShownLink['numbers'] {
  const numbers: { anchor: string; before: string; at: number }[] = []
  let text = ''
  const walk = (node: Nodes): void => {
    const anchor = isElement(node) ? textProperty(node, 'dataPageOf') : undefined
    if (anchor !== undefined) numbers.push({ anchor, before: text, at: text.length })
    else if (node.type === 'text') text += node.value
    else if (isElement(node)) node.children.forEach(walk)
  }
  link.children.forEach(walk)
  return numbers.map(({ anchor, before, at }) => ({ anchor, before, behind: text.slice(at) }))
}

function readPageNumber(element: Element, reading: Reading): void {
  const anchor = textProperty(element, 'dataPageOf')
  const link = reading.ended && reading.links[reading.ended.at]
  if (anchor === undefined || !reading.ended || !link || !('href' in link)) return
  reading.links[reading.ended.at] = { ...link, beside: { anchor, between: reading.ended.between.join('') } }
  reading.ended = undefined
}

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : isElement(node) ? node.children.map(textOf).join('') : ''

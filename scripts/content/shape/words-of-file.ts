// How the words of one file are written where no heading asks for capitals: what is a name in it, and what is not.
import type { Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { ChapterMatter } from '../../model/chapter.ts'
import { printedValues } from '../directives/directives.ts'
import { saidOf } from '../fields/fields.ts'
import type { ParseContext } from '../parse-context.ts'

export interface WordsOfFile {
  /** Words that have their capital in the middle of a sentence too, or stand on a list of names. */
  readonly names: ReadonlySet<string>
  /** Words that were seen in small letters. */
  readonly small: ReadonlySet<string>
}

/** Letters and digits, with what joins them within a word. */
export const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'&+-]*/gu

/** `Walsall’s` is written like `Walsall`. */
export const bareWord = (word: string): string => word.replace(/[’']s?$/u, '')

/** What comes before a word within its sentence. After a quotation mark a new sentence may begin. */
export type Before = 'words' | 'quotation' | 'nothing'

export function before(text: string, index: number): Before {
  let at = index - 1
  while (at >= 0 && /\s/.test(text[at]!)) at -= 1
  const sign = text.codePointAt(/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at)
  if (at < 0 || sign === undefined) return 'nothing'
  const shown = String.fromCodePoint(sign)
  if (/[“‘"'([{]/.test(shown)) return 'quotation'
  // A number at the head of a heading counts it; behind anything else that is no word, a sentence begins.
  if (/^[\p{L}\p{M}\p{N}’”)\]},%&+*@#$£€°-]$/u.test(shown))
    return /^[\d.\s()]+$/.test(text.slice(0, at + 1)) || /(?:^|\s)-$/.test(text.slice(0, at + 1))
      ? 'nothing'
      : 'words'
  return 'nothing'
}

export function wordsOfFile(tree: Root, matter: ChapterMatter, context: ParseContext): WordsOfFile {
  const names = new Set<string>()
  const small = new Set<string>()
  const said = saidOf(matter)
  const listed = [
    ...context.councils,
    ...context.channels,
    ...context.glossary.flatMap(({ term, expansion }) => [term, expansion]),
    ...said.flatMap(({ words, as }) => (as === 'name' ? [words] : [])),
  ]
  for (const name of listed) for (const [word] of name.matchAll(WORD)) addName(names, word)
  for (const { words, as } of said) if (as === 'prose' || as === 'label') note(words, names, small)
  walk(tree, names, small)
  return { names, small }
}

function walk(node: Nodes, names: Set<string>, small: Set<string>): void {
  if (node.type === 'heading') return
  if (node.type === 'paragraph' || node.type === 'tableCell') {
    note(plainText(node, { includeImageAlt: false }), names, small)
    return
  }
  if (node.type === 'containerDirective') {
    for (const { as, value } of printedValues(node)) {
      if (as !== 'person') note(value, names, small)
      else for (const [word] of value.matchAll(WORD)) addName(names, word)
    }
  }
  if ('children' in node) for (const child of node.children) walk(child, names, small)
}

function note(text: string, names: Set<string>, small: Set<string>): void {
  const words = [...text.matchAll(WORD)]
  for (const [index, { 0: word, index: at }] of words.entries()) {
    if (word === word.toLowerCase()) {
      small.add(bareWord(word))
      continue
    }
    const place = before(text, at)
    const next = words.slice(index + 1, index + 3)
    // “Making it Real” is a name, “We did it” is not.
    const isLong = place === 'quotation' && next.some(([other]) => isCapital(other))
    if (place === 'words' || isLong) addName(names, word)
  }
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

function addName(names: Set<string>, word: string): void {
  if (word !== word.toLowerCase()) names.add(bareWord(word))
}

// The author's own sentences: what the tree of a file says in prose, block by block, each letter with its place in
// the file.
import type { Heading, Link, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast'
import type { Nodes as LanguageNodes, Sentence as SentenceTree } from 'nlcst'
import { toString as wordOf } from 'nlcst-to-string'
import { ParseEnglish } from 'parse-english'
import type { ChapterMatter } from '../../model/chapter.ts'
import { directiveOf, isForeign, printedValues } from '../directives/directives.ts'
import { saidOf } from '../fields/fields.ts'
import { alignedOffsets } from './aligned-offsets.ts'
import { ownWords } from './own-words.ts'

/** `line`: of the front matter, or a caption. */
export type BlockKind = 'paragraph' | 'note' | 'heading' | 'line'

export interface Block {
  readonly kind: BlockKind
  /** As it is read; code, addresses and the like are one U+FFFC each. */
  readonly text: string
  /** In small letters, for a first quick look. */
  readonly small: string
  readonly sentences: readonly Sentence[]
  /** Where each UTF-16 unit of `text` stands in the file's text; empty where that is not known. */
  readonly offsets: readonly number[]
  /** Of the file, where `offsets` is empty. */
  readonly line: number
  /** Whether what stands there is the author's, and not somebody's words in quotation marks. */
  readonly isOwn: (index: number) => boolean
  /** Whether it stands in italics: a title, a foreign word, or one that is named. */
  readonly isEmphasised: (index: number) => boolean
  /** Whether it stands in no mark and no link, where a program may change a word. */
  readonly isPlain: (index: number) => boolean
}

/** A stretch of the block's text. */
export interface Word {
  readonly from: number
  readonly to: number
}

export interface Sentence extends Word {
  readonly words: readonly Word[]
  /** Its positions are those of the block's text. */
  readonly tree: SentenceTree
}

/** A quotation, a title, a key, letters with what they stand for, code. */
const NOT_PROSE = new Set(['q', 'cite', 'kbd', 'abbr', 'code', 'samp', 'var'])
const REPLACED = '\uFFFC'
// Longer than any paragraph that a person reads; language libraries take their time with such.
const LONGEST_BLOCK = 20_000

const parser = new ParseEnglish()

/** Every block of the author's own prose, in the order of the file. Tables, code and quotations are left out. */
export function readProse(tree: Root, matter: ChapterMatter, source: string): Block[] {
  const blocks = saidOf(matter).flatMap(({ key, words, as }) => {
    const line = matter.lines[key]
    return line === undefined || (as !== 'headline' && as !== 'prose')
      ? []
      : [matterBlock(words, line, source)]
  })
  walk(tree, 'paragraph', (node, kind) => {
    if (node.type === 'containerDirective') blocks.push(...captionsOf(node, source))
    else blocks.push(textBlock(node, kind, source))
  })
  return blocks.filter(({ text }) => text.length <= LONGEST_BLOCK)
}

type Visit = (node: Paragraph | Heading | Directive, kind: BlockKind) => void
type Directive = Extract<Nodes, { type: 'containerDirective' }>

function walk(parent: Parents, kind: BlockKind, visit: Visit): void {
  for (const node of parent.children as Nodes[]) {
    if (node.type === 'heading') visit(node, 'heading')
    else if (node.type === 'paragraph') visit(node, isLabel(node) ? 'heading' : kind)
    else if (node.type === 'containerDirective' && (directiveOf(node)?.words ?? 'author') === 'author') {
      visit(node, 'line')
      walk(node, kind, visit)
    } else if (node.type === 'footnoteDefinition') walk(node, 'note', visit)
    else if (node.type === 'list' || node.type === 'listItem') walk(node, kind, visit)
  }
}

const isLabel = ({ data }: Paragraph): boolean =>
  (data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true

function captionsOf(node: Directive, source: string): Block[] {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return []
  const opening = source.slice(start.offset, end.offset).split('\n', 1)[0] ?? ''
  return printedValues(node).flatMap(({ as, value }) => {
    if (as !== 'prose') return []
    const at = opening.indexOf(value)
    return [lineBlock(value, start.line, at < 0 ? -1 : (start.offset ?? 0) + at)]
  })
}

/** Only on the line of its key: the same words may stand elsewhere in the front matter. */
function matterBlock(text: string, line: number, source: string): Block {
  const rows = source.split('\n', line)
  const row = rows[line - 1] ?? ''
  const column = row.indexOf(text, row.indexOf(':') + 1)
  return lineBlock(text, line, column < 0 ? -1 : rows.join('\n').length - row.length + column)
}

/** `at` is where the value stands word for word, or -1. */
const lineBlock = (text: string, line: number, at: number): Block =>
  blockOf('line', text, at < 0 ? [] : Array.from({ length: text.length }, (_, index) => at + index), line)

function textBlock(node: Paragraph | Heading, kind: BlockKind, source: string): Block {
  let text = ''
  const offsets: number[] = []
  const marks: Mark[] = []
  const add = (value: string, places: readonly number[], mark: Mark): void => {
    text += value
    for (const place of places) offsets.push(place)
    for (let index = 0; index < value.length; index += 1) marks.push(mark)
  }
  const read = (children: readonly PhrasingContent[], mark: Mark): void => {
    for (const child of children) {
      const at = child.position?.start.offset ?? 0
      if (child.type === 'text' && child.data?.isPicture) add(REPLACED, [at], mark)
      else if (child.type === 'text') add(child.value, placesOf(child, source), mark)
      else if (child.type === 'break') add('\n', [at], mark)
      else if (isCode(child)) add(REPLACED, [at], mark)
      else if ('children' in child) read(child.children, markOf(child, mark))
    }
  }
  read(node.children, 'plain')
  return blockOf(kind, text, offsets, node.position?.start.line ?? 1, marks)
}

type Mark = 'plain' | 'marked' | 'emphasis'

const markOf = ({ type }: PhrasingContent, around: Mark): Mark =>
  type === 'emphasis' || around === 'emphasis' ? 'emphasis' : 'marked'

const placesOf = ({ value, position }: Text, source: string): number[] => {
  const start = position?.start.offset ?? 0
  return alignedOffsets(value, source.slice(start, position?.end.offset), start)
}

/** What is no English prose, but has a place in a sentence. */
const isCode = (node: PhrasingContent): boolean =>
  ['inlineCode', 'formula', 'image', 'imageReference', 'citation'].includes(node.type) ||
  (node.type === 'inlineElement' && NOT_PROSE.has(node.name)) ||
  isForeign(node) ||
  // A link without words is given them where all places are known.
  (node.type === 'link' && (isAddress(node) || node.children.length === 0))

const isAddress = ({ children: [only, more], url }: Link): boolean =>
  only?.type === 'text' && more === undefined && bare(url).startsWith(bare(only.value))

const bare = (url: string): string => url.replace(/^(?:https?:\/\/|mailto:)/i, '')

function blockOf(
  kind: BlockKind,
  text: string,
  offsets: readonly number[],
  line: number,
  marks: readonly Mark[] = [],
): Block {
  const sentences: Sentence[] = []
  let done = 0
  const read = (node: LanguageNodes, words: Word[]): void => {
    if (!('children' in node)) {
      done += node.value.length
      return
    }
    for (const part of node.type === 'SentenceNode' ? afterNumbers(node) : [node]) {
      const from = done
      const inner: Word[] = part.type === 'SentenceNode' ? [] : words
      for (const child of part.children) read(child, inner)
      if (part.type === 'WordNode') words.push({ from, to: done })
      if (part.type === 'SentenceNode') sentences.push({ from, to: done, words: inner, tree: part })
    }
  }
  if (text.length <= LONGEST_BLOCK) read(parser.parse(text), [])
  return {
    kind,
    text,
    small: text.toLowerCase(),
    sentences,
    offsets,
    line,
    isOwn: ownWords(text),
    isEmphasised: (index) => marks[index] === 'emphasis',
    isPlain: (index) => (marks[index] ?? 'plain') === 'plain',
  }
}

/**
 * The parser takes “In all it drew about 20. Such evenings …” for one sentence, for the sake of “No. 20. …” and
 * lists.
 */
function afterNumbers(sentence: SentenceTree): SentenceTree[] {
  const { children } = sentence
  const ends = children.flatMap((child, index) => {
    const [space, next] = [children[index + 1], children[index + 2]]
    const isEnd =
      index > 0 &&
      child.type === 'WordNode' &&
      space?.type === 'WhiteSpaceNode' &&
      next !== undefined &&
      /^(?:\d[\d,.]*|etc)\.$/.test(wordOf(child)) &&
      /^[\p{L}“‘"]/u.test(wordOf(next)) &&
      !/^\p{Ll}/u.test(wordOf(next))
    return isEnd ? [index + 1] : []
  })
  if (ends.length === 0) return [sentence]
  return [0, ...ends].map((from, index) => ({
    type: 'SentenceNode',
    children: children.slice(from, ends[index] ?? children.length),
  }))
}

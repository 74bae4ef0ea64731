// Blocks → a tree that remark writes as Markdown. The text of paragraphs is written already.
import type { BlockContent, DefinitionContent, ListItem as MdastItem, RootContent } from 'mdast'
import { attributeValue } from './attribute-value.ts'
import { type Grouped, groupLists, type Item, type List } from './group-lists.ts'
import { html, inTags } from './in-tags.ts'
import { liftBlocks } from './lift-blocks.ts'
import { captionWords, type Exhibit, pairCaptions } from './pair-captions.ts'
import type { Block, Paragraph } from './pieces.ts'
import { plainLine } from './plain-line.ts'
import { plainText, plainWords } from './plain-text.ts'
import { quoted, type Telling } from './telling.ts'
import { typedLists } from './typed-lists.ts'
import { pictureMarkdown, writeInlines } from './write-inlines.ts'
import { writeTable } from './write-table.ts'
import { writeTerms } from './write-terms.ts'
import type { Writing } from './writing.ts'

/** `behind` gives what is to stand behind each block: the notes that it called. */
export function writeBlocks(
  blocks: readonly Block[],
  writing: Writing,
  behind: () => RootContent[] = () => [],
): RootContent[] {
  const { tell } = writing.telling
  const lifted = liftBlocks(blocks, writing.telling)
  tellColumns(lifted, writing.telling)
  const paired = pairCaptions(typedLists(lifted, writing.telling.leave))
  const grouped = groupLists(paired, (first) =>
    tell('word-shape-is-carried', { problem: 'counted-otherwise', words: quoted(plainWords(first.inlines)) }),
  )
  return runsOf(grouped).flatMap((run) => [...writeRun(run, writing), ...behind()])
}

/** Quotations and lines of code that follow each other are one. */
function runsOf(blocks: readonly Grouped[]): Grouped[][] {
  const runs: Grouped[][] = []
  for (const block of blocks) {
    const last = runs.at(-1)?.[0]
    const kind = runKind(block)
    if (kind !== undefined && last !== undefined && runKind(last) === kind) runs.at(-1)?.push(block)
    else runs.push([block])
  }
  return runs
}

function runKind(block: Grouped): 'quote' | 'code' | 'terms' | undefined {
  if (block.kind !== 'paragraph') return undefined
  if (block.role === 'term' || block.role === 'definition') return 'terms'
  if (block.role === 'quote') return 'quote'
  return isCode(block) ? 'code' : undefined
}

const isCode = ({ role, inlines }: Paragraph): boolean =>
  role === 'code' ||
  (role === 'text' &&
    plainWords(inlines).trim() !== '' &&
    inlines.every((one) =>
      one.kind === 'text'
        ? one.marks.code === true || one.text.trim() === ''
        : /^(?:break|tab|anchor)$/.test(one.kind),
    ))

function writeRun(run: readonly Grouped[], writing: Writing): RootContent[] {
  const first = run[0]
  if (!first) return []
  const kind = runKind(first)
  if (kind === 'code') return [{ type: 'code', value: run.map((block) => codeLines(block)).join('\n') }]
  const terms = kind === 'terms' ? writeTerms(run, writing) : undefined
  if (terms !== undefined) return [{ type: 'paragraph', children: [{ type: 'written', value: terms }] }]
  const written = run.flatMap((block) => writeOne(block, writing))
  return kind === 'quote' && written.length > 0
    ? [{ type: 'blockquote', children: written as BlockContent[] }]
    : written
}

const codeLines = (block: Grouped): string =>
  block.kind === 'paragraph'
    ? block.inlines
        .map((one) => (one.kind === 'break' ? '\n' : one.kind === 'tab' ? '\t' : plainWords([one])))
        .join('')
    : ''

function writeOne(block: Grouped, writing: Writing): RootContent[] {
  switch (block.kind) {
    case 'paragraph':
      return writeParagraph(block, writing)
    case 'list':
      return writeList(block, writing)
    case 'rule':
      return [{ type: 'thematicBreak' }]
    case 'box':
      return writeBox(block.blocks, writing)
    case 'table':
      return writeTable(block, undefined, writing, writeBlocks)
    case 'captioned-table':
      return writeTable(
        block.table,
        { words: captionText(block.caption, writing), id: writing.idOf(block.caption) },
        writing,
        writeBlocks,
      )
    default:
      return writeFigure(block, writing)
  }
}

const MOST_LEVEL = 6

function writeParagraph(paragraph: Paragraph, writing: Writing): RootContent[] {
  if (paragraph.role !== 'heading') {
    const text = writeInlines(paragraph.inlines, writing)
    return text === '' ? [] : [{ type: 'paragraph', children: [{ type: 'written', value: text }] }]
  }
  const text = headingText(paragraph, writing)
  if (text === '') return []
  if (paragraph.level > MOST_LEVEL)
    writing.telling.tell('word-shape-is-carried', {
      problem: 'deep-heading',
      words: quoted(plainWords(paragraph.inlines)),
    })
  const id = writing.idOf(paragraph)
  const depth = Math.min(MOST_LEVEL, paragraph.level) as 1
  return [{ type: 'heading', depth, children: [{ type: 'written', value: id ? `${text} {#${id}}` : text }] }]
}

/** All of a heading is bold anyway. */
function headingText(paragraph: Paragraph, writing: Writing): string {
  const texts = paragraph.inlines.filter((one) => one.kind === 'text' && one.text.trim() !== '')
  const isAll = (mark: 'bold' | 'italic' | 'underlined'): boolean =>
    texts.every((one) => one.kind === 'text' && one.marks[mark] === true)
  const drop = (['bold', 'italic', 'underlined'] as const).filter((mark) => mark === 'bold' || isAll(mark))
  const plain = paragraph.inlines.map((one) => {
    if (one.kind !== 'text') return one
    const marks = { ...one.marks }
    for (const mark of drop) delete marks[mark]
    return { ...one, marks }
  })
  return writeInlines(plain, writing, 'heading').replace(/(\s)(#+)$/, '$1\\$2')
}

const LETTERS: Readonly<Record<string, string>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
}

function writeList(list: List, writing: Writing): RootContent[] {
  const letters = LETTERS[list.format]
  if (letters !== undefined) return writeLettered(list, letters, writing)
  const children = list.items.map((item): MdastItem => {
    const blocks = itemBlocks(item, writing)
    return {
      type: 'listItem',
      spread: isSpread(blocks),
      children: blocks as (BlockContent | DefinitionContent)[],
    }
  })
  const ordered = list.format !== 'bullet'
  return [
    {
      type: 'list',
      ordered,
      ...(ordered ? { start: Math.max(0, list.start) } : {}),
      spread: children.some(({ spread }) => spread === true),
      children,
    },
  ]
}

const itemBlocks = (item: Item, writing: Writing): RootContent[] =>
  runsOf(item.blocks).flatMap((run) => writeRun(run, writing))

const isSpread = (blocks: readonly RootContent[]): boolean =>
  blocks.some(({ type }, index) => index > 0 && type !== 'list')

/** Markdown counts with digits alone; HTML with letters, and holds Markdown between blank lines. */
function writeLettered(list: List, letters: string, writing: Writing): RootContent[] {
  const start = list.start === 1 ? '' : ` start="${list.start}"`
  return [
    html(`<ol type="${letters}"${start}>`),
    ...list.items.flatMap((item) => inTags('li', 'li', itemBlocks(item, writing))),
    html('</ol>'),
  ]
}

function writeBox(blocks: readonly Block[], writing: Writing): RootContent[] {
  const children = writeBlocks(blocks, writing)
  if (children.length === 0) return []
  writing.telling.tell('word-shape-is-carried', { problem: 'text-box', words: quoted(plainText(blocks)) })
  return [{ type: 'fenced', head: 'callout', children }]
}

/** Its number is given anew. */
function captionText(caption: Paragraph, writing: Writing): string {
  const words = captionWords(caption)
  const all = plainWords(caption.inlines)
  writing.telling.leave(all.slice(0, all.length - plainWords(words).length))
  return writeInlines(plainLine(words, writing.telling), writing, 'plain')
}

const MOST_OF_ONE_NUMBER = 9

function writeFigure(
  { pictures, caption }: Exclude<Exhibit, { kind: 'captioned-table' }>,
  writing: Writing,
): RootContent[] {
  const words = caption ? captionText(caption, writing) : ''
  const id = caption ? (writing.idOf(caption) ?? '') : ''
  const lines = pictures.map((picture) => pictureMarkdown(picture))
  if (caption && pictures.length > 1 && pictures.length <= MOST_OF_ONE_NUMBER)
    return [
      {
        type: 'fenced',
        head: `figures{${id ? `#${id} ` : ''}caption="${attributeValue(words)}"}`,
        children: lines.map(inParagraph),
      },
    ]
  return pictures.map((picture, index) =>
    inParagraph(
      index === pictures.length - 1 ? pictureMarkdown(picture, words, id) : pictureMarkdown(picture),
    ),
  )
}

const inParagraph = (value: string): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'written', value }],
})

/** Columns made with tabs are a table to the eye alone. */
function tellColumns(blocks: readonly Block[], { tell }: Telling): void {
  let rows = 0
  for (const block of blocks) {
    const hasTabs = block.kind === 'paragraph' && block.role === 'text' && !block.item && innerTabs(block) > 0
    rows = hasTabs ? rows + 1 : 0
    if (rows === 2 && block.kind === 'paragraph')
      tell('word-shape-is-carried', { problem: 'columns-by-tabs', words: quoted(plainWords(block.inlines)) })
  }
}

function innerTabs({ inlines }: Paragraph): number {
  const first = inlines.findIndex((one) => one.kind === 'text' && one.text.trim() !== '')
  return first < 0 ? 0 : inlines.slice(first).filter(({ kind }) => kind === 'tab').length
}

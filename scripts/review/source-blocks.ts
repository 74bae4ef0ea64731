// A text of the publication → its blocks, as a reader meets them, each with its place in the file.
import type { Nodes, Parents, PhrasingContent, TableCell } from 'mdast'
import { splitFrontMatter } from '../ground/yaml/split-front-matter.ts'
import { signsOf } from './signs-of.ts'
import type { Around, BlockKind, ReadMarkdown, SourceBlock, SourceText } from './source-block.ts'
import { valueBlock } from './value-block.ts'
import { attributeValues, pictureTitle, type RawValue } from './values-in-markup.ts'
import { yamlBlocks } from './yaml-blocks.ts'

interface Reader {
  readonly file: string
  readonly text: string
  readonly read: ReadMarkdown
  readonly blocks: SourceBlock[]
}

/** In the order of the file. */
export function sourceBlocks({ file, text }: SourceText, read: ReadMarkdown): SourceBlock[] {
  if (/\.ya?ml$/i.test(file)) return yamlBlocks({ file, text }, { start: 0, end: text.length }, read)
  const reader: Reader = { file, text, read, blocks: [] }
  const { body, hasMatter } = splitFrontMatter(text, file)
  const fence = /^---[^\n]*\n/.exec(text)
  if (hasMatter && fence) {
    const end = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(fence[0].length - 1))
    const stop = fence[0].length + (end?.index ?? 0)
    reader.blocks.push(...yamlBlocks({ file, text }, { start: fence[0].length, end: stop }, read))
  }
  for (const node of read(body).children) readBlock(node, [], reader)
  return reader.blocks.sort((one, other) => one.start - other.start || one.end - other.end)
}

const KINDS: Readonly<Record<string, Around['type']>> = {
  listItem: 'item',
  list: 'list',
  blockquote: 'quotation',
  containerDirective: 'directive',
  table: 'table',
  tableRow: 'row',
  footnoteDefinition: 'note',
}

function readBlock(node: Nodes, around: readonly Around[], reader: Reader): void {
  const place = placeOf(node)
  if (node.type === 'paragraph') {
    const isLabel = (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true
    addInline(node, isLabel ? 'label' : 'paragraph', around, reader)
    addPictures(node, around, reader)
  } else if (node.type === 'heading') addInline(node, 'heading', around, reader, { depth: node.depth })
  else if (node.type === 'code') addCode(node, around, reader)
  else if ('children' in node) {
    if (node.type === 'containerDirective')
      for (const value of attributeValues(node, reader.text))
        addValue(value, 'caption', [...around, { type: 'directive', ...place }], reader)
    readChildren(node, [...around, aroundOf(node, place)], reader)
  }
}

function readChildren(node: Parents, around: readonly Around[], reader: Reader): void {
  for (const [index, child] of node.children.entries()) {
    if (child.type === 'tableRow') {
      const row: Around = { type: 'row', ...placeOf(child), row: index }
      for (const [column, cell] of child.children.entries())
        addCell(cell, column + 1, [...around, row], reader)
    } else readBlock(child, around, reader)
  }
}

const aroundOf = (node: Nodes, place: { start: number; end: number }): Around => ({
  type: KINDS[node.type] ?? 'other',
  ...place,
  ...(node.type === 'list' ? { isOrdered: node.ordered ?? false, isSpread: node.spread ?? false } : {}),
})

const placeOf = (node: Nodes): { start: number; end: number } => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
})

function addInline(
  node: Nodes & { readonly children: PhrasingContent[] },
  kind: BlockKind,
  around: readonly Around[],
  { file, text, blocks }: Reader,
  more: { readonly depth?: number; readonly column?: number } = {},
): void {
  const { signs, spans } = signsOf(node.children, text)
  const writing = kind === 'cell' ? 'cell' : 'markdown'
  const line = node.position?.start.line ?? 1
  blocks.push({ file, line, kind, ...placeOf(node), signs, spans, around, ...more, writing })
}

function addCell(node: TableCell, column: number, around: readonly Around[], reader: Reader): void {
  addInline(node, 'cell', around, reader, { column })
  for (const child of node.children) if (child.type === 'image') addTitle(child, around, reader)
}

function addCode(node: Nodes & { readonly value: string }, around: readonly Around[], reader: Reader): void {
  const { file, text, blocks } = reader
  const { start, end } = placeOf(node)
  const isFenced = /^[`~]{3}/.test(text.slice(start, start + 3))
  const first = isFenced ? text.indexOf('\n', start) + 1 : start
  const value: RawValue = { value: node.value, start: first, end, writing: 'code' }
  const { signs } = valueBlock(value, text)
  const line = node.position?.start.line ?? 1
  blocks.push({ file, line, kind: 'code', start, end, signs, spans: [], around, writing: 'code' })
}

function addPictures(node: Parents, around: readonly Around[], reader: Reader): void {
  for (const child of node.children) {
    if (child.type === 'image') addTitle(child, around, reader)
    else if ('children' in child) addPictures(child, around, reader)
  }
}

function addTitle(node: Nodes & { type: 'image' }, around: readonly Around[], reader: Reader): void {
  const title = pictureTitle(node, reader.text)
  if (title) addValue(title, 'caption', around, reader)
}

function addValue(value: RawValue, kind: BlockKind, around: readonly Around[], reader: Reader): void {
  const { file, text, blocks, read } = reader
  const line = 1 + (value.lines ?? text.slice(0, value.start).split('\n').length - 1)
  const { signs, spans } = valueBlock(value, text, read)
  blocks.push({
    file,
    line,
    kind,
    start: value.start,
    end: value.end,
    signs,
    spans,
    around,
    writing: value.writing,
  })
}

// Values of front matter, publication.yaml and data → blocks.
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml'
import { type Collected, settleBlanks, walk } from './signs-of.ts'
import type { ReadMarkdown, SourceBlock, SourceText, Writing } from './source-block.ts'
import { withMarkup } from './value-block.ts'

interface Found {
  readonly scalar: Scalar
  /** Of its key; of an item of a list, its own. */
  readonly line: number
  readonly keyLine: number
}

/** Of what stands between two places of the text. What is no sound YAML has none. */
export function yamlBlocks(
  { file, text }: SourceText,
  { start, end }: { readonly start: number; readonly end: number },
  read: ReadMarkdown,
): SourceBlock[] {
  const counter = new LineCounter()
  const before = start === 0 ? 0 : text.slice(0, start).split('\n').length - 1
  const yaml = text.slice(start, end)
  const document = parseDocument(yaml, { lineCounter: counter, uniqueKeys: false })
  if (document.errors.length > 0) return []
  const found: Found[] = []
  collect(document.contents, 1, counter, found)
  return found.flatMap(({ scalar, line, keyLine }) => {
    const block = blockOf(scalar, text, start, read)
    return block ? [{ ...block, file, line: before + line, keyLine: before + keyLine }] : []
  })
}

function collect(node: unknown, line: number, counter: LineCounter, found: Found[], keyLine?: number): void {
  const lineOf = (one: unknown): number => {
    const range = (one as Node | null)?.range
    return range ? counter.linePos(range[0]).line : line
  }
  if (isMap(node)) {
    for (const pair of node.items) {
      const own = lineOf(pair.key)
      if (isPair(pair)) collect(pair.value, own, counter, found, keyLine ?? own)
    }
  } else if (isSeq(node)) for (const item of node.items) collect(item, lineOf(item), counter, found, keyLine)
  else if (isScalar(node) && node.range) found.push({ scalar: node, line, keyLine: keyLine ?? line })
}

const WRITINGS: Readonly<Record<string, Writing>> = {
  PLAIN: 'plain',
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
  BLOCK_FOLDED: 'block',
  BLOCK_LITERAL: 'block',
}

function blockOf(
  scalar: Scalar,
  text: string,
  offset: number,
  read: ReadMarkdown,
): Omit<SourceBlock, 'file' | 'line' | 'keyLine'> | undefined {
  const [from = 0, to = 0] = scalar.range ?? []
  const writing = WRITINGS[scalar.type ?? ''] ?? 'plain'
  const value = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '')
  if (value.trim() === '') return undefined
  const whole = { start: offset + from, end: offset + to }
  const inner = insideQuotes(writing, whole, text)
  const all: Collected = { text: [], from: [], to: [], spans: [] }
  walk(value.trimEnd(), text, inner, all, false, writing)
  const { signs, spans } =
    writing === 'block' && scalar.type === 'BLOCK_LITERAL'
      ? settleBlanks(all)
      : withMarkup(value.trimEnd(), all, read)
  return { kind: 'value', ...whole, signs, spans, around: [], writing }
}

function insideQuotes(
  writing: Writing,
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
): { readonly start: number; readonly end: number } {
  if (writing === 'double' || writing === 'single') return { start: start + 1, end: end - 1 }
  if (writing !== 'block') return { start, end }
  const first = text.indexOf('\n', start) + 1
  return { start: first + (/^[ \t]*/.exec(text.slice(first, first + 200))?.[0].length ?? 0), end }
}

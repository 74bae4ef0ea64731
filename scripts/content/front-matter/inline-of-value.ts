// A value of the front matter as the line of Markdown that its author took it for: `title: The **plan** for R&amp;D`.
import type { PhrasingContent } from 'mdast'
import type { Source } from '../../model/chapter.ts'
import { newDraft } from '../markdown/draft.ts'
import { termFinder } from '../markdown/term-finder.ts'
import type { ParseContext } from '../parse-context.ts'
import { takeHtml } from '../syntax/html/take-html.ts'
import { readAnySpelling } from '../syntax/read-any-spelling.ts'
import { wordsOf } from '../words-of.ts'

export interface InlineValue {
  readonly words: string
  /** Without places: they stand in the file in other characters. */
  readonly children: readonly PhrasingContent[]
}

const SIGNS = /[*_`~=^$]|&[#\w]+;|<[a-zA-Z/!]|\]\(|\\[!-/:-@[-`{-~]/

/** Before the value, so that `1. First` begins no list and `# ` no heading. */
const BEFORE = 'x '

/** Undefined where the value is its words, and nothing else. */
export function inlineOfValue(text: string, source: Source, context: ParseContext): InlineValue | undefined {
  if (!SIGNS.test(text)) return undefined
  const line = BEFORE + text
  const { tree } = readAnySpelling(line)
  const draft = newDraft({ ...source, text: line }, context, termFinder([]))
  takeHtml(tree, draft)
  // A tag that would be left out is not meant as one.
  if (draft.findings.length > 0) return undefined
  const [paragraph, more] = tree.children
  if (paragraph?.type !== 'paragraph' || more !== undefined) return undefined
  const [first, ...rest] = paragraph.children
  if (first?.type !== 'text' || !first.value.startsWith(BEFORE)) return undefined
  const children = [{ type: 'text' as const, value: first.value.slice(BEFORE.length) }, ...rest]
    .flatMap((node) => printable(node, line))
    .filter((node) => node.type !== 'text' || node.value !== '')
  const words = wordsOf({ type: 'paragraph', children })
  return words === text && children.every(({ type }) => type === 'text') ? undefined : { words, children }
}

/** Marks that a heading can have; what else it holds is printed as it was typed. */
const MARKS = new Set(['emphasis', 'strong', 'delete', 'link'])

function printable(node: PhrasingContent, line: string): PhrasingContent[] {
  if (node.type === 'text' || node.type === 'inlineCode') return [{ type: node.type, value: node.value }]
  if (node.type === 'formula') return [{ type: 'formula', display: false, value: node.value }]
  if (node.type === 'break') return [{ type: 'text', value: ' ' }]
  if (node.type === 'image') return [{ type: 'text', value: node.alt ?? '' }]
  if (node.type === 'html') return [{ type: 'text', value: node.value }]
  if (!('children' in node)) return [{ type: 'text', value: typedAs(node, line) }]
  const children = (node.children as PhrasingContent[]).flatMap((child) => printable(child, line))
  if (node.type === 'link' && !/^(?:https?|mailto|tel):/i.test(node.url)) return children
  if (node.type === 'link' && isItsWords(node.url, children)) return children
  if (MARKS.has(node.type)) {
    const { position: _, ...rest } = node as PhrasingContent & { position?: unknown }
    return [{ ...rest, children } as PhrasingContent]
  }
  return node.type === 'textDirective' && node.position
    ? [{ type: 'text', value: typedAs(node, line) }]
    : children
}

/** An address that stands in a title is its words, as ever. */
const isItsWords = (url: string, children: readonly PhrasingContent[]): boolean =>
  url.replace(/^(?:https?:\/\/|mailto:)/i, '') ===
  wordsOf({ type: 'paragraph', children: [...children] }).replace(/^https?:\/\//i, '')

const typedAs = ({ position }: PhrasingContent, line: string): string =>
  line.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
